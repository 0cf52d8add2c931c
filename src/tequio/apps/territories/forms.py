"""Territories, their population, and the files that bring many at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.apps.territories.models import Territory
from tequio.apps.territories.queries import LARGE
from tequio.web.fields import FileField, WholeNumber

Kind = Territory.Kind
KINDS = (
    (Kind.CITY, _("City")),
    (Kind.AREA, _("Area: several boroughs")),
    (Kind.BOROUGH, _("Borough")),
    (Kind.NEIGHBOURHOOD, _("Neighbourhood")),
)
LARGEST_TILE = 60


class TerritoryForm(forms.Form):
    code = forms.CharField(label=_("Code"), max_length=20, help_text=_("The official one, if there is: 09007."))
    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS, widget=forms.RadioSelect)
    parent = forms.ModelChoiceField(
        label=_("Lies in"), queryset=Territory.objects.filter(kind__in=LARGE), required=False
    )
    column = WholeNumber(label=_("Column of its tile"), most=LARGEST_TILE, required=False)
    row = WholeNumber(
        label=_("Row of its tile"),
        most=LARGEST_TILE,
        required=False,
        help_text=_("From 0, at the top left of the map."),
    )

    def clean(self) -> dict[str, Any]:
        clean = self.cleaned_data
        column, row = clean.pop("column", None), clean.pop("row", None)
        if (column is None) != (row is None):
            self.add_error("row", _("A tile has a column and a row. Write both, or neither."))
        clean["tile"] = None if column is None or row is None else (column, row)
        return clean


class EditForm(TerritoryForm):
    """The code stays: other data points at it."""

    code = None  # type: ignore[assignment]


class PopulationForm(forms.Form):
    edition = forms.CharField(label=_("Edition"), max_length=20, help_text=_("The census or year: 2020."))
    group = forms.SlugField(
        label=_("Group"),
        max_length=40,
        initial="total",
        help_text=_("“total” for everybody, or one word for a group that the source gives: women."),
    )
    people = WholeNumber(label=_("People"), most=10**11)
    source = forms.CharField(label=_("Source"), max_length=200, help_text=_("Who counted, and where it is published."))


class FileForm(forms.Form):
    file = FileField(label=_("File"))


class TableForm(FileForm):
    source = forms.CharField(
        label=_("Source of the populations"), max_length=200, help_text=_("Who counted, and where it is published.")
    )
    field_order = ("file", "source")
