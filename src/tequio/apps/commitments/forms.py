"""From what people type to clean values."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.wording import last_named, season_of
from tequio.apps.thread.models import Knot
from tequio.core.commitments import Declared
from tequio.core.localized import pick
from tequio.core.phases import Precision, Span, month_span, season_span, year_span
from tequio.web.fields import DateField, LocalizedField

NOT_A_REF = re.compile(r"[\s,;]+")
UNKNOWN = "unknown"
PRECISIONS = (
    (Precision.DAY, _("That very day")),
    (Precision.MONTH, _("Some day of that month")),
    (Precision.SEASON, _("Some day of that season (spring, summer, autumn, winter)")),
    (Precision.YEAR, _("Some day of that year")),
    (UNKNOWN, _("Nobody knows yet")),
)


def due_span(day: date | None, precision: str) -> Span:
    """What a day stands for: itself, or the whole of its month, season or year."""
    if day is None or precision == UNKNOWN:
        return Span()
    match Precision(precision):
        case Precision.DAY:
            return Span(day, day)
        case Precision.MONTH:
            return month_span(day.year, day.month)
        case Precision.SEASON:
            season, year = season_of(day)
            return season_span(year, season)
        case Precision.YEAR:
            return year_span(day.year)


class CorrectionForm(forms.Form):
    title = LocalizedField(label=_("Decision, in a few words"), max_length=200)
    text = LocalizedField(label=_("What was decided"), lines=4, max_length=3000, required=False)
    reasons = LocalizedField(label=_("Why"), lines=3, max_length=3000)
    decided_by = LocalizedField(label=_("Who decided"), max_length=300, help_text=_("A group or a role, not a name."))
    decided_on = DateField(label=_("When"), required=False)


class DecisionForm(CorrectionForm):
    rests_on = forms.MultipleChoiceField(
        label=_("What it rests on"), widget=forms.CheckboxSelectMultiple, required=False
    )
    evidence = forms.CharField(
        label=_("Voices and meetings that support it"),
        required=False,
        max_length=2000,
        help_text=_("Codes of contributions, meetings, themes or feedback, with a comma between them: A12, E3."),
    )

    def __init__(self, *args: Any, knots: Iterable[Knot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "es"
        choices = [(knot.ref, f"{knot.ref} · {pick(knot.label, language).text}") for knot in knots]
        self.fields["rests_on"].choices = choices  # type: ignore[attr-defined]

    def clean_evidence(self) -> list[str]:
        typed = str(self.cleaned_data["evidence"]).upper()
        return list(dict.fromkeys(ref for ref in NOT_A_REF.split(typed) if ref))


class DueForm(forms.Form):
    due = DateField(label=_("For when"), required=False)
    precision = forms.ChoiceField(
        label=_("How exactly"), choices=PRECISIONS, widget=forms.RadioSelect, initial=Precision.DAY
    )

    def span(self) -> Span:
        return due_span(self.cleaned_data["due"], self.cleaned_data["precision"])


class CommitmentForm(DueForm):
    title = LocalizedField(label=_("What is promised"), lines=2, max_length=400)
    who = LocalizedField(label=_("Who promises it"), max_length=300, help_text=_("A group or a role, not a name."))
    organization: forms.ModelChoiceField = forms.ModelChoiceField(  # type: ignore[type-arg]
        None,
        label=_("Organisation that can report on it"),
        required=False,
        empty_label=_("None: only the facilitators"),
    )
    field_order = ("title", "who", "organization", "due", "precision")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organization"].queryset = Organization.objects.order_by("name")  # type: ignore[attr-defined]


class ChangeForm(DueForm):
    """What a commitment becomes. The last boxes count only when what was promised changes."""

    becomes = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=(
            (Declared.KEPT, _("It was kept")),
            (Declared.CHANGED, _("What is promised changes")),
            (Declared.DROPPED, _("It is dropped")),
            (Declared.OPEN, _("It is under way again")),
        ),
        widget=forms.RadioSelect,
    )
    on = DateField(label=_("Day on which it was kept or dropped"), required=False)
    reason = LocalizedField(
        label=_("Why"),
        lines=3,
        max_length=2000,
        required=False,
        help_text=_("Everybody can read it. Without a reason nothing is changed, dropped or taken back."),
    )
    title = LocalizedField(label=_("What is promised from now on"), lines=2, max_length=400, required=False)
    field_order = ("becomes", "on", "reason", "title", "due", "precision")


def day_of(due: Span) -> dict[str, object]:
    """What a person would have typed to say this date."""
    return {"due": last_named(due), "precision": due.precision if due.end else UNKNOWN}


class ReachedForm(forms.Form):
    reached_on = DateField(label=_("Reached on"))
    note = LocalizedField(label=_("What happened"), lines=3, max_length=2000, required=False)
    evidence = forms.URLField(label=_("Where it can be seen"), required=False, max_length=200, assume_scheme="https")


class MilestoneForm(ReachedForm):
    title = LocalizedField(label=_("Step or news"), max_length=300)
    due = DateField(label=_("Planned for"), required=False)
    reached_on = DateField(
        label=_("Reached on"), required=False, help_text=_("Leave it empty if it has not happened yet.")
    )
    field_order = ("title", "due", "reached_on", "note", "evidence")
