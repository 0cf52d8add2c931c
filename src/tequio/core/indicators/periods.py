"""The time that a value is about, as people write it, and when the next one may be expected.

Written "2024", "2024-S1" (half), "2024-Q2", "2024-03", "2024-W10" (ISO 8601), "2024-03-05" or, for sensors,
"2024-03-05T10:30:00Z". A date with strokes is read day before month, and only where it cannot be read the other way.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from tequio.core.refusals import Refusal

YEARS = range(1900, 2101)
MONTHS, DECEMBER = 12, 12
SHOWN = 40


class Frequency(StrEnum):
    """How often a value is expected. EVENT: when something happens, such as an election."""

    EVENT = "event"
    ANNUAL = "annual"
    HALF = "half"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"
    CONTINUOUS = "continuous"


GRACE = {
    Frequency.ANNUAL: timedelta(days=365),
    Frequency.HALF: timedelta(days=180),
    Frequency.QUARTERLY: timedelta(days=90),
    Frequency.MONTHLY: timedelta(days=30),
    Frequency.WEEKLY: timedelta(days=7),
    Frequency.DAILY: timedelta(days=2),
    Frequency.CONTINUOUS: timedelta(days=1),
}
LENGTH = {
    Frequency.ANNUAL: timedelta(days=366),
    Frequency.HALF: timedelta(days=184),
    Frequency.QUARTERLY: timedelta(days=92),
    Frequency.MONTHLY: timedelta(days=31),
    Frequency.WEEKLY: timedelta(days=7),
    Frequency.DAILY: timedelta(days=1),
    Frequency.CONTINUOUS: timedelta(),
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`text` is the one way to write it; it lasts from `start` until the moment before `end`, both in UTC."""

    start: datetime
    end: datetime
    text: str
    frequency: Frequency


def period(written: str) -> Period:
    """Read a period. Refuses period.unreadable, period.ambiguous (03/04/2024) and period.out_of_range."""
    text = written.strip()
    for pattern, build in FORMS:
        if found := pattern.fullmatch(text):
            return _in_range(build(found, text), text)
    raise Refusal("period.unreadable", text=text[:SHOWN])


def year(number: int) -> Period:
    return _span(date(number, 1, 1), date(number + 1, 1, 1), f"{number:04}", Frequency.ANNUAL)


def quarter(number: int, of_year: int) -> Period:
    """`number` from 1 to 4."""
    start = date(of_year, 3 * number - 2, 1)
    return _span(start, _months_after(start, 3), f"{of_year:04}-Q{number}", Frequency.QUARTERLY)


def quarter_of(day: date) -> Period:
    return quarter((day.month + 2) // 3, day.year)


def due(latest: Period, frequency: Frequency) -> datetime | None:
    """When the value after this one is overdue: its own time, and as long again to publish it; None for events."""
    if frequency is Frequency.EVENT:
        return None
    return latest.end + LENGTH[frequency] + GRACE[frequency]


def stale(latest: Period, frequency: Frequency, at: datetime) -> bool:
    """Whether a newer value is overdue: that of a year is not stale in the second quarter of the next."""
    overdue = due(latest, frequency)
    return overdue is not None and at > overdue


def _year(found: re.Match[str], _text: str) -> Period:
    return year(int(found[1]))


def _half(found: re.Match[str], _text: str) -> Period:
    start = date(int(found[1]), 6 * int(found[2]) - 5, 1)
    return _span(start, _months_after(start, 6), f"{found[1]}-S{found[2]}", Frequency.HALF)


def _quarter(found: re.Match[str], _text: str) -> Period:
    return quarter(int(found[2]), int(found[1]))


def _month(found: re.Match[str], _text: str) -> Period:
    start = date(int(found[1]), int(found[2]), 1)
    return _span(start, _months_after(start, 1), f"{start:%Y-%m}", Frequency.MONTHLY)


def _week(found: re.Match[str], _text: str) -> Period:
    start = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return _span(start, start + timedelta(days=7), f"{found[1]}-W{int(found[2]):02}", Frequency.WEEKLY)


def _day(found: re.Match[str], _text: str) -> Period:
    return _of_day(date(int(found[1]), int(found[2]), int(found[3])))


def _stroked(found: re.Match[str], text: str) -> Period:
    first, second = int(found[1]), int(found[2])
    if first <= MONTHS and second <= MONTHS and first != second:
        raise Refusal("period.ambiguous", text=text[:SHOWN])
    return _of_day(date(int(found[3]), second, first))


def _moment(_found: re.Match[str], text: str) -> Period:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise Refusal("period.no_zone", text=text[:SHOWN])
    at = at.astimezone(UTC).replace(microsecond=0)
    return Period(at, at, at.strftime("%Y-%m-%dT%H:%M:%SZ"), Frequency.CONTINUOUS)


def _of_day(day: date) -> Period:
    return _span(day, day + timedelta(days=1), day.isoformat(), Frequency.DAILY)


def _span(start: date, end: date, text: str, frequency: Frequency) -> Period:
    return Period(_midnight(start), _midnight(end), text, frequency)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _months_after(day: date, months: int) -> date:
    count = day.month - 1 + months
    return date(day.year + count // MONTHS, count % MONTHS + 1, 1)


def _in_range(found: Period, text: str) -> Period:
    if found.start.year not in YEARS:
        raise Refusal("period.out_of_range", text=text[:SHOWN], first=YEARS[0], last=YEARS[-1])
    return found


type Build = Callable[[re.Match[str], str], Period]


def _sound(build: Build) -> Build:
    """Days and months that no calendar has cannot be read."""

    def built(found: re.Match[str], text: str) -> Period:
        try:
            return build(found, text)
        except (ValueError, OverflowError) as error:
            raise Refusal("period.unreadable", text=text[:SHOWN]) from error

    return built


FORMS: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern, re.ASCII), _sound(build))
    for pattern, build in (
        (r"(\d{4})(?:\.0)?", _year),
        (r"(\d{4})[- ]?[SsHh]([12])", _half),
        (r"(\d{4})[- ]?[QqTt]([1-4])", _quarter),
        (r"(\d{4})-(\d{2})", _month),
        (r"(\d{4})-?[Ww](\d{1,2})", _week),
        (r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", _day),
        (r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", _stroked),
        (r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*", _moment),
    )
)
