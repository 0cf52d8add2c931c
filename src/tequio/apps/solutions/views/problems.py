from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.forms import JudgeForm, ProblemForm
from tequio.apps.solutions.models import Problem
from tequio.apps.solutions.views.strands import CAME_OUT, behind, strand_of, typed_refs
from tequio.apps.solutions.wording import PROBLEMS
from tequio.core.phases import Activity
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.requests import Request

EDITS = staff(Permission.SOLUTIONS_EDIT)


@needs(ANYONE)
def index(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    context = {"process": found, "all": queries.overview(found)}
    context |= {"open": queries.is_open(found, Activity.FEEDBACK, request.at)}
    return page(request, "solutions/list.html", context)


@needs(ANYONE)
def problem(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.problem(found, number)
    context: dict[str, Any] = {"process": found, "problem": one, "state": PROBLEMS[Problem.State(one.state)]}
    context |= {"solutions": queries.solutions_of(one), "traced": strand_of(request, found, Kind.PROBLEM, one.pk)}
    return page(request, "solutions/problem.html", context)


@needs(EDITS, "GET", "POST")
def add(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = ProblemForm(request.POST or None, knots=queries.knots_to_choose(found, CAME_OUT))
    made = tried(
        form, lambda: actions.add_problem(process=found, by=request.actor, at=request.at, **_typed(found, form))
    )
    if made:
        return redirect("solutions:problem", request.space.slug, process, made.number)
    return page(request, "solutions/problem_form.html", {"process": found, "form": form})


@needs(EDITS, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.problem(found, number)
    form = ProblemForm(
        request.POST or None, knots=queries.knots_to_choose(found, CAME_OUT), initial=_initial(found, one)
    )
    if tried(form, lambda: actions.edit_problem(problem=one, by=request.actor, at=request.at, **_typed(found, form))):
        return redirect("solutions:problem", request.space.slug, process, number)
    return page(request, "solutions/problem_form.html", {"process": found, "problem": one, "form": form})


@needs(EDITS, "GET", "POST")
def judge(request: Request, process: str, number: int) -> HttpResponse:
    """Choose a problem, set it aside or take either back: with the one reason that everybody reads."""
    found = process_for(request, process)
    one = queries.problem(found, number)
    form = JudgeForm(request.POST or None, initial={"reason": one.reason})
    if tried(form, lambda: _judged(request, one, form)):
        return redirect("solutions:problem", request.space.slug, process, number)
    return page(request, "solutions/problem_judge.html", {"process": found, "problem": one, "form": form})


def _judged(request: Request, one: Problem, form: JudgeForm) -> Problem:
    judgement, reason = form.cleaned_data["judgement"], form.cleaned_data["reason"] or {}
    if judgement == "reconsider":
        return actions.reconsider_problem(problem=one, by=request.actor, at=request.at)
    act = actions.choose_problem if judgement == "choose" else actions.set_aside_problem
    return act(problem=one, reason=reason, by=request.actor, at=request.at)


def _typed(process: Process, form: ProblemForm) -> dict[str, Any]:
    texts = {name: form.cleaned_data[name] or {} for name in ("title", "statement", "affected", "memo")}
    return {**texts, **typed_refs(process, form, Kind.PROBLEM)}


def _initial(process: Process, one: Problem) -> dict[str, Any]:
    texts = {name: getattr(one, name) for name in ("title", "statement", "affected", "memo")}
    return {**texts, **behind(process, Kind.PROBLEM, one.pk)}
