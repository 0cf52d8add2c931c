"""The four kinds of value of XPath 1.0 (section 4), with dates, and how one becomes another.

A date counts as its days since 1970-01-01 where a number is wanted, and so does a text that is a date (ODK XForms).
"""

import re
from datetime import UTC, date, datetime, time
from math import isfinite, isnan, nan

type Scalar = str | float | bool | date
type Value = Scalar | tuple[Scalar, ...]

NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?", re.ASCII)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY_SECONDS = 86_400


def one(value: Value) -> Scalar:
    """Return the first of several answers, or nothing."""
    if isinstance(value, tuple):
        return value[0] if value else ""
    return value


def many(value: Value) -> tuple[Scalar, ...]:
    """Return a list of answers; a single one alone in it."""
    return value if isinstance(value, tuple) else (value,)


def as_text(value: Value) -> str:
    """Whole numbers without a point, dates as ISO 8601, true and false as words."""
    match one(value):
        case bool(truth):
            return "true" if truth else "false"
        case float(number):
            return _written(number)
        case date() as day:
            return day.isoformat()
        case str(text):
            return text
        case other:
            return str(other)


def _written(number: float) -> str:
    if not isfinite(number):
        return "NaN" if isnan(number) else "Infinity" if number > 0 else "-Infinity"
    return str(int(number)) if number.is_integer() else repr(number)


def as_number(value: Value) -> float:
    """Return the number, or NaN where there is none."""
    match one(value):
        case bool(truth):
            return float(truth)
        case date() as day:
            return days(day)
        case str(text):
            return _read(text.strip())
        case number:
            return float(number)


def _read(text: str) -> float:
    if NUMBER.fullmatch(text):
        return float(text)
    day = as_day(text)
    return nan if day is None else days(day)


def as_day(text: str) -> date | None:
    """Return the day, or day and time, that an ISO 8601 text names; None for any other."""
    if not DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text) if len(text) == len("2020-01-01") else datetime.fromisoformat(text)
    except ValueError:
        return None


def days(day: date) -> float:
    """Return days since 1970-01-01, with the time of day as a fraction."""
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    return (moment.replace(tzinfo=UTC) - EPOCH).total_seconds() / DAY_SECONDS


def as_truth(value: Value) -> bool:
    """Return whether there is anything: words, a number other than 0, at least one answer of several."""
    if isinstance(value, tuple):
        return bool(value)
    match value:
        case float(number):
            return number != 0 and not isnan(number)
        case date():
            return True
        case other:
            return bool(other)


def words(value: Value) -> list[str]:
    """Return the choices of an answer, which XForms write one after the other with spaces between them."""
    return as_text(value).split()
