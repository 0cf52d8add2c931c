"""Coming back with one's words: what I said, what came of it, and taking any of it back."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tequio.apps.contributions import actions, queries, sessions
from tequio.apps.contributions.forms import ConsentForm, ReturnForm, WordsForm
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.rows import mine_of
from tequio.apps.processes.models import Participant
from tequio.apps.processes.queries import process_for
from tequio.web.errors import denied
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, WITH_THEIR_WORDS, needs
from tequio.web.requests import Request

type Personal = Callable[..., HttpResponse]


def personal(view: Personal) -> Personal:
    """Give the view the person who came back; whoever did not is asked for their words and loses nothing."""

    @wraps(view)
    def known(request: Request, process: str, **place: int) -> HttpResponse:
        found = process_for(request, process)
        person = sessions.me(request, found)
        if person is not None:
            return view(request, person, **place)
        if request.method == "POST":
            return denied(request)
        return redirect("contributions:return", request.space.slug, found.slug)

    return known


@needs(ANYONE, "GET", "POST")
def come_back(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    if request.method == "GET" and sessions.me(request, found):
        return redirect("contributions:mine", request.space.slug, found.slug)
    form = ReturnForm(request.POST or None)
    person = tried(form, lambda: queries.person_with_words(found, form.cleaned_data["words"]))
    if person is None:
        return page(request, "contributions/return.html", {"process": found, "form": form})
    sessions.remember(request, person)
    return redirect("contributions:mine", request.space.slug, found.slug)


@needs(WITH_THEIR_WORDS)
@personal
def mine(request: Request, me: Participant) -> HttpResponse:
    context = {"process": me.process, "me": me, "rows": mine_of(me)}
    return page(request, "contributions/mine.html", context)


@needs(WITH_THEIR_WORDS, "GET", "POST")
@personal
def correct(request: Request, me: Participant, number: int) -> HttpResponse:
    said = _of(me, number)
    form = WordsForm(request.POST or None, initial={"kind": said.kind, "body": said.body})
    doing: dict[str, Any] = {"by": request.actor, "at": request.at}
    kept = tried(form, lambda: actions.correct(contribution=said, **form.cleaned_data, **doing))
    if kept is None:
        return page(request, "contributions/correct.html", {"process": me.process, "said": said, "form": form})
    messages.success(request, _("Your words are corrected."))
    return redirect("contributions:mine", request.space.slug, me.process.slug)


@needs(WITH_THEIR_WORDS, "GET", "POST")
@personal
def consents(request: Request, me: Participant) -> HttpResponse:
    form = ConsentForm(request.POST if request.method == "POST" else None, initial=me.consents)
    doing: dict[str, Any] = {"by": request.actor, "at": request.at}
    kept = tried(form, lambda: actions.consent(participant=me, consents=form.consents, **doing))
    if kept is None:
        return page(request, "contributions/consents.html", {"process": me.process, "me": me, "form": form})
    messages.success(request, _("What you allow is changed."))
    return redirect("contributions:mine", request.space.slug, me.process.slug)


@needs(WITH_THEIR_WORDS, "GET", "POST")
@personal
def withdraw(request: Request, me: Participant, number: int) -> HttpResponse:
    said = _of(me, number)
    if request.method == "GET":
        return page(request, "contributions/withdraw.html", {"process": me.process, "said": said})
    actions.withdraw(contribution=said, by=request.actor, at=request.at)
    messages.success(request, _("A%(number)s is withdrawn and its words are gone.") % {"number": number})
    return redirect("contributions:mine", request.space.slug, me.process.slug)


@needs(WITH_THEIR_WORDS, "GET", "POST")
@personal
def withdraw_all(request: Request, me: Participant) -> HttpResponse:
    n = queries.living_of(me).count()
    if request.method == "GET":
        return page(request, "contributions/withdraw_all.html", {"process": me.process, "me": me, "n": n})
    actions.withdraw_everything(participant=me, by=request.actor, at=request.at)
    sessions.forget(request, me.process)
    return _closed(page(request, "contributions/gone.html", {"process": me.process, "n": n, "me": me}), request)


@needs(ANYONE, "POST")
def close(request: Request, process: str) -> HttpResponse:
    """Leave nothing on a device that others use."""
    found = process_for(request, process)
    sessions.forget(request, found)
    return _closed(page(request, "contributions/closed.html", {"process": found}), request)


def _of(me: Participant, number: int) -> Contribution:
    found: Contribution | None = queries.living_of(me).filter(number=number).first()
    if found is None:
        raise Http404
    return found


def _closed(response: HttpResponse, request: Request) -> HttpResponse:
    """Ask the browser to drop what it keeps of this site, but not the session of staff who signed in here."""
    kept = '"cache", "storage"' if request.person else '"cache", "cookies", "storage"'
    response["Clear-Site-Data"] = kept
    response["Cache-Control"] = "no-store"
    return response
