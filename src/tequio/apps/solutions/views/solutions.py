from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.comparing import compared
from tequio.apps.solutions.forms import FeaturesForm, SolutionForm
from tequio.apps.solutions.models import Problem, Prototype, Solution
from tequio.apps.solutions.views.strands import CAME_OUT, behind, strand_of, typed_refs
from tequio.apps.solutions.wording import STATES
from tequio.core.roles import Permission
from tequio.core.thread import Kind, LinkKind
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.requests import Request

EDITS = staff(Permission.SOLUTIONS_EDIT)
TEXTS = ("title", "about", "without_technology")


@needs(ANYONE)
def solution(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.solution(found, number)
    context = {"process": found, "solution": one, "problems": queries.problems_of(one)}
    context |= {"feedback": queries.feedback_on(one), "traced": strand_of(request, found, Kind.SOLUTION, one.pk)}
    return page(request, "solutions/solution.html", context)


@needs(EDITS, "GET", "POST")
def add(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = SolutionForm(request.POST or None, **_offered(found), initial={"answers": request.GET.getlist("p")})
    made = tried(
        form, lambda: actions.add_solution(process=found, by=request.actor, at=request.at, **_typed(found, form))
    )
    if made:
        return redirect("solutions:solution", request.space.slug, process, made.number)
    return page(request, "solutions/solution_form.html", {"process": found, "form": form})


@needs(EDITS, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.solution(found, number)
    form = SolutionForm(request.POST or None, **_offered(found), initial=_initial(found, one))
    if tried(form, lambda: actions.edit_solution(solution=one, by=request.actor, at=request.at, **_typed(found, form))):
        return redirect("solutions:solution", request.space.slug, process, number)
    return page(request, "solutions/solution_form.html", {"process": found, "solution": one, "form": form})


@needs(EDITS, "GET", "POST")
def features(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.solution(found, number)
    form = FeaturesForm(request.POST or None, features=queries.features_of(one))
    if tried(form, lambda: _written(request, one, form)):
        return redirect("solutions:solution", request.space.slug, process, number)
    return page(request, "solutions/features.html", {"process": found, "solution": one, "form": form})


@needs(ANYONE)
def compare(request: Request, process: str, number: int) -> HttpResponse:
    """Prototypes side by side: all of them, or those the address names (?m=1&m=2)."""
    found = process_for(request, process)
    one = queries.solution(found, number)
    comparison = compared(list(one.features.all()), _wanted(request, one))
    context = {"process": found, "solution": one, "comparison": comparison, "states": STATES}
    return page(request, "solutions/compare.html", context)


def _wanted(request: Request, one: Solution) -> list[Prototype]:
    every = list(one.prototypes.all())
    named = [prototype for prototype in every if str(prototype.number) in request.GET.getlist("m")]
    return named or every


def _written(request: Request, one: Solution, form: FeaturesForm) -> bool:
    """What was there first, then what is new: one screen, and all of it or nothing."""
    actions.write_features(solution=one, texts=form.known(), new=form.new(), by=request.actor, at=request.at)
    return True


def _offered(process: Process) -> dict[str, Any]:
    problems = queries.knots_to_choose(process, [Kind.PROBLEM])
    return {"problems": problems, "knots": queries.knots_to_choose(process, CAME_OUT)}


def _typed(process: Process, form: SolutionForm) -> dict[str, Any]:
    texts = {name: form.cleaned_data[name] or {} for name in TEXTS}
    numbers = [int(ref[1:]) for ref in form.cleaned_data["answers"]]
    problems = list(Problem.objects.filter(process=process, number__in=numbers))
    return {**texts, "answers": problems, **typed_refs(process, form, Kind.SOLUTION)}


def _initial(process: Process, one: Solution) -> dict[str, Any]:
    texts = {name: getattr(one, name) for name in TEXTS}
    answers = queries.refs_behind(process, Kind.SOLUTION, one.pk, LinkKind.ANSWERED)
    return {**texts, "answers": answers, **behind(process, Kind.SOLUTION, one.pk)}
