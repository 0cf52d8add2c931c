"""Who took part against who lives there.

Shares carry a Wilson score interval: E. B. Wilson (1927), "Probable inference, the law of succession, and statistical
inference", Journal of the American Statistical Association 22(158), 209-212. The page docs/methods/coverage.md has the
formula and a worked example.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from tequio.core.refusals import Refusal

Z_95 = 1.959963984540054
FLOOR = 10


class CoverageState(StrEnum):
    """How a group's share among participants stands against its share of the population."""

    OVER = "over"
    UNDER = "under"
    WITHIN = "within"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Interval:
    """Two shares between 0 and 1, low <= high."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Group:
    """`n` people of this group took part; `share`, `low`, `high` and `population_share` lie between 0 and 1."""

    group: str
    n: int
    share: float
    low: float
    high: float
    population_share: float
    state: CoverageState


@dataclass(frozen=True, slots=True)
class Coverage:
    """`n` is the base of every share: people in a group of known population. `unmatched` counts the others."""

    n: int
    groups: tuple[Group, ...]
    missing: tuple[str, ...]
    unmatched: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Limits:
    """The facts of one honest sentence on how far `n` people can stand for everybody. `drawn`: chosen by lot."""

    n: int
    groups: int
    missing: tuple[str, ...]
    under: tuple[str, ...]
    unmatched: int
    drawn: bool


def wilson(successes: int, n: int, z: float = Z_95) -> Interval:
    """Return the Wilson score interval of a share; nothing is known about a share of nobody: 0 to 1."""
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} of {n} is not a share")
    if n == 0:
        return Interval(0.0, 1.0)
    share, spread = successes / n, z * z / n
    centre = (share + spread / 2) / (1 + spread)
    half = sqrt(share * (1 - share) * spread + spread * spread / 4) / (1 + spread)
    return Interval(
        0.0 if successes == 0 else min(share, centre - half), 1.0 if successes == n else max(share, centre + half)
    )


def coverage(counts: Mapping[str, int], population: Mapping[str, int]) -> Coverage:
    """Compare people counted by group with the population by group; groups come in the population's order."""
    total = _total(population)
    n = sum(counts.get(group, 0) for group in population)
    groups = tuple(_group(group, counts.get(group, 0), n, lives / total) for group, lives in population.items())
    missing = tuple(g.group for g in groups if g.state is CoverageState.MISSING)
    return Coverage(n, groups, missing, {g: k for g, k in counts.items() if g not in population and k})


def _total(population: Mapping[str, int]) -> int:
    total = sum(population.values())
    if total <= 0 or min(population.values()) < 0:
        raise Refusal("coverage.no_population")
    return total


def _group(group: str, k: int, n: int, population_share: float) -> Group:
    interval = wilson(k, n)
    state = _state(k, interval, population_share)
    return Group(group, k, k / n if n else 0.0, interval.low, interval.high, population_share, state)


def _state(k: int, interval: Interval, population_share: float) -> CoverageState:
    if k == 0 and population_share > 0:
        return CoverageState.MISSING
    if population_share > interval.high:
        return CoverageState.UNDER
    return CoverageState.OVER if population_share < interval.low else CoverageState.WITHIN


def limits(found: Coverage, *, drawn: bool = False) -> Limits:
    """Return what must be said next to a result: people who were invited, not drawn by lot, stand for themselves."""
    under = tuple(g.group for g in found.groups if g.state is CoverageState.UNDER)
    return Limits(found.n, len(found.groups), found.missing, under, sum(found.unmatched.values()), drawn)


def shown(n: int, floor: int = FLOOR) -> bool:
    """Tell whether a number about `n` people may be shown: fewer than ten could be recognised."""
    return n >= floor


def to_json(found: Coverage) -> dict[str, object]:
    """Return the documented shape; `unmatched` counts people of no known group, who are outside n and every share."""
    return {
        "n": found.n,
        "groups": [_group_json(group) for group in found.groups],
        "missing": list(found.missing),
        "unmatched": dict(found.unmatched),
    }


def _group_json(group: Group) -> dict[str, object]:
    return {
        "group": group.group,
        "n": group.n,
        "share": group.share,
        "low": group.low,
        "high": group.high,
        "population_share": group.population_share,
        "state": group.state.value,
    }
