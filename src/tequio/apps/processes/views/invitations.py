"""For staff: people carried forward from phase to phase, and slips with the words to come back with."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tequio.apps.processes import actions, forms, queries
from tequio.apps.processes.forms.invitations import STATES
from tequio.apps.processes.models import Invitation, Phase, Process
from tequio.apps.processes.passphrases import new_words
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

SEE, EDIT = staff(Permission.PARTICIPANTS_SEE), staff(Permission.PARTICIPANTS_EDIT)
SHOWN = 100
State = Invitation.State


@needs(SEE)
def invitations(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    counts = queries.counts_by_phase(found)
    phases = [
        (phase, [counts.get(phase.pk, {}).get(state, 0) for state, _words in STATES]) for phase in found.phases.all()
    ]
    return page(request, "processes/invitations.html", {"process": found, "phases": phases, "states": STATES})


@needs(SEE)
def invited(request: Request, process: str, key: str) -> HttpResponse:
    """The people of one phase, to be marked; the buttons below say what to do with them."""
    found = queries.process_for(request, process)
    phase = queries.phase_at(found, key)
    return _list(request, found, phase, forms.AnswerForm())


def _list(request: Request, process: Process, phase: Phase, form: forms.AnswerForm) -> HttpResponse:
    pages = Paginator(queries.invitations_of(phase), SHOWN).get_page(request.GET.get("page"))
    marked, words = request.POST.getlist("person"), dict(STATES)
    rows = [(invitation.participant, words[State(invitation.state)]) for invitation in pages]
    shown = {"process": process, "phase": phase, "pages": pages, "rows": rows, "form": form, "marked": marked}
    return page(request, "processes/invited.html", shown)


@needs(EDIT, "POST")
def answer(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    phase, form = queries.phase_at(found, key), forms.AnswerForm(request.POST)
    if tried(form, lambda: _answered(request, phase, form)) is None:
        return _list(request, found, phase, form)
    return redirect("processes:invited", request.space.slug, found.slug, phase.key)


def _answered(request: Request, phase: Phase, form: forms.AnswerForm) -> int:
    people, state = forms.chosen(phase.process, request.POST), form.cleaned_data["state"]
    return actions.change_invitations(phase, people, state=state, by=request.actor, at=request.at)


@needs(EDIT, "GET", "POST")
def carry(request: Request, process: str, key: str) -> HttpResponse:
    """Invite to this phase the people of another, or those of a wave of codes."""
    found = queries.process_for(request, process)
    phase = queries.phase_at(found, key)
    form = forms.CarryForm(request.POST or None, process=found, target=phase)
    if tried(form, lambda: _carried(request, phase, form)) is not None:
        return redirect("processes:invited", request.space.slug, found.slug, phase.key)
    return page(request, "processes/carry.html", {"process": found, "phase": phase, "form": form})


def _carried(request: Request, phase: Phase, form: forms.CarryForm) -> int:
    return actions.invite(phase, form.people(), carried_from=form.phase, by=request.actor, at=request.at)


@needs(EDIT, "POST")
def slips(request: Request, process: str, key: str) -> HttpResponse:
    """Fresh words for the people marked, on this one page and nowhere else; what they had before stops working."""
    found = queries.process_for(request, process)
    phase = queries.phase_at(found, key)
    pairs = [(person, new_words()) for person in forms.chosen(found, request.POST)]
    actions.give_passphrases(found, pairs, by=request.actor, at=request.at)
    address = request.build_absolute_uri(reverse("processes:detail", args=[request.space.slug, found.slug]))
    printed = [{"person": person.code, "code": words} for person, words in pairs]
    shown = {"process": found, "phase": phase, "slips": printed, "address": address}
    return page(request, "processes/slips.html", shown)
