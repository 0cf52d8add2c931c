"""The functions that a formula may call, as https://getodk.github.io/xforms-spec/#xpath-functions describes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, isnan, nan, sqrt, trunc

from tequio.core.surveys.expressions.dates import as_date, formatted
from tequio.core.surveys.expressions.matching import matches
from tequio.core.surveys.expressions.scope import Scope
from tequio.core.surveys.expressions.values import Value, as_number, as_text, as_truth, many, words

type Given = Sequence[Value]
MANY = 100
SMALL = 1e15  # beyond it a number has no digits after the point


@dataclass(frozen=True, slots=True)
class Function:
    """How many arguments it takes, at least and at most, and what it comes to."""

    least: int
    most: int
    call: Callable[[Scope, Given], Value]


def _of(call: Callable[..., Value], least: int, most: int | None = None) -> Function:
    """A function of its arguments alone."""
    return Function(least, least if most is None else most, lambda _, given: call(*given))


def _of_texts(call: Callable[..., Value], least: int, most: int | None = None) -> Function:
    return Function(least, least if most is None else most, lambda _, given: call(*map(as_text, given)))


def _of_number(call: Callable[[float], float]) -> Function:
    return Function(1, 1, lambda _, given: _kept(call, as_number(given[0])))


def _kept(call: Callable[[float], float], number: float) -> float:
    if isnan(number) or abs(number) >= SMALL:
        return number
    return float(call(number))


def _rounded(number: Value, places: Value = 0.0) -> float:
    """Halves go up, as XPath has it."""
    value, digits = as_number(number), as_number(places)
    if isnan(value) or isnan(digits) or abs(value) >= SMALL or abs(digits) > 15:  # noqa: PLR2004
        return value
    scale = 10.0 ** int(digits)
    return floor(value * scale + 0.5) / scale


def _power(base: Value, exponent: Value) -> float:
    try:
        found = as_number(base) ** as_number(exponent)
    except OverflowError:
        return inf
    except ZeroDivisionError:
        return inf
    return found if isinstance(found, float) else nan


def _root(number: float) -> float:
    return sqrt(number) if number >= 0 else nan


def _numbers(given: Given) -> list[float]:
    return [as_number(each) for value in given for each in many(value) if as_text(each).strip()]


def _extreme(choose: Callable[[list[float]], float]) -> Function:
    def call(_: Scope, given: Given) -> Value:
        numbers = _numbers(given)
        return nan if not numbers or any(map(isnan, numbers)) else choose(numbers)

    return Function(1, MANY, call)


def _joined(separator: Value, *rest: Value) -> str:
    return as_text(separator).join(as_text(each) for value in rest for each in many(value))


def _coalesced(*given: Value) -> Value:
    return next((value for value in given if as_text(value)), "")


def _part(text: Value, start: Value, end: Value = inf) -> str:
    """Characters from `start`, counted from 0, up to and without `end`; negative ones count from the end."""
    whole = as_text(text)
    first, last = (_place(as_number(place), len(whole)) for place in (start, end))
    return whole[first:last]


def _place(number: float, length: int) -> int:
    if isnan(number):
        return 0
    bounded = max(min(number, length), -length)
    return int(bounded) if bounded >= 0 else length + int(bounded)


def _translated(text: str, old: str, new: str) -> str:
    table = {ord(letter): (new[place] if place < len(new) else None) for place, letter in reversed([*enumerate(old)])}
    return text.translate(table)


def _chosen_at(value: Value, place: Value) -> str:
    number, chosen = as_number(place), words(value)
    return chosen[int(number)] if 0 <= number < len(chosen) else ""


def _before(text: str, mark: str) -> str:
    head, found, _ = text.partition(mark) if mark else ("", "", "")
    return head if found else ""


def _after(text: str, mark: str) -> str:
    return text.partition(mark)[2] if mark else text


def _counted(value: Value) -> float:
    return float(len(value)) if isinstance(value, tuple) else float(bool(as_text(value)))


def _filled(value: Value) -> float:
    return float(sum(bool(as_text(each).strip()) for each in many(value)))


FUNCTIONS = {
    "true": Function(0, 0, lambda *_: True),
    "false": Function(0, 0, lambda *_: False),
    "not": _of(lambda value: not as_truth(value), 1),
    "boolean": _of(as_truth, 1),
    "boolean-from-string": _of_texts(lambda text: text in {"true", "1"}, 1),
    "if": _of(lambda condition, yes, no: yes if as_truth(condition) else no, 3),
    "coalesce": _of(_coalesced, 2, MANY),
    "once": Function(1, 1, lambda scope, given: scope.here if as_text(scope.here) else given[0]),
    "string": _of_texts(str, 1),
    "concat": Function(1, MANY, lambda _, given: _joined("", *given)),
    "join": _of(_joined, 2, MANY),
    "substr": _of(_part, 2, 3),
    "substring-before": _of_texts(_before, 2),
    "substring-after": _of_texts(_after, 2),
    "starts-with": _of_texts(str.startswith, 2),
    "ends-with": _of_texts(str.endswith, 2),
    "contains": _of_texts(lambda text, part: part in text, 2),
    "string-length": _of_texts(lambda text: float(len(text)), 1),
    "normalize-space": _of_texts(lambda text: " ".join(text.split()), 1),
    "translate": _of_texts(_translated, 3),
    "regex": _of_texts(matches, 2),
    "selected": _of(lambda value, choice: as_text(choice).strip() in words(value), 2),
    "selected-at": _of(_chosen_at, 2),
    "count-selected": _of(lambda value: float(len(words(value))), 1),
    "jr:choice-name": _of(lambda choice, _: choice, 2),
    "number": _of(as_number, 1),
    "int": _of_number(trunc),
    "floor": _of_number(floor),
    "ceiling": _of_number(ceil),
    "abs": _of_number(abs),
    "sqrt": _of_number(_root),
    "round": _of(_rounded, 1, 2),
    "pow": _of(_power, 2),
    "min": _extreme(min),
    "max": _extreme(max),
    "sum": Function(1, 1, lambda _, given: sum(_numbers(given))),
    "count": _of(_counted, 1),
    "count-non-empty": _of(_filled, 1),
    "position": Function(0, 0, lambda scope, _: float(scope.position)),
    "today": Function(0, 0, lambda scope, _: scope.now.date() if scope.now else ""),
    "now": Function(0, 0, lambda scope, _: scope.now or ""),
    "date": _of(as_date, 1),
    "date-time": _of(as_date, 1),
    "decimal-date-time": _of(as_number, 1),
    "format-date": _of(formatted, 2),
    "format-date-time": _of(formatted, 2),
}
NOT_SUPPORTED = frozenset(
    {
        *("pulldata", "instance", "current", "jr:itext", "indexed-repeat", "last-saved", "lang", "property", "version"),
        *("random", "randomize", "uuid", "digest", "base64-decode", "checklist", "weighted-checklist", "depend"),
        *("area", "distance", "geofence", "intersects", "decimal-time", "name", "local-name", "namespace-uri"),
        *("id", "last", "pi", "exp", "exp10", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "atan2"),
    }
)
