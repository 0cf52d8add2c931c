"""Writes the case into an empty installation, through the actions of the apps and in the order of the story."""

from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction
from django_scopes import scope

from tequio.apps.accounts.keys import actor
from tequio.apps.spaces import queries as spaces
from tequio.apps.spaces.models import Space
from tequio.cases.mexico_city.build import (
    feedback,
    ground,
    meetings,
    outcome,
    people,
    plan,
    priorities,
    problems,
    prototypes,
    templates,
    voices,
    water,
    water_results,
    water_voices,
)
from tequio.cases.mexico_city.build.story import Ground
from tequio.cases.mexico_city.case import generate
from tequio.cases.mexico_city.water import water as water_told
from tequio.core.actors import ActorKind
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind

STEPS = 12

type Tell = Callable[[int], object]


@transaction.atomic
def build(*, at: datetime, progress: Tell = lambda _steps: None, seed: int = 2021) -> Space:
    """Write all of it or nothing; `progress` is told of each of the `STEPS`. An installation in use is refused."""
    if spaces.all_spaces():
        raise Refusal("setup.done")
    case = generate(seed)
    places = ground.lay_places(case.facts.territories, at=at)
    space = ground.open_space(case.facts.process, places, case.facts.territories.city.code, at=at)
    with scope(space=space.pk):
        organizations = ground.bring_in(case, space, places, at=at)
        ana = ground.let_in(space, organizations[ground.SPEAKS_FOR], at=at)
        progress(1)
        there = Ground(case, space, places, organizations, actor(ActorKind.FACILITATOR, ana.pk))
        templates.add(space, at=at)
        _platform(there, progress)
        _water(there, at)
        progress(2)
    _analyze()
    return space


def _analyze() -> None:
    """PostgreSQL plans well once it has counted what came in all at once; it would do so by itself a minute later."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _platform(there: Ground, progress: Tell) -> None:
    """The documented process, from the first voice to what was promised."""
    story = plan.draw(there)
    who = people.bring(story)
    people.invite(story, who)
    progress(1)
    held = meetings.hold(story, who)
    progress(2)
    said = voices.write_down(story, held)
    themes = voices.group(story, said)
    progress(1)
    stated = problems.state_problems(story, themes, priorities.hold(story, themes))
    progress(1)
    designed = prototypes.design(story, held, said, stated)
    progress(1)
    answered = feedback.survey(story, designed, who)
    people.answer(story, who)
    progress(2)
    outcome.promise(story, outcome.decide(story, stated, designed, answered))
    outcome.tell(story)
    plan.note(story)
    progress(1)


def _water(there: Ground, at: datetime) -> None:
    """The process that is open on the day of building."""
    today = water.draw(water_told(), there, at=at)
    who = water.bring(today)
    said = water_voices.write_down(today, who, water.meet(today, who))
    themes = water_voices.group(today, said, water_voices.hear_the_web(today))
    water_results.open_round(today, themes)
    proposed = water_results.propose(today, themes)
    prototypes = water_results.draw_prototypes(today, proposed.solution, said)
    asked = water_results.ask(today, proposed.solution, prototypes, who)
    board = next(iter(prototypes.values()))
    rests_on = [(Kind.PROBLEM, proposed.problem.pk), (Kind.PROTOTYPE, board.pk), (Kind.FEEDBACK, asked.pk)]
    water_results.promise(today, rests_on)
