"""The timed plan of a meeting: when each step begins, and whether all of them fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Fit:
    """Minutes that the steps take, and minutes that the meeting lasts (None while its times are not known)."""

    planned: int
    available: int | None = None

    @property
    def spare(self) -> int | None:
        """Minutes left over; below zero, minutes that are missing."""
        return None if self.available is None else self.available - self.planned

    @property
    def fits(self) -> bool:
        """A meeting without a known length has room for anything."""
        return self.spare is None or self.spare >= 0


def timed(minutes: Sequence[int], start: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """Return when each step begins and ends, one after the other from `start`.

    `minutes` are whole and not negative. Give `start` in UTC where the clocks of the place may change meanwhile.
    """
    edges = [start]
    for length in minutes:
        edges.append(edges[-1] + length * MINUTE)
    return tuple(pairwise(edges))


def fits(minutes: Sequence[int], start: datetime | None, end: datetime | None) -> Fit:
    """Weigh the steps against the meeting; part of a minute at its end does not count."""
    length = None if start is None or end is None else (end - start) // MINUTE
    return Fit(sum(minutes), length)
