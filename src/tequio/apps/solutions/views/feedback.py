from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import phases_of, process_for, require_open
from tequio.apps.solutions import actions, exports, queries
from tequio.apps.solutions.forms import FeedbackForm, QuestionForm, RoundForm
from tequio.apps.solutions.forms.feedback import lines_of
from tequio.apps.solutions.models import Feedback, Question
from tequio.apps.solutions.results import results
from tequio.apps.solutions.views.strands import strand_of
from tequio.apps.solutions.wording import KINDS
from tequio.core.phases import Activity
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.refusals import sentence
from tequio.web.requests import Request

EDITS = staff(Permission.FEEDBACK_EDIT)


@needs(ANYONE)
def feedback(request: Request, process: str, number: int) -> HttpResponse:
    """What was asked, what was answered, and what people said in their own words."""
    found = process_for(request, process)
    one = queries.feedback(found, number)
    context = {"process": found, "feedback": one, "results": results(one), "comments": queries.comments_on(one)}
    waits = _waits(request, found)
    context |= {"responses": queries.responses_to(one).count(), "open": not waits, "waits": waits}
    context |= {"traced": strand_of(request, found, Kind.FEEDBACK, one.pk)}
    return page(request, "solutions/feedback.html", context)


def _waits(request: Request, process: Process) -> str:
    """Why nobody can answer on the web today, or nothing."""
    try:
        require_open(process, Activity.FEEDBACK, queries.day_of(request.at))
    except Refusal as refusal:
        return sentence(refusal)
    return ""


@needs(ANYONE)
def table(request: Request, process: str, number: int) -> HttpResponseBase:
    """The same results as a file."""
    found = process_for(request, process)
    one = queries.feedback(found, number)
    return exports.as_file(exports.results_table(one), f"{found.slug}-O{one.number}")


@needs(EDITS, "GET", "POST")
def add(request: Request, process: str, number: int) -> HttpResponse:
    """A round on the prototypes of solution `number`."""
    found = process_for(request, process)
    one = queries.solution(found, number)
    form = RoundForm(request.POST or None, prototypes=one.prototypes.all())
    made = tried(form, lambda: _opened(request, one, form))
    if made:
        return redirect("solutions:questions", request.space.slug, process, made.number)
    return page(request, "solutions/feedback_form.html", {"process": found, "solution": one, "form": form})


@needs(EDITS, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.feedback(found, number)
    form = FeedbackForm(request.POST or None, initial={"title": one.title, "about": one.about})
    if tried(form, lambda: actions.edit_feedback(feedback=one, by=request.actor, at=request.at, **_texts(form))):
        return redirect("solutions:feedback", request.space.slug, process, number)
    context = {"process": found, "solution": one.solution, "feedback": one, "form": form}
    return page(request, "solutions/feedback_form.html", context)


@needs(EDITS, "GET", "POST")
def questions(request: Request, process: str, number: int) -> HttpResponse:
    """The questions of a round, and a form for the next one."""
    found = process_for(request, process)
    one = queries.feedback(found, number)
    form = QuestionForm(request.POST or None, phases=phases_of(found))
    if tried(form, lambda: actions.add_question(feedback=one, by=request.actor, at=request.at, **_asked(form))):
        return redirect("solutions:questions", request.space.slug, process, number)
    context = {"process": found, "feedback": one, "form": form, "kinds": KINDS}
    return page(request, "solutions/questions.html", context | {"answered": one.responses.exists()})


@needs(EDITS, "GET", "POST")
def question(request: Request, process: str, number: int, key: str) -> HttpResponse:
    """Correct a question or take it out, while nobody has answered."""
    found = process_for(request, process)
    one = queries.question(queries.feedback(found, number), key)
    form = QuestionForm(request.POST or None, phases=phases_of(found), initial=_initial(one))
    if "remove" in request.POST:
        actions.remove_question(question=one, by=request.actor, at=request.at)
        return redirect("solutions:questions", request.space.slug, process, number)
    if tried(form, lambda: actions.edit_question(question=one, by=request.actor, at=request.at, **_asked(form))):
        return redirect("solutions:questions", request.space.slug, process, number)
    context = {"process": found, "feedback": one.feedback, "question": one, "form": form}
    return page(request, "solutions/question.html", context)


def _opened(request: Request, solution: Any, form: RoundForm) -> Feedback:
    facts = {**_texts(form), "prototypes": form.asked_about(), "by": request.actor, "at": request.at}
    return actions.add_feedback(solution=solution, **facts)


def _texts(form: FeedbackForm) -> dict[str, Any]:
    return {"title": form.cleaned_data["title"], "about": form.cleaned_data["about"] or {}}


def _asked(form: QuestionForm) -> dict[str, Any]:
    kind, wording = Question.Kind(form.cleaned_data["kind"]), form.cleaned_data["wording"]
    return {"kind": kind, "wording": wording, "choices": form.offered(), "only_for": form.phase()}


def _initial(one: Question) -> dict[str, Any]:
    phase = one.only_for.key if one.only_for else ""
    return {"kind": one.kind, "wording": one.wording, "choices": lines_of(one), "only_for": phase}
