"""Rounds of questions on prototypes. Questions stand still once somebody has answered: a base must mean one thing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from tequio.apps.processes.models import Activity, Phase
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.solutions.actions.knots import knotted, led_to, noted, some_words, words
from tequio.apps.solutions.models import DONT_KNOW, Feedback, Prototype, Question, Solution
from tequio.apps.thread.queries import knot_of, knots_of
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind


@transaction.atomic
def add_feedback(
    *,
    solution: Solution,
    title: Localized,
    about: Localized,
    prototypes: Sequence[Prototype] = (),
    activity: Activity | None = None,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Feedback:
    """Ask about these prototypes of a solution, or about the solution itself while it has none."""
    process = locked(solution.process)
    number = next_number(Feedback, process)
    feedback: Feedback = Feedback.objects.create(
        process=process,
        number=number,
        solution=solution,
        activity=activity,
        title=words(title),
        about=some_words(about),
        synthetic=synthetic,
        made_at=at,
    )
    feedback.prototypes.set(prototypes)
    shown = knots_of(process, Kind.PROTOTYPE, [prototype.pk for prototype in prototypes]).values()
    asked = list(shown) or [knot_of(process, Kind.SOLUTION, solution.pk)]
    led_to(process, knotted(feedback), [(LinkKind.ASKED, asked)], by=by, at=at)
    noted("feedback.added", feedback, by=by, at=at)
    return feedback


@transaction.atomic
def edit_feedback(*, feedback: Feedback, title: Localized, about: Localized, by: Actor, at: datetime) -> Feedback:
    feedback.title, feedback.about = words(title), some_words(about)
    feedback.save(update_fields=["title", "about"])
    knotted(feedback)
    noted("feedback.edited", feedback, by=by, at=at)
    return feedback


@transaction.atomic
def add_question(
    *,
    feedback: Feedback,
    kind: Question.Kind,
    wording: Localized,
    key: str = "",
    choices: Sequence[Mapping[str, Any]] = (),
    only_for: Phase | None = None,
    notes: Sequence[Mapping[str, Any]] = (),
    by: Actor,
    at: datetime,
) -> Question:
    """`choices`: [{"key", "label": {"es", "en"}}], for closed questions; `only_for`: asked of those of one phase.

    `notes`: figures published elsewhere, [{"said": {"es", "en"}, "base": int | None, "admissible": [[38, 51], …],
    "source", "counts": keys of the choices that count towards it}].
    """
    locked(feedback.process)
    _unanswered(feedback)
    place = 1 + (feedback.questions.aggregate(highest=Max("place"))["highest"] or 0)
    question: Question = Question.objects.create(
        feedback=feedback,
        key=key or f"q{place}",
        place=place,
        kind=kind,
        wording=words(wording, "wording"),
        choices=_choices(kind, choices),
        only_for=only_for,
        notes=[dict(note) for note in notes],
    )
    noted("feedback.question_added", feedback, by=by, at=at, question=question.key)
    return question


@transaction.atomic
def edit_question(
    *,
    question: Question,
    kind: Question.Kind,
    wording: Localized,
    choices: Sequence[Mapping[str, Any]],
    only_for: Phase | None,
    by: Actor,
    at: datetime,
) -> Question:
    locked(question.feedback.process)
    _unanswered(question.feedback)
    question.kind, question.wording = kind, words(wording, "wording")
    question.choices, question.only_for = _choices(kind, choices), only_for
    question.save(update_fields=["kind", "wording", "choices", "only_for"])
    noted("feedback.question_edited", question.feedback, by=by, at=at, question=question.key)
    return question


@transaction.atomic
def remove_question(*, question: Question, by: Actor, at: datetime) -> Feedback:
    feedback: Feedback = question.feedback
    locked(feedback.process)
    _unanswered(feedback)
    noted("feedback.question_removed", feedback, by=by, at=at, question=question.key)
    question.delete()
    return feedback


def _unanswered(feedback: Feedback) -> None:
    if feedback.responses.exists():
        raise Refusal("feedback.has_answers")


def _choices(kind: Question.Kind, choices: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Only a closed question has choices of its own: at least two, besides not knowing, which is always offered."""
    if kind != Question.Kind.CHOICE:
        return []
    own = {str(choice["key"]): choice["label"] for choice in choices if choice["key"] != DONT_KNOW}
    if len(own) < 2:  # noqa: PLR2004 (a choice is between two)
        raise Refusal("feedback.two_choices", field="choices")
    return [{"key": key, "label": words(label, "choices")} for key, label in own.items()]
