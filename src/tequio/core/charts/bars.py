"""Horizontal bars, one row below another, with their intervals."""

from collections.abc import Sequence
from dataclasses import dataclass

from tequio.core.coverage import CoverageState, Group

ROW = 32.0


@dataclass(frozen=True, slots=True)
class Value:
    """One number to draw, with its interval where it is an estimate."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from x = 0 to `width` in the row that starts at `y`; `low` and `high` are the x of the interval's ends."""

    label: str
    y: float
    width: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class CoverageBar:
    """A bar of who took part, with a `tick` where the population's share is.

    `hatched` is the width of the gap to draw as hatching, from x = 0: the place of a group of which nobody came.
    """

    label: str
    y: float
    width: float
    low: float
    high: float
    tick: float
    hatched: float


def bars(values: Sequence[Value], width: float, top: float | None = None, row: float = ROW) -> tuple[Bar, ...]:
    """Place bars so that `top`, or else the largest number, reaches the full width."""
    largest = top if top is not None else max((v.value if v.high is None else v.high for v in values), default=0.0)
    scale = width / largest if largest > 0 else 0.0
    return tuple(_bar(value, number, scale, row) for number, value in enumerate(values))


def _bar(value: Value, number: int, scale: float, row: float) -> Bar:
    low = None if value.low is None else round(value.low * scale, 1)
    high = None if value.high is None else round(value.high * scale, 1)
    return Bar(value.label, round(number * row, 1), round(value.value * scale, 1), low, high)


def coverage_bars(groups: Sequence[Group], width: float, row: float = ROW) -> tuple[CoverageBar, ...]:
    """Place the groups of a coverage on one scale: the largest upper end or population share is the full width."""
    largest = max((max(g.high, g.population_share) for g in groups), default=0.0)
    scale = width / largest if largest > 0 else 0.0
    return tuple(_coverage_bar(group, number, scale, row) for number, group in enumerate(groups))


def _coverage_bar(group: Group, number: int, scale: float, row: float) -> CoverageBar:
    tick = round(group.population_share * scale, 1)
    return CoverageBar(
        group.group,
        round(number * row, 1),
        round(group.share * scale, 1),
        round(group.low * scale, 1),
        round(group.high * scale, 1),
        tick,
        tick if group.state is CoverageState.MISSING else 0.0,
    )
