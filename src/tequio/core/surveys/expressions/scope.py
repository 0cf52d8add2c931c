"""What a formula may look at: answers, the one being given, the row of a repeat, the columns of a choice, the day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tequio.core.surveys.expressions.values import Value


def _nothing(_: str) -> Value:
    return ""


def _as_it_is(_: str, choice: str) -> str:
    return choice


@dataclass(frozen=True, slots=True)
class Scope:
    """`answer` gives the answer to a question by its name; `position` counts the rows of a repeat from 1.

    `now` is what the caller's clock says; without it `today()` and `now()` are blank. `label` words a choice.
    """

    answer: Callable[[str], Value] = _nothing
    here: Value = ""
    position: int = 0
    column: Callable[[str], Value] = _nothing
    label: Callable[[str, str], str] = _as_it_is
    now: datetime | None = None
