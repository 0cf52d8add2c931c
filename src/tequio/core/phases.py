"""When a process lets people do what.

A process has phases in time, and each phase opens some activities. Phases may overlap, several activities may be open
at once, and a date may be approximate ("summer 2021") or not known at all. Nothing here reads the clock: callers say
the day.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from tequio.core.refusals import Refusal


class Activity(StrEnum):
    """What people can do in a process."""

    MEET = "meet"
    CONTRIBUTE = "contribute"
    ANSWER = "answer"
    PRIORITISE = "prioritise"
    CODESIGN = "codesign"
    FEEDBACK = "feedback"
    REPORT = "report"


class Precision(StrEnum):
    """How exactly a date is known. Anything but DAY is approximate."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


class Season(StrEnum):
    """Seasons of the northern hemisphere, where winter 2021 begins in December 2021."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Override(StrEnum):
    """What facilitators set by hand; it wins over the dates."""

    OPEN = "open"
    CLOSED = "closed"


class PhaseState(StrEnum):
    """Where a phase stands on a day; UNDATED means that its dates cannot tell."""

    PAST = "past"
    NOW = "now"
    COMING = "coming"
    UNDATED = "undated"


MONTHS = {Precision.MONTH: 1, Precision.SEASON: 3, Precision.YEAR: 12}
FIRST_MONTH = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both included; None where it is not known. The whole of an approximate span counts."""

    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.DAY

    @property
    def approximate(self) -> bool:
        """Tell whether the days only bound what is known ("summer 2021")."""
        return self.precision is not Precision.DAY


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of a process and the activities it opens."""

    key: str
    span: Span
    opens: frozenset[Activity] = frozenset()
    override: Override | None = None


def _last_day(start: date, months: int) -> date:
    """Return the last day of the stretch of `months` whole months that begins in the month of `start`."""
    year, month = divmod(start.month - 1 + months, 12)
    return date(start.year + year, month + 1, 1) - timedelta(days=1)


def month_span(year: int, month: int) -> Span:
    """Return the whole of a month."""
    first = date(year, month, 1)
    return Span(first, _last_day(first, 1), Precision.MONTH)


def season_span(year: int, season: Season) -> Span:
    """Return the three whole months of a season (meteorological seasons: spring is March to May)."""
    first = date(year, FIRST_MONTH[season], 1)
    return Span(first, _last_day(first, 3), Precision.SEASON)


def year_span(year: int) -> Span:
    """Return the whole of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def through(first: Span, last: Span) -> Span:
    """Return the span from the start of one to the end of another, as vague as the vaguer of the two."""
    return Span(first.start, last.end, max(first.precision, last.precision, key=list(Precision).index))


def check_phase(phase: Phase) -> None:
    """Refuse a phase that ends before it starts."""
    start, end = phase.span.start, phase.span.end
    if start and end and end < start:
        raise Refusal("phase.ends_before_start", phase=phase.key)


def check_timeline(phases: Sequence[Phase]) -> None:
    """Refuse a phase that ends before it starts, and two phases with one key. Overlap is allowed."""
    seen: set[str] = set()
    for phase in phases:
        check_phase(phase)
        if phase.key in seen:
            raise Refusal("phase.twice", phase=phase.key)
        seen.add(phase.key)


def _latest_start(span: Span) -> date | None:
    """Return the last day on which a phase with this span can have begun."""
    if span.start is None or not span.approximate:
        return span.start
    return _last_day(span.start, MONTHS[span.precision])


def out_of_order(phases: Sequence[Phase]) -> list[tuple[str, str]]:
    """Return the pairs (listed first, listed later) whose later one surely began before. A warning, no refusal."""
    pairs = []
    for first, later in combinations(phases, 2):
        began, other = first.span.start, _latest_start(later.span)
        if began and other and other < began:
            pairs.append((first.key, later.key))
    return pairs


def _dated_state(span: Span, on: date) -> PhaseState:
    if span.end and on > span.end:
        return PhaseState.PAST
    if span.start is None:
        return PhaseState.UNDATED
    return PhaseState.NOW if on >= span.start else PhaseState.COMING


def state(phase: Phase, on: date) -> PhaseState:
    """Return where the phase stands on a day. Closed by hand, it is past unless its dates are still to come."""
    if phase.override is Override.OPEN:
        return PhaseState.NOW
    dated = _dated_state(phase.span, on)
    if phase.override is Override.CLOSED and dated is not PhaseState.COMING:
        return PhaseState.PAST
    return dated


def open_phases(phases: Sequence[Phase], on: date) -> list[Phase]:
    """Return the phases that are open on a day, in the order listed."""
    return [phase for phase in phases if state(phase, on) is PhaseState.NOW]


def is_open(open_in: Collection[str], phases: Sequence[Phase], on: date) -> bool:
    """Tell whether an activity that names the phases it is open in, by their keys, is open on a day."""
    return any(phase.key in open_in for phase in open_phases(phases, on))


def require_open(phases: Sequence[Phase], activity: Activity, on: date) -> Phase:
    """Return the first open phase that opens the activity, or refuse with the reason a person should read."""
    opening = [phase for phase in phases if activity in phase.opens]
    for phase in open_phases(opening, on):
        return phase
    raise _not_open(opening, activity, on)


def _not_open(opening: Sequence[Phase], activity: Activity, on: date) -> Refusal:
    states = [state(phase, on) for phase in opening]
    coming = [p.span for p, s in zip(opening, states, strict=True) if s is PhaseState.COMING]
    if coming:
        return _not_yet(coming, activity)
    if PhaseState.UNDATED in states:
        return Refusal("activity.no_date_yet", activity=activity)
    return Refusal("activity.closed" if opening else "activity.never", activity=activity)


def _not_yet(coming: Sequence[Span], activity: Activity) -> Refusal:
    opens, span = min(((span.start, span) for span in coming if span.start), key=lambda pair: pair[0])
    facts = {"opens": opens, "approximate": span.approximate, "precision": span.precision}
    return Refusal("activity.not_yet", activity=activity, **facts)
