"""Phases, activities and what is asked of people."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Attribute, Process
from tequio.core.localized import both
from tequio.core.phases import Activity, Override
from tequio.web.fields import LocalizedField
from tequio.web.templatetags.tequio import bare

KINDS = {
    Activity.MEET: _("Meet"),
    Activity.CONTRIBUTE: _("Say what they need, think or wish"),
    Activity.ANSWER: _("Answer questions"),
    Activity.PRIORITISE: _("Choose what comes first"),
    Activity.CODESIGN: _("Design together"),
    Activity.FEEDBACK: _("Give their opinion of a prototype"),
    Activity.REPORT: _("Tell what was done"),
}
BY_HAND = (
    ("", _("As its dates say")),
    (Override.OPEN, _("Open, whatever its dates say")),
    (Override.CLOSED, _("Closed, whatever its dates say")),
)
MOST_BANDS = 40


class PhaseForm(forms.Form):
    title = LocalizedField(label=_("Name of the phase"), max_length=120)
    purpose = LocalizedField(label=_("What it is for"), lines=3, max_length=600, required=False)
    activities = forms.MultipleChoiceField(
        label=_("What people can do in it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    source = forms.CharField(
        label=_("Where this is written"), max_length=120, required=False, help_text=_("A document, if there is one.")
    )

    def __init__(self, *args: Any, process: Process, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = {activity.key: activity for activity in process.activities.all()}
        choices = [(key, bare(activity.title)) for key, activity in self.known.items()]
        self.fields["activities"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["activities"]

    def clean_activities(self) -> list[Any]:
        return [self.known[key] for key in self.cleaned_data["activities"]]


class ActivityForm(forms.Form):
    title = LocalizedField(label=_("Name of the activity"), max_length=120)
    kind = forms.ChoiceField(label=_("What people do"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    about = LocalizedField(label=_("What to know before taking part"), lines=3, max_length=600, required=False)
    phases = forms.MultipleChoiceField(
        label=_("Open in these phases"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("It may be open in several. Without any, nobody can take part."),
    )

    def __init__(self, *args: Any, process: Process, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = {phase.key: phase for phase in process.phases.all()}
        choices = [(key, bare(phase.title)) for key, phase in self.known.items()]
        self.fields["phases"].choices = choices  # type: ignore[attr-defined]

    def clean_kind(self) -> Activity:
        return Activity(self.cleaned_data["kind"])

    def clean_phases(self) -> list[Any]:
        return [self.known[key] for key in self.cleaned_data["phases"]]


class OverrideForm(forms.Form):
    override = forms.ChoiceField(label=_("Is it open?"), choices=BY_HAND, required=False, widget=forms.RadioSelect)

    def clean_override(self) -> Override | None:
        chosen = self.cleaned_data["override"]
        return Override(chosen) if chosen else None


class AttributeForm(forms.Form):
    title = LocalizedField(label=_("What is asked"), max_length=120)
    choices = forms.CharField(
        label=_("Answers, one per line"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        help_text=_(
            "After an equals sign, how many people of the place there are in it, if you know: "
            "“18 to 29 years = 1830234”. Its English, if you want it, goes after a bar: “Mujeres | Women = 4805017”."
        ),
    )
    source = forms.CharField(
        label=_("Where those numbers come from"),
        max_length=200,
        required=False,
        help_text=_("For example: INEGI, 2020."),
    )

    def __init__(self, *args: Any, asked: Attribute | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.keys = {band["label"].get("es"): band["key"] for band in asked.choices} if asked else {}

    def clean_choices(self) -> list[dict[str, object]]:
        lines = [line.strip() for line in self.cleaned_data["choices"].splitlines() if line.strip()]
        if not 1 < len(lines) <= MOST_BANDS:
            raise forms.ValidationError(_("Write between 2 and %(most)s answers.") % {"most": MOST_BANDS})
        bands = [self._band(line) for line in lines]
        if len({band["key"] for band in bands}) < len(bands):
            raise forms.ValidationError(_("Two lines say the same. Leave one of them."))
        return bands

    def _band(self, line: str) -> dict[str, object]:
        words, _equals, number = line.partition("=")
        spanish, _bar, english = words.partition("|")
        label = both(spanish, english)
        if not label:
            raise forms.ValidationError(
                _("There is a number without an answer before it: “%(line)s”.") % {"line": line}
            )
        key = self.keys.get(spanish.strip()) or slugify(spanish)[:40] or "otra"
        return {"key": key, "label": label, "population": _people(number, line)}

    def clean(self) -> dict[str, Any]:
        """Numbers without a source are not shown, so they are not taken either."""
        cleaned = self.cleaned_data
        if any(band["population"] is not None for band in cleaned.get("choices", ())) and not cleaned.get("source"):
            self.add_error("source", _("Say where the numbers of people come from."))
        return cleaned


def _people(typed: str, line: str) -> int | None:
    digits = typed.strip().translate({ord(","): None, ord(" "): None, ord("\u00a0"): None})
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit():
        raise forms.ValidationError(_("After the equals sign goes a number of people: “%(line)s”.") % {"line": line})
    return int(digits)


def band_lines(choices: list[Mapping[str, Any]]) -> str:
    """The answers as they are typed."""
    return "\n".join(_line(band) for band in choices)


def _line(band: Mapping[str, Any]) -> str:
    words = " | ".join(filter(None, (band["label"].get("es"), band["label"].get("en"))))
    return words if band.get("population") is None else f"{words} = {band['population']}"
