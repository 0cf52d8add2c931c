"""Areas as SVG paths, small enough for a page: fewer corners, whole numbers, no map library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from math import cos, hypot, radians

from tequio.formats.geojson.boundaries import Geometry, Point, Ring

type Line = Sequence[tuple[float, float]]
type Place = tuple[int, int]

CORNERS = 3
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Box:
    """What a drawing shows, in degrees, drawn `width` units wide; a degree east is as long as in the middle of it."""

    west: float
    south: float
    east: float
    north: float
    width: int = 1000

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self._scale)

    def place(self, point: Point) -> tuple[float, float]:
        """Where a [longitude, latitude] falls, in units from the top left corner."""
        return (point[0] - self.west) * self._scale * self._narrow, (self.north - point[1]) * self._scale

    @property
    def _narrow(self) -> float:
        return max(cos(radians((self.north + self.south) / 2)), TINY)

    @property
    def _scale(self) -> float:
        return self.width / max((self.east - self.west) * self._narrow, TINY)


def box_of(geometries: Iterable[Geometry], width: int = 1000) -> Box:
    """The box that holds all of some areas."""
    points = [point for geometry in geometries for ring in _rings(geometry) for point in ring]
    easts, norths = [point[0] for point in points], [point[1] for point in points]
    return Box(min(easts), min(norths), max(easts), max(norths), width)


def simplified_path(geometry: Geometry, box: Box, tolerance: float = 1.0) -> str:
    """The `d` of an SVG path (fill-rule evenodd) that strays at most `tolerance` units from the boundary.

    Lines are simplified after D. H. Douglas and T. K. Peucker (1973), "Algorithms for the reduction of the number of
    points required to represent a digitized line or its caricature", Cartographica 10(2), 112-122. Rings too small to
    be seen are left out.
    """
    return "".join(_drawn(_corners([box.place(point) for point in ring], tolerance)) for ring in _rings(geometry))


def _rings(geometry: Geometry) -> Iterable[Ring]:
    return chain.from_iterable(geometry["coordinates"])


def _corners(ring: Line, tolerance: float) -> list[Place]:
    """What is left of a closed ring, cut in two where it is farthest from its start."""
    far = max(range(len(ring)), key=lambda index: _apart(ring[index], ring[0]))
    kept = [*_kept(ring[: far + 1], tolerance), *_kept(ring[far:], tolerance)]
    places = [(round(x), round(y)) for x, y in kept]
    return [place for place, following in pairwise(places) if place != following]


def _kept(line: Line, tolerance: float) -> Line:
    keep, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        inner = range(first + 1, last)
        farthest = max(inner, key=lambda index: _off(line[index], line[first], line[last]), default=first)
        if _off(line[farthest], line[first], line[last]) > tolerance:
            keep.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [line[index] for index in sorted(keep)]


def _off(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a point is from the stretch between two others."""
    x, y, (left, top) = end[0] - start[0], end[1] - start[1], start
    length = x * x + y * y
    along = 0.0 if length == 0 else min(1.0, max(0.0, ((point[0] - left) * x + (point[1] - top) * y) / length))
    return hypot(point[0] - left - along * x, point[1] - top - along * y)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _drawn(places: Sequence[Place]) -> str:
    """A closed line in relative steps, without the spaces that minus signs make needless."""
    if len(places) < CORNERS:
        return ""
    steps = [number for (x0, y0), (x1, y1) in pairwise(places) for number in (x1 - x0, y1 - y0)]
    line = "".join(f" {step}" if step >= 0 else str(step) for step in steps)
    return f"M{places[0][0]} {places[0][1]}l{line.strip()}z"
