"""From the themes and the round to the problem that was chosen, and to those that were not."""

from collections.abc import Mapping

from tequio.apps.prioritising.models import Round
from tequio.apps.solutions import actions
from tequio.apps.solutions.models import Problem
from tequio.cases.mexico_city.build.story import PROBLEM_CHOSEN, Story, moment
from tequio.cases.mexico_city.build.voices import Themes
from tequio.cases.mexico_city.synthesis import Problem as Told
from tequio.cases.mexico_city.synthesis import ProblemState
from tequio.core.thread import Kind

type Problems = Mapping[str, Problem]


def state_problems(story: Story, themes: Themes, held: Round) -> Problems:
    return {told.key: _problem(story, told, themes, held) for told in story.case.problems}


def _problem(story: Story, told: Told, themes: Themes, held: Round) -> Problem:
    """The reason is told for the one that was chosen and for those that were not."""
    chosen, at = told.state is ProblemState.CHOSEN, moment(PROBLEM_CHOSEN)
    rounds = [held.pk] if chosen else []
    problem = actions.add_problem(
        process=story.process,
        title=told.name,
        statement=told.words,
        affected=told.affected,
        memo=story.case.challenge.words if chosen else {},
        became=[*story.knots(Kind.THEME, [themes[key].pk for key in told.themes]), *story.knots(Kind.ROUND, rounds)],
        synthetic=told.synthetic,
        by=story.by,
        at=at,
    )
    judge = actions.choose_problem if chosen else actions.set_aside_problem
    return judge(problem=problem, reason=told.reason, by=story.by, at=at)
