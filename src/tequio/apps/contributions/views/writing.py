"""The open call: saying something without an account, and the words to come back with."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language

from tequio.apps.contributions import actions, sessions
from tequio.apps.contributions.forms import AgainForm, SayForm
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.passphrases import new_words
from tequio.apps.processes.queries import process_for, require_open
from tequio.core.phases import Activity
from tequio.core.refusals import Refusal
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs
from tequio.web.refusals import sentence
from tequio.web.requests import Request


@needs(ANYONE, "GET", "POST")
def say(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    person, closed = sessions.me(request, found), _closed(found, request)
    if closed and request.method == "GET":
        return page(request, "contributions/say_closed.html", {"process": found, "closed": closed})
    form = (AgainForm if person else SayForm)(request.POST or None)
    words = new_words()
    told = tried(form, lambda: _said(request, found, form, person, words))
    if told is None:
        return page(request, "contributions/say.html", {"process": found, "form": form, "me": person})
    if told.words_given and told.contribution.participant:
        sessions.remember(request, told.contribution.participant)
    sessions.lay_down(request, found, told.contribution.number, words if told.words_given else "")
    return redirect("contributions:said", request.space.slug, found.slug)


def _closed(process: Process, request: Request) -> str:
    try:
        require_open(process, Activity.CONTRIBUTE, localdate(request.at))
    except Refusal as refusal:
        return sentence(refusal)
    return ""


def _said(request: Request, process: Process, form: AgainForm, person: Participant | None, words: str) -> actions.Told:
    said = form.cleaned_data
    saying = actions.Saying(
        said["body"],
        said["sent_as"],
        kind=said["kind"],
        language=get_language() or "es",
        territory=said.get("territory"),
        speaks_for=Participant.SpeaksFor(said.get("speaks_for", Participant.SpeaksFor.SELF)),
        consents=form.consents if isinstance(form, SayForm) else (),
    )
    return actions.say(process=process, saying=saying, participant=person, words=words, by=request.actor, at=request.at)


@needs(ANYONE)
def said(request: Request, process: str) -> HttpResponse:
    """Shown once: whoever comes a second time is told that the words cannot be read again."""
    found = process_for(request, process)
    request.personal = True
    number, words = sessions.take_up(request, found) or (None, "")
    address = request.build_absolute_uri(reverse("contributions:return", args=[request.space.slug, found.slug]))
    context = {
        "process": found,
        "number": number,
        "words": words,
        "me": sessions.me(request, found),
        "address": address,
    }
    return page(request, "contributions/said.html", context)
