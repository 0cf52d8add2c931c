"""The thread down the page: one line, and a knot beside each block."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

SMALLEST, LARGEST = 5.0, 14.0


@dataclass(frozen=True, slots=True)
class Block:
    """One step of the page: what it is, how many it counts and how tall it is drawn."""

    ref: str
    count: int
    height: float


@dataclass(frozen=True, slots=True)
class KnotMark:
    """A circle on the line; its area grows with the count."""

    ref: str
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A line at `x` from the first knot to the last, within a drawing of `height`."""

    x: float
    top: float
    bottom: float
    height: float
    knots: tuple[KnotMark, ...]


def thread_line(blocks: Sequence[Block], gap: float = 0.0) -> ThreadLine:
    """Place a knot at the middle of each block, blocks one below another with `gap` between them."""
    most = max((block.count for block in blocks), default=0)
    knots, y = [], 0.0
    for block in blocks:
        knots.append(KnotMark(block.ref, round(y + block.height / 2, 1), _radius(block.count, most)))
        y += block.height + gap
    top, bottom = (knots[0].y, knots[-1].y) if knots else (0.0, 0.0)
    return ThreadLine(LARGEST, top, bottom, round(max(y - gap, 0.0), 1), tuple(knots))


def _radius(count: int, most: int) -> float:
    return round(max(SMALLEST, LARGEST * sqrt(count / most)), 1) if most > 0 else SMALLEST
