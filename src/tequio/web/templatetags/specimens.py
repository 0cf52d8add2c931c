"""What the page of components shows in them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django import forms, template
from django.utils.translation import gettext_lazy as _

from tequio.core.charts.bars import Value
from tequio.core.charts.tiles import Place
from tequio.core.coverage import coverage
from tequio.web.fields import DateField, FileField, LocalizedField

register = template.Library()

CONTENT = Path(__file__).parent.parent / "specimens.yaml"


class SpecimenForm(forms.Form):
    specimen = True  # drawn in the middle of a page, it does not ask for the reader's attention
    title = LocalizedField(label=_("Title"), help_text=_("In a few words: what is needed and for whom."))
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=[("need", _("A need")), ("idea", _("An idea")), ("experience", _("An experience"))],
        widget=forms.RadioSelect,
    )
    about = forms.CharField(label=_("Tell us more"), widget=forms.Textarea(attrs={"rows": 4}), required=False)
    areas = forms.MultipleChoiceField(
        label=_("Where"),
        choices=[("a", "Azcapotzalco"), ("b", "Iztapalapa"), ("c", "Milpa Alta")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    since = DateField(label=_("Since when"), required=False, help_text=_("An approximate date is enough."))
    photo = FileField(label=_("A file"), required=False)
    quote = forms.BooleanField(label=_("You may quote me by my code, never by my name"), required=False)


class SpecimenFilter(forms.Form):
    q = forms.CharField(label=_("Words"), required=False)
    place = forms.ChoiceField(label=_("Where"), choices=[("", _("Everywhere")), ("i", "Iztapalapa")], required=False)


@cache
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    found = coverage(content["took_part"], content["population"])
    few = coverage({"Iztapalapa": 4, "Coyoacán": 3}, content["population"])
    places = [Place(name, name, col, row, value, state) for name, col, row, value, state in content["places"]]
    values = [Value(*row) for row in content["bars"]]
    return content | {"coverage": found, "few": few, "places": places, "values": values, "lines": range(1, 6)}


@register.simple_tag
def specimens() -> dict[str, Any]:
    """The content of `specimens.yaml`, with a form as it arrives and the same one refused."""
    refused = SpecimenForm({"title_es": "", "kind": "", "since": "ayer"}, auto_id="refused_%s")
    return _content() | {"form": SpecimenForm(), "refused": refused, "filter": SpecimenFilter(auto_id="filter_%s")}
