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


@dataclass(frozen=True, slots=True)
class Scale:
    """`largest` is drawn `width` long; when there is nothing to measure, nothing has a length."""

    largest: float
    width: float

    def length(self, value: float) -> float:
        return round(value / self.largest * self.width, 1) if self.largest > 0 else 0.0


def bars(values: Sequence[Value], width: float, top: float | None = None, row: float = ROW) -> tuple[Bar, ...]:
    """Place bars so that `top`, or else the largest number, reaches the full width."""
    largest = max((v.value if v.high is None else v.high for v in values), default=0.0)
    scale = Scale(largest if top is None else top, width)
    return tuple(_bar(value, round(number * row, 1), scale) for number, value in enumerate(values))


def _bar(value: Value, y: float, scale: Scale) -> Bar:
    low = None if value.low is None else scale.length(value.low)
    high = None if value.high is None else scale.length(value.high)
    return Bar(value.label, y, scale.length(value.value), low, high)


def coverage_bars(groups: Sequence[Group], width: float, row: float = ROW) -> tuple[CoverageBar, ...]:
    """Place the groups of a coverage on one scale: the largest upper end or population share is the full width."""
    scale = Scale(max((max(g.high, g.population_share) for g in groups), default=0.0), width)
    return tuple(_coverage_bar(group, round(number * row, 1), scale) for number, group in enumerate(groups))


def _coverage_bar(group: Group, y: float, scale: Scale) -> CoverageBar:
    tick = scale.length(group.population_share)
    hatched = tick if group.state is CoverageState.MISSING else 0.0
    low, high = scale.length(group.low), scale.length(group.high)
    return CoverageBar(group.group, y, scale.length(group.share), low, high, tick, hatched)
