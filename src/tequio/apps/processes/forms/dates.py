"""When a phase is: first how exactly that is known, then only the boxes which that needs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.wording import last_named, season_of
from tequio.core.phases import Precision, Season, Span, month_span, season_span, through, year_span
from tequio.web.fields import DateField, WholeNumber

UNKNOWN = "unknown"
PRECISIONS = (
    (Precision.DAY, _("The day")),
    (Precision.MONTH, _("The month")),
    (Precision.SEASON, _("The season of the year")),
    (Precision.YEAR, _("The year")),
    (UNKNOWN, _("It is not known yet")),
)
SEASONS = (
    (Season.SPRING, _("Spring (March to May)")),
    (Season.SUMMER, _("Summer (June to August)")),
    (Season.AUTUMN, _("Autumn (September to November)")),
    (Season.WINTER, _("Winter (December to February of the next year)")),
)
SAME = ("", _("The same"))
EARLIEST, LATEST = 1900, 2200


class PrecisionForm(forms.Form):
    precision = forms.ChoiceField(
        label=_("How exactly do you know when it is?"), choices=PRECISIONS, widget=forms.RadioSelect
    )


class DatesForm(forms.Form):
    """`span` is what the boxes say, once they are valid."""

    def span(self) -> Span:
        raise NotImplementedError


def _year(label: Any, *, required: bool) -> WholeNumber:
    return WholeNumber(label=label, least=EARLIEST, most=LATEST, required=required)


class DayForm(DatesForm):
    first = DateField(label=_("First day"))
    last = DateField(label=_("Last day"), required=False, help_text=_("Leave it empty if it has no end yet."))

    def span(self) -> Span:
        return Span(self.cleaned_data["first"], self.cleaned_data["last"])


class MonthForm(DatesForm):
    first_month = forms.TypedChoiceField(label=_("First month"), choices=list(MONTHS.items()), coerce=int)
    first_year = _year(_("Its year"), required=True)
    last_month = forms.TypedChoiceField(
        label=_("Last month"), choices=[SAME, *MONTHS.items()], coerce=int, required=False, empty_value=None
    )
    last_year = _year(_("Its year, if it is another one"), required=False)

    def span(self) -> Span:
        clean = self.cleaned_data
        first = month_span(clean["first_year"], clean["first_month"])
        year, month = clean["last_year"] or clean["first_year"], clean["last_month"] or clean["first_month"]
        return through(first, month_span(year, month))


class SeasonForm(DatesForm):
    first_season = forms.ChoiceField(label=_("First season"), choices=SEASONS)
    first_year = _year(_("Its year"), required=True)
    last_season = forms.ChoiceField(label=_("Last season"), choices=[SAME, *SEASONS], required=False)
    last_year = _year(_("Its year, if it is another one"), required=False)

    def span(self) -> Span:
        clean = self.cleaned_data
        first = season_span(clean["first_year"], Season(clean["first_season"]))
        season = Season(clean["last_season"] or clean["first_season"])
        return through(first, season_span(clean["last_year"] or clean["first_year"], season))


class YearForm(DatesForm):
    first_year = _year(_("First year"), required=True)
    last_year = _year(_("Last year"), required=False)

    def span(self) -> Span:
        first = year_span(self.cleaned_data["first_year"])
        return through(first, year_span(self.cleaned_data["last_year"] or self.cleaned_data["first_year"]))


class UnknownForm(DatesForm):
    def span(self) -> Span:
        return Span()


FORMS: Mapping[str, type[DatesForm]] = {
    Precision.DAY: DayForm,
    Precision.MONTH: MonthForm,
    Precision.SEASON: SeasonForm,
    Precision.YEAR: YearForm,
    UNKNOWN: UnknownForm,
}


def precision_of(span: Span) -> str:
    """What to offer first for a phase with these dates."""
    return str(span.precision) if span.start or span.end else UNKNOWN


def typed(span: Span) -> dict[str, object]:
    """What a person would have typed to say this span: for the form of a phase that has dates already."""
    first, last = _parts(span.start, span.precision), _parts(last_named(span), span.precision)
    different = {} if last == first else {f"last_{name}": value for name, value in last.items()}
    return (
        {"first": span.start, "last": span.end} | {f"first_{name}": value for name, value in first.items()} | different
    )


def _parts(day: date | None, precision: Precision) -> dict[str, object]:
    if day is None:
        return {}
    if precision is Precision.SEASON:
        season, year = season_of(day)
        return {"season": season, "year": year}
    return {"month": day.month, "year": day.year}
