"""Whether an answer may stand, and whether a response is complete."""

from collections.abc import Mapping
from dataclasses import dataclass

from tequio.core.refusals import Refusal
from tequio.core.surveys.expressions import holds
from tequio.core.surveys.expressions.values import as_text
from tequio.core.surveys.form import CHOSEN, Kind, Question
from tequio.core.surveys.interview import NO_ROW, Interview
from tequio.core.surveys.responses import Answer, Response, Row


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with the answer to a question, in a row of its repeat (-1 outside of one)."""

    name: str
    row: int
    refusal: Refusal


def wrong(interview: Interview) -> tuple[Wrong, ...]:
    """Return what keeps a response from being complete, in the order of the form; nothing when it is."""
    found = []
    for place, row in interview.places():
        refusal = problem(interview, place.question, row)
        if refusal is not None:
            found.append(Wrong(place.question.name, row, refusal))
    return tuple(found)


def problem(interview: Interview, question: Question, row: int = NO_ROW) -> Refusal | None:
    """Return what is wrong with one answer, or None. A question that is not asked is never wrong.

    answer.required, answer.not_offered, answer.constraint (with the `message` of the form) and
    answer.constraint_unsaid.
    """
    if not question.answered or not interview.asked(question.name, row):
        return None
    if interview.answer(question.name, row) is None:
        return _unanswered(interview, question, row)
    if interview.missing(question.name, row) is not None:
        return None
    return _not_left(interview, question, row) or _broken(interview, question, row)


def _unanswered(interview: Interview, question: Question, row: int) -> Refusal | None:
    if question.required is None or not holds(question.required, interview.scope(question.name, row)):
        return None
    if question.required_message:
        return Refusal("answer.constraint", message=question.required_message)
    return Refusal("answer.required")


def _not_left(interview: Interview, question: Question, row: int) -> Refusal | None:
    if question.kind not in CHOSEN:
        return None
    left = {choice.name for choice in interview.choices(question.name, row)}
    chosen = as_text(interview.value(question.name, row)).split()
    outside = [name for name in chosen if name not in left]
    return Refusal("answer.not_offered", choice=interview.label(question.name, outside[0])) if outside else None


def _broken(interview: Interview, question: Question, row: int) -> Refusal | None:
    if question.constraint is None or holds(question.constraint, interview.scope(question.name, row)):
        return None
    if question.constraint_message:
        return Refusal("answer.constraint", message=question.constraint_message)
    return Refusal("answer.constraint_unsaid")


def settled(interview: Interview) -> Response:
    """Return the response as it is kept: without answers to what was not asked, with what the form calculates."""
    answers: dict[str, Answer] = {}
    rows: dict[str, dict[int, dict[str, Answer]]] = {name: {} for name in interview.plan.repeats}
    for place, row in interview.places():
        held = answers if row == NO_ROW else rows[place.repeat].setdefault(row, {})
        answer = _kept(interview, place.question, row)
        if answer is not None:
            held[place.question.name] = answer
    return Response(answers, {name: _in_order(found) for name, found in rows.items() if found})


def _in_order(rows: Mapping[int, Row]) -> tuple[Row, ...]:
    return tuple(rows[row] for row in sorted(rows))


def _kept(interview: Interview, question: Question, row: int) -> Answer | None:
    if question.calculation is not None:
        return as_text(interview.value(question.name, row)) or None
    return interview.answer(question.name, row) if question.kind not in {Kind.NOTE, Kind.META} else None
