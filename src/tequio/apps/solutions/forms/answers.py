"""The questions of a round as boxes: for the person who answers, and for staff who type what was said or written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Phase
from tequio.apps.solutions.models import DONT_KNOW, Feedback, Prototype, Question, Response
from tequio.apps.solutions.wording import CHANNELS
from tequio.core.localized import Localized, pick


@dataclass(frozen=True, slots=True)
class Section:
    """Questions for everybody, or the box that says "I took part in …" and the questions for those who did."""

    phase: Phase | None
    took_part: forms.BoundField | None
    questions: tuple[forms.BoundField, ...]


class AnswerForm(forms.Form):
    sent_as = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, feedback: Feedback, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions: list[Question] = list(feedback.questions.all())
        self.phases = {one.only_for_id: one.only_for for one in self.questions if one.only_for}
        for pk, phase in self.phases.items():
            label = _("I took part in “%(phase)s”") % {"phase": _said(phase.title) or phase.key}
            self.fields[f"phase_{pk}"] = forms.BooleanField(label=label, required=False)
        prototypes = list(feedback.prototypes.all())
        for question in self.questions:
            self.fields[f"q_{question.key}"] = _box(question, prototypes)

    def sections(self) -> list[Section]:
        """Questions for everybody first; each phase then has its own, after the box that opens them."""
        every = [Section(None, None, self._boxes(None))]
        return every + [Section(phase, self[f"phase_{pk}"], self._boxes(pk)) for pk, phase in self.phases.items()]

    def _boxes(self, phase_id: int | None) -> tuple[forms.BoundField, ...]:
        return tuple(self[f"q_{one.key}"] for one in self.questions if one.only_for_id == phase_id)

    def answers(self) -> Mapping[str, str]:
        return {question.key: self.cleaned_data[f"q_{question.key}"] for question in self.questions}

    def took_part_in(self) -> list[Phase]:
        return [phase for pk, phase in self.phases.items() if self.cleaned_data[f"phase_{pk}"]]


class WebForm(AnswerForm):
    may_show = forms.BooleanField(
        label=_("What I write may be shown to everybody, with my code if I have one"),
        required=False,
        help_text=_("Never your name. If you leave it empty, only the facilitators read it."),
    )


class KeyingForm(AnswerForm):
    code = forms.CharField(
        label=_("Code of the person"),
        max_length=20,
        required=False,
        help_text=_("For example W1#13. Empty if they have none."),
    )
    channel = forms.ChoiceField(
        label=_("How they answered"),
        choices=[(channel, CHANNELS[channel]) for channel in (Response.Channel.TELEPHONE, Response.Channel.PAPER)],
        widget=forms.RadioSelect,
        initial=Response.Channel.TELEPHONE,
    )
    may_show = forms.BooleanField(label=_("They agreed that their comments are shown, with their code"), required=False)


def _said(text: Localized) -> str:
    return pick(text, get_language() or "es").text


def _box(question: Question, prototypes: list[Prototype]) -> forms.Field:
    label = _said(question.wording)
    if question.kind == Question.Kind.COMMENT:
        return forms.CharField(label=label, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    if question.kind == Question.Kind.PROTOTYPE:
        choices = [(str(prototype.number), _said(prototype.title)) for prototype in prototypes]
    else:
        choices = [(choice["key"], _said(choice["label"])) for choice in question.choices]
    every = [*choices, (DONT_KNOW, _("I do not know"))]
    return forms.ChoiceField(label=label, choices=every, required=False, widget=forms.RadioSelect)
