"""For staff who may see people: who takes part, by their codes."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from tequio.apps.processes import actions, forms, queries
from tequio.apps.processes.forms.participants import known_of
from tequio.apps.processes.models import Participant, Process
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

SEE, EDIT = staff(Permission.PARTICIPANTS_SEE), staff(Permission.PARTICIPANTS_EDIT)
SHOWN = 50


@needs(SEE)
def participants(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    form = forms.PeopleFilter(request.GET, process=found)
    people = queries.participants_of(found, **form.filters())
    pages = Paginator(people, SHOWN).get_page(request.GET.get("page"))
    return page(request, "processes/participants.html", {"process": found, "filter": form, "pages": pages})


@needs(EDIT, "GET", "POST")
def add_participants(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    first = {"wave": next(iter(queries.waves_of(found)), "W1"), "speaks_for": Participant.SpeaksFor.SELF}
    form = forms.ManyForm(request.POST or None, process=found, initial=first)
    if tried(form, lambda: _added(request, found, form)):
        return redirect("processes:participants", request.space.slug, found.slug)
    return page(request, "processes/participants_add.html", {"process": found, "form": form})


def _added(request: Request, process: Process, form: forms.ManyForm) -> list[Participant]:
    clean = form.cleaned_data
    facts = {"wave": clean["wave"], "people": clean["newcomers"], "phase": clean["phase"]}
    return actions.add_participants(process, **facts, by=request.actor, at=request.at)


@needs(EDIT, "GET", "POST")
def participant(request: Request, process: str, wave: str, number: int) -> HttpResponse:
    found = queries.process_for(request, process)
    person = queries.participant_at(found, wave, number)
    form = forms.PersonForm(request.POST or None, process=found, initial=known_of(person))
    if tried(form, lambda: _edited(request, person, form)):
        return redirect("processes:participants", request.space.slug, found.slug)
    return page(request, "processes/participant_form.html", {"process": found, "person": person, "form": form})


def _edited(request: Request, person: Participant, form: forms.PersonForm) -> Participant:
    said = form.person(before=person, on=localdate(request.at))
    return actions.edit_participant(person, person=said, by=request.actor, at=request.at)


@needs(EDIT, "GET", "POST")
def withdraw(request: Request, process: str, wave: str, number: int) -> HttpResponse:
    found = queries.process_for(request, process)
    person = queries.participant_at(found, wave, number)
    form = forms.AskedForm(request.POST if request.method == "POST" else None)
    if tried(form, lambda: actions.withdraw(person, by=request.actor, at=request.at)):
        return redirect("processes:participants", request.space.slug, found.slug)
    return page(request, "processes/withdraw.html", {"process": found, "person": person, "form": form})
