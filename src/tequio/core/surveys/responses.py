"""What one person answered. A question that is not there was left blank, or not asked: the form tells which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from tequio.core.surveys.expressions import Value
from tequio.core.surveys.form import Missing

type Answer = str | int | Decimal | date | time | tuple[str, ...] | Missing
type Row = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Response:
    """Answers by the name of their question; for each repeat its rows of answers."""

    answers: Row = field(default_factory=dict)
    repeats: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)


def in_formulas(answer: Answer | None) -> Value:
    """Return the answer as formulas see it: whatever the way of having none, it is blank."""
    match answer:
        case None | Missing():
            return ""
        case tuple():
            return " ".join(answer)
        case int() | Decimal():
            return float(answer)
        case time():
            return answer.isoformat()
        case _:
            return answer
