"""Whom to carry into a phase, and what became of their invitations."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Invitation, Participant, Phase, Process
from tequio.apps.processes.queries import participants_of, people_of, waves_of
from tequio.apps.processes.queries.invitations import EVERYONE, TOOK_PART
from tequio.core.refusals import Refusal
from tequio.web.templatetags.tequio import bare

State = Invitation.State
DIGITS = 19  # more than any id has
STATES = (
    (State.INVITED, _("Invited")),
    (State.ACCEPTED, _("Said yes")),
    (State.DECLINED, _("Said no")),
    (State.CAME, _("Came")),
    (State.VOLUNTEERED, _("Came and wants to go on")),
)
WHO = {
    "all": (EVERYONE, _("Everybody in it, except who said no")),
    "took_part": (TOOK_PART, _("Those who said yes or came")),
    "volunteers": ((State.VOLUNTEERED,), _("Those who want to go on")),
}


class CarryForm(forms.Form):
    """From another phase, or from a wave of codes."""

    source = forms.ChoiceField(label=_("From"), widget=forms.RadioSelect)
    who = forms.ChoiceField(
        label=_("Whom"),
        choices=[(key, words) for key, (_states, words) in WHO.items()],
        widget=forms.RadioSelect,
        initial="all",
        help_text=_("For a wave of codes, everybody in it is invited."),
    )

    def __init__(self, *args: Any, process: Process, target: Phase, **options: Any) -> None:
        super().__init__(*args, **options)
        self.process = process
        self.phases = {phase.key: phase for phase in process.phases.all() if phase.pk != target.pk}
        phases = [(f"phase:{key}", bare(phase.title)) for key, phase in self.phases.items()]
        waves = [(f"wave:{wave}", _("Codes %(wave)s") % {"wave": wave}) for wave in waves_of(process)]
        self.fields["source"].choices = [*phases, *waves]  # type: ignore[attr-defined]

    @property
    def phase(self) -> Phase | None:
        kind, _colon, name = self.cleaned_data["source"].partition(":")
        return self.phases[name] if kind == "phase" else None

    def people(self) -> list[Participant]:
        _kind, _colon, name = self.cleaned_data["source"].partition(":")
        if self.phase is not None:
            return list(people_of(self.phase, WHO[self.cleaned_data["who"]][0]))
        return list(participants_of(self.process, wave=name))


class AnswerForm(forms.Form):
    """What became of the invitations of the people who are marked on the page."""

    state = forms.ChoiceField(label=_("The people marked"), choices=STATES)


def chosen(process: Process, data: QueryDict) -> list[Participant]:
    """The people marked with a tick; somebody of another process is not among them. Refuses when nobody is."""
    ids = [int(value) for value in data.getlist("person") if value.isdecimal() and len(value) < DIGITS]
    people = list(participants_of(process).filter(pk__in=ids))
    if not people:
        raise Refusal("invitation.nobody")
    return people
