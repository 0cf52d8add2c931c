"""From what people said to a problem that can be worked on, and why this one and not another."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.solutions.actions.knots import knotted, led_to, noted, now_led_to, some_words, words
from tequio.apps.solutions.models import Problem
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.thread import LinkKind


@transaction.atomic
def add_problem(
    *,
    process: Process,
    title: Localized,
    statement: Localized,
    affected: Localized,
    memo: Localized,
    became: Sequence[Knot] = (),
    evidence: Sequence[Knot] = (),
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Problem:
    """`became`: contributions, themes and rounds it was made from; `evidence`: what else supports it."""
    locked(process)
    texts = {"title": words(title), "statement": words(statement, "statement")}
    texts |= {"affected": some_words(affected), "memo": some_words(memo)}
    number = next_number(Problem, process)
    problem: Problem = Problem.objects.create(process=process, number=number, synthetic=synthetic, made_at=at, **texts)
    links = [(LinkKind.BECAME, became), (LinkKind.EVIDENCE, evidence)]
    led_to(process, knotted(problem), links, by=by, at=at)
    noted("problem.added", problem, by=by, at=at)
    return problem


@transaction.atomic
def edit_problem(
    *,
    problem: Problem,
    title: Localized,
    statement: Localized,
    affected: Localized,
    memo: Localized,
    became: Sequence[Knot],
    evidence: Sequence[Knot],
    by: Actor,
    at: datetime,
) -> Problem:
    locked(problem.process)
    problem.title, problem.statement = words(title), words(statement, "statement")
    problem.affected, problem.memo = some_words(affected), some_words(memo)
    problem.save(update_fields=["title", "statement", "affected", "memo"])
    knot = knotted(problem)
    now_led_to(knot, LinkKind.BECAME, became, by=by, at=at)
    now_led_to(knot, LinkKind.EVIDENCE, evidence, by=by, at=at)
    noted("problem.edited", problem, by=by, at=at)
    return problem


def choose_problem(*, problem: Problem, reason: Localized, by: Actor, at: datetime) -> Problem:
    return _judge(problem, Problem.State.CHOSEN, words(reason, "reason"), by=by, at=at)


def set_aside_problem(*, problem: Problem, reason: Localized, by: Actor, at: datetime) -> Problem:
    return _judge(problem, Problem.State.ASIDE, words(reason, "reason"), by=by, at=at)


def reconsider_problem(*, problem: Problem, by: Actor, at: datetime) -> Problem:
    """Neither chosen nor set aside any more; the reason goes with the judgement, so that only one is ever shown."""
    return _judge(problem, Problem.State.CONSIDERED, {}, by=by, at=at)


@transaction.atomic
def _judge(problem: Problem, state: Problem.State, reason: dict[str, str], *, by: Actor, at: datetime) -> Problem:
    before, problem.state, problem.reason = problem.state, state, reason
    problem.save(update_fields=["state", "reason"])
    noted("problem.judged", problem, by=by, at=at, before=str(before), after=str(state))
    return problem
