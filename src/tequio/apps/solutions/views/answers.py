from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import process_for, require_open
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.forms import KeyingForm, WebForm
from tequio.apps.solutions.forms.answers import AnswerForm
from tequio.apps.solutions.models import Feedback, Response
from tequio.core.phases import Activity
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.requests import Request

EDITS = staff(Permission.FEEDBACK_EDIT)


@needs(ANYONE, "GET", "POST")
def answer(request: Request, process: str, number: int) -> HttpResponse:
    """The questions, for anybody and without an account, while feedback is open."""
    found = process_for(request, process)
    one = queries.feedback(found, number)
    form = WebForm(request.POST or None, feedback=one, initial={"sent_as": uuid4()})
    if tried(form, lambda: _sent(request, one, form, Response.Channel.WEB, _returning(request, found))):
        return redirect("solutions:thanks", request.space.slug, process, number)
    if not form.is_bound:
        require_open(found, Activity.FEEDBACK, queries.day_of(request.at))
    context = {"process": found, "feedback": one, "form": form, "who": _returning(request, found)}
    return page(request, "solutions/answer.html", context)


@needs(ANYONE)
def thanks(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    return page(request, "solutions/thanks.html", {"process": found, "feedback": queries.feedback(found, number)})


@needs(EDITS, "GET", "POST")
def key(request: Request, process: str, number: int) -> HttpResponse:
    """Type in what somebody said by telephone or wrote on paper, one person after another."""
    found = process_for(request, process)
    one = queries.feedback(found, number)
    channel = request.GET.get("canal", Response.Channel.TELEPHONE)
    form = KeyingForm(request.POST or None, feedback=one, initial={"sent_as": uuid4(), "channel": channel})
    if made := tried(form, lambda: _keyed(request, one, form)):
        messages.success(request, _("Saved. You can type in the next person."))
        return redirect(f"{request.path}?canal={made.channel}")
    context = {"process": found, "feedback": one, "form": form, "responses": queries.responses_to(one).count()}
    return page(request, "solutions/key.html", context)


@needs(EDITS, "GET", "POST")
def comments(request: Request, process: str, number: int) -> HttpResponse:
    """Read all comments, and choose which of them everybody reads."""
    found = process_for(request, process)
    one = queries.feedback(found, number)
    if request.method == "POST":
        written = queries.comment(one, request.POST.get("comment", ""))
        actions.show_comment(answer=written, shown="show" in request.POST, by=request.actor, at=request.at)
        return redirect("solutions:comments", request.space.slug, process, number)
    context = {"process": found, "feedback": one, "comments": queries.comments_on(one, everything=True)}
    return page(request, "solutions/comments.html", context)


def _returning(request: Request, process: Process) -> Participant | None:
    """Whoever came back to this process with their passphrase answers with their code."""
    pk = request.returning.get(process.pk)
    return Participant.objects.filter(pk=pk, process=process).first() if pk else None


def _keyed(request: Request, one: Feedback, form: KeyingForm) -> Response:
    who = queries.participant_coded(one.process, form.cleaned_data["code"])
    return _sent(request, one, form, Response.Channel(form.cleaned_data["channel"]), who)


def _sent(
    request: Request, one: Feedback, form: AnswerForm, channel: Response.Channel, who: Participant | None
) -> Response:
    return actions.submit_response(
        feedback=one,
        answers=form.answers(),
        channel=channel,
        participant=who,
        took_part_in=form.took_part_in(),
        may_show=form.cleaned_data["may_show"],
        sent_as=form.cleaned_data["sent_as"],
        by=request.actor,
        at=request.at,
    )
