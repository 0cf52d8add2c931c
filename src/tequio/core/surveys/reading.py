"""From what was typed, ticked or found in a cell to an answer."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from tequio.core.refusals import Refusal
from tequio.core.surveys.form import SAID, Kind, Missing, Question, Range
from tequio.core.surveys.responses import Answer

LONGEST = 5_000
MOST_DIGITS = 15
SPACES = re.compile(r"[\s\u00a0\u202f]+")
WHOLE = re.compile(r"[+-]?\d+(?:\.0*)?", re.ASCII)
NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
GIVEN = frozenset({"OK", "ok", "yes", "sí", "si", "true", "1", "on"})
MARKS = {f"[{missing}]": missing for missing in SAID}


def read(question: Question, given: Sequence[str], names: Sequence[str] = ()) -> Answer | None:
    """Return the answer that these texts are, or None when they are blank. `names` are the choices there are.

    "[dont_know]", "[not_applicable]" and "[refused]" stand for ways of not answering. Refuses answer.too_long,
    not_whole, not_a_number, comma, not_a_day, not_a_time, not_a_moment, one_only, not_a_choice, out_of_range,
    off_step.
    """
    texts = [text.strip() for text in given if text.strip()]
    if not texts:
        return None
    if texts[0] in MARKS:
        return MARKS[texts[0]]
    if question.kind is Kind.SELECT_MULTIPLE:
        return _several(texts, names)
    if len(texts) > 1:
        raise Refusal("answer.one_only")
    if question.kind in {Kind.SELECT_ONE, Kind.TERRITORY}:
        return _choice(texts[0], names)
    if question.kind is Kind.RANGE:
        return _in_range(texts[0], question.range or Range())
    return READ.get(question.kind, _text)(texts[0])


def mark(missing: Missing) -> str:
    """Return how a way of not answering is written where an answer would stand."""
    return f"[{missing}]"


def _text(text: str) -> str:
    if len(text) > LONGEST:
        raise Refusal("answer.too_long", limit=LONGEST)
    return text


def _acknowledged(text: str) -> str | None:
    return "OK" if text in GIVEN else None


def _whole(text: str) -> int:
    plain = _without_marks(text)
    if not WHOLE.fullmatch(plain) or len(plain.lstrip("+-")) > MOST_DIGITS:
        raise Refusal("answer.not_whole", text=text[:40])
    return int(plain.partition(".")[0])


def _decimal(text: str) -> Decimal:
    plain = _without_marks(text)
    if not NUMBER.fullmatch(plain) or len(plain) > 2 * MOST_DIGITS:
        raise Refusal("answer.comma" if "," in plain else "answer.not_a_number", text=text[:40])
    return Decimal(plain)


def _without_marks(text: str) -> str:
    """Spaces may stand between thousands, and so may commas, as they do in Mexico."""
    plain = SPACES.sub("", text)
    return plain.replace(",", "") if THOUSANDS.fullmatch(plain) else plain


def _day(text: str) -> date:
    """2024-05-01, as browsers send it, or 1/5/2024, as people write it: the day comes first."""
    found = DAY_FIRST.fullmatch(text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text[:10] if "T" in text else text)
    except ValueError as error:
        raise Refusal("answer.not_a_day", text=text[:40]) from error


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None)
    except ValueError as error:
        raise Refusal("answer.not_a_time", text=text[:40]) from error


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as error:
        raise Refusal("answer.not_a_moment", text=text[:40]) from error


def _choice(text: str, names: Sequence[str]) -> str:
    if text not in names:
        raise Refusal("answer.not_a_choice", text=text[:40])
    return text


def _several(texts: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Choices in the order of the list, each once, whether they come one by one or with spaces between them."""
    chosen = {_choice(name, names) for text in texts for name in text.split()}
    return tuple(name for name in dict.fromkeys(names) if name in chosen)


def _in_range(text: str, bounds: Range) -> Decimal:
    number, start, end, step = (_decimal(each) for each in (text, bounds.start, bounds.end, bounds.step))
    if not min(start, end) <= number <= max(start, end):
        raise Refusal("answer.out_of_range", start=bounds.start, end=bounds.end)
    if step and (number - start) % step:
        raise Refusal("answer.off_step", start=bounds.start, step=bounds.step)
    return number


READ: Mapping[Kind, Callable[[str], Answer | None]] = {
    Kind.TEXT: _text,
    Kind.INTEGER: _whole,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _day,
    Kind.TIME: _time,
    Kind.DATETIME: _moment,
    Kind.ACKNOWLEDGE: _acknowledged,
}


def written(answer: Answer | None) -> str:
    """Return the answer as files hold it: choices with spaces between them, days as ISO 8601. `read` reads it back."""
    match answer:
        case None:
            return ""
        case Missing():
            return mark(answer)
        case tuple():
            return " ".join(answer)
        case date() | time():
            return answer.isoformat()
        case _:
            return str(answer)
