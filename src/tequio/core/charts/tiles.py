"""A tile map: every territory the same size, roughly where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One territory: column and row count from 0 at the top left; `state` is a word the page turns into a pattern."""

    code: str
    label: str
    col: int
    row: int
    value: float | None
    state: str


@dataclass(frozen=True, slots=True)
class Tile:
    """A square of `size` whose top left corner is at `x`, `y`."""

    code: str
    label: str
    x: float
    y: float
    size: float
    value: float | None
    state: str


def tile_map(places: Sequence[Place], width: float, gap: float = 4.0) -> tuple[Tile, ...]:
    """Place the tiles so that the occupied columns fill the width; the empty margin of the grid is cut off."""
    if not places:
        return ()
    left, top = min(p.col for p in places), min(p.row for p in places)
    columns = max(p.col for p in places) - left + 1
    step = (width + gap) / columns
    return tuple(_tile(place, (place.col - left) * step, (place.row - top) * step, step - gap) for place in places)


def _tile(place: Place, x: float, y: float, size: float) -> Tile:
    return Tile(place.code, place.label, round(x, 1), round(y, 1), round(size, 1), place.value, place.state)


def height(tiles: Sequence[Tile]) -> float:
    """Return the height that the tiles need."""
    return max((round(tile.y + tile.size, 1) for tile in tiles), default=0.0)
