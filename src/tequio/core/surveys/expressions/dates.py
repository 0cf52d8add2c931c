"""Days in formulas: read from text or from a count of days, written by a pattern."""

from datetime import date, datetime, timedelta
from math import isfinite

from tequio.core.surveys.expressions.values import Value, as_day, as_number, as_text, one

FIRST = date(1970, 1, 1)
WRITTEN = {"%Y": "%Y", "%m": "%m", "%d": "%d", "%y": "%y", "%H": "%H", "%M": "%M", "%S": "%S"}


def as_date(value: Value) -> Value:
    """Return the day that a text or a number of days since 1970-01-01 names; blank where it names none."""
    single = one(value)
    if isinstance(single, date):
        return single
    if isinstance(single, str):
        return as_day(single.strip()) or ""
    return _after(as_number(single))


def _after(count: float) -> Value:
    try:
        return FIRST + timedelta(days=int(count)) if isfinite(count) else ""
    except OverflowError:
        return ""


def formatted(value: Value, pattern: Value) -> str:
    """Write a day by a pattern: %Y %y %m %d %H %M %S, %n and %e for month and day without a zero before them."""
    day = as_date(value)
    if not isinstance(day, date):
        return ""
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)  # noqa: DTZ001 (a day)
    text = as_text(pattern)
    for sign, meaning in {**WRITTEN, "%n": str(moment.month), "%e": str(moment.day)}.items():
        text = text.replace(sign, moment.strftime(meaning))
    return text
