"""What could answer a problem, beginning with what needs no device; and the features its prototypes are compared on."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.solutions.actions.knots import knotted, led_to, noted, now_led_to, some_words, words
from tequio.apps.solutions.models import Feature, Problem, Solution
from tequio.apps.thread.models import Knot
from tequio.apps.thread.queries import knots_of
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind


@transaction.atomic
def add_solution(
    *,
    process: Process,
    title: Localized,
    about: Localized,
    without_technology: Localized,
    answers: Sequence[Problem],
    became: Sequence[Knot] = (),
    evidence: Sequence[Knot] = (),
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Solution:
    """`answers`: at least one problem; `became`: contributions and themes behind it; `evidence`: what supports it."""
    locked(process)
    texts = {"title": words(title), "about": some_words(about)}
    texts |= {"without_technology": words(without_technology, "without_technology")}
    problems = _problem_knots(process, answers)
    number = next_number(Solution, process)
    solution: Solution = Solution.objects.create(
        process=process, number=number, synthetic=synthetic, made_at=at, **texts
    )
    links = [(LinkKind.ANSWERED, problems), (LinkKind.BECAME, became), (LinkKind.EVIDENCE, evidence)]
    led_to(process, knotted(solution), links, by=by, at=at)
    noted("solution.added", solution, by=by, at=at)
    return solution


@transaction.atomic
def edit_solution(
    *,
    solution: Solution,
    title: Localized,
    about: Localized,
    without_technology: Localized,
    answers: Sequence[Problem],
    became: Sequence[Knot],
    evidence: Sequence[Knot],
    by: Actor,
    at: datetime,
) -> Solution:
    locked(solution.process)
    solution.title, solution.about = words(title), some_words(about)
    solution.without_technology = words(without_technology, "without_technology")
    problems = _problem_knots(solution.process, answers)
    solution.save(update_fields=["title", "about", "without_technology"])
    links = {LinkKind.ANSWERED: problems, LinkKind.BECAME: became, LinkKind.EVIDENCE: evidence}
    knot = knotted(solution)
    for kind, sources in links.items():
        now_led_to(knot, kind, sources, by=by, at=at)
    noted("solution.edited", solution, by=by, at=at)
    return solution


def _problem_knots(process: Process, problems: Sequence[Problem]) -> list[Knot]:
    found = knots_of(process, Kind.PROBLEM, [problem.pk for problem in problems])
    if not found:
        raise Refusal("solutions.answers_nothing", field="answers")
    return list(found.values())


@transaction.atomic
def add_features(
    *, solution: Solution, features: Sequence[tuple[Localized, Localized]], by: Actor, at: datetime
) -> list[Feature]:
    """Each a title and, if there is more to say, what it means. They come after those that are there."""
    locked(solution.process)
    highest = Feature.objects.filter(solution=solution).aggregate(highest=Max("place"))["highest"] or 0
    rows = [
        Feature(solution=solution, place=highest + place, title=words(title), about=some_words(about))
        for place, (title, about) in enumerate(features, 1)
    ]
    made: list[Feature] = Feature.objects.bulk_create(rows)
    noted("solution.features_added", solution, by=by, at=at, features=len(made))
    return made


@transaction.atomic
def write_features(
    *,
    solution: Solution,
    texts: Mapping[int, tuple[Localized, Localized]],
    new: Sequence[tuple[Localized, Localized]] = (),
    by: Actor,
    at: datetime,
) -> list[Feature]:
    """Words for features by their id, and new ones after them. One without a title goes, with what was said of it."""
    known = Feature.objects.filter(solution=solution, pk__in=texts).in_bulk()
    gone = [pk for pk in known if not some_words(texts[pk][0])]
    kept = [feature for pk, feature in known.items() if pk not in gone]
    for feature in kept:
        feature.title, feature.about = (some_words(text) for text in texts[feature.pk])
    Feature.objects.bulk_update(kept, ["title", "about"])
    Feature.objects.filter(pk__in=gone).delete()
    noted("solution.features_edited", solution, by=by, at=at, edited=len(kept), removed=len(gone))
    return kept + (add_features(solution=solution, features=new, by=by, at=at) if new else [])
