"""What stands in a question before anybody has answered."""

from datetime import datetime

from tequio.core.refusals import Refusal
from tequio.core.surveys.expressions import Expression, Scope, evaluate, parse
from tequio.core.surveys.expressions.tree import Call, Question, walk
from tequio.core.surveys.expressions.values import as_text
from tequio.core.surveys.form import Question as Asked
from tequio.core.surveys.plan import Plan
from tequio.core.surveys.reading import read
from tequio.core.surveys.responses import Answer, Response


def starting(laid_out: Plan, now: datetime | None = None) -> Response:
    """Return a response with the defaults of the form in it; one that cannot be read is left out."""
    found = {}
    for name, place in laid_out.places.items():
        if place.question.answered and not place.repeat:
            try:
                answer = default_answer(laid_out, place.question, now)
            except Refusal:
                continue
            if answer is not None:
                found[name] = answer
    return Response(found)


def default_answer(laid_out: Plan, question: Asked, now: datetime | None = None) -> Answer | None:
    """Return the default of a question, a formula worked out or words as they are. Refuses what `read` refuses."""
    if not question.default or not question.answered:
        return None
    formula = _formula(question.default)
    text = question.default if formula is None else as_text(evaluate(formula, Scope(now=now)))
    return read(question, [text], [choice.name for choice in laid_out.choices_of(question)])


def _formula(text: str) -> Expression | None:
    """A default is a formula when it calls a function or names a question; anything else is the answer itself."""
    try:
        formula = parse(text)
    except Refusal:
        return None
    return formula if any(isinstance(node, (Call, Question)) for node in walk(formula.tree)) else None
