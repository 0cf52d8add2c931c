"""Reads of territories: the tree, who lives where, and where each is drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.db.models import Case, Q, QuerySet, When

from tequio.apps.territories.models import Population, Territory
from tequio.core.charts.tiles import Place
from tequio.formats.geojson import Geometry, box_of, simplified_path

Kind = Territory.Kind
LARGE = (Kind.CITY, Kind.AREA, Kind.BOROUGH)  # neighbourhoods are listed on the page of their borough
TOTAL = "total"
WIDTH = 640  # units of a drawing
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Branch:
    """A territory in the tree: how deep it lies and how many people live in it, by edition.

    `summed` is true where an area's people are the sum of its boroughs', because no source gives them.
    """

    territory: Territory
    depth: int
    people: tuple[int | None, ...]
    summed: bool = False


def boroughs() -> QuerySet[Territory]:
    return Territory.objects.filter(kind=Kind.BOROUGH).order_by("code")


def editions() -> list[str]:
    """The editions of total populations, the newest first."""
    found = Population.objects.filter(group=TOTAL).values_list("edition", flat=True).distinct()
    return sorted(found, reverse=True)


def borough_totals(within: int | None = None) -> list[Population]:
    """How many people live in each borough (of a city or area) by the newest edition, with its territory: one query."""
    bounds = Q(territory__kind=Kind.BOROUGH, group=TOTAL)
    if within is not None:
        bounds &= Q(territory__parent=within) | Q(territory__parent__parent=within) | Q(territory=within)
    totals = list(Population.objects.filter(bounds).select_related("territory").order_by("territory__code"))
    newest = max((total.edition for total in totals), default="")
    return [total for total in totals if total.edition == newest]


type Below = Mapping[int | None, Sequence[Territory]]
type People = Mapping[int, tuple[int | None, ...]]


def tree(large: Sequence[Territory], totals: Iterable[Population], shown: Sequence[str]) -> list[Branch]:
    """The territories, each below the one it lies in, with their people by edition in the order of `shown`."""
    counted = {(total.territory_id, total.edition): total.people for total in totals}
    people = {place.pk: tuple(counted.get((place.pk, edition)) for edition in shown) for place in large}
    below: dict[int | None, list[Territory]] = {}
    for place in large:
        below.setdefault(place.parent_id if place.parent_id in people else None, []).append(place)
    return _branches(below, people, None, 0)


def _branches(below: Below, people: People, parent: int | None, depth: int) -> list[Branch]:
    branches = []
    for place in below.get(parent, ()):
        branches.append(_branch(place, depth, people, below))
        branches += _branches(below, people, place.pk, depth + 1)
    return branches


def _branch(place: Territory, depth: int, people: People, below: Below) -> Branch:
    parts = [people[part.pk] for part in below.get(place.pk, ())]
    if place.kind != Kind.AREA or not parts or any(people[place.pk]):
        return Branch(place, depth, people[place.pk])
    sums = tuple(None if None in column else sum(filter(None, column)) for column in zip(*parts, strict=True))
    return Branch(place, depth, sums, summed=any(sums))


def large_tree() -> tuple[list[str], list[Branch]]:
    """The editions there are, newest first, and all but the neighbourhoods with their people: two queries."""
    large = list(Territory.objects.filter(kind__in=LARGE).defer("boundary"))
    totals = list(Population.objects.filter(group=TOTAL, territory__kind__in=LARGE))
    shown = sorted({total.edition for total in totals}, reverse=True)
    return shown, tree(large, totals, shown)


def sources() -> list[tuple[str, str]]:
    """Where the populations come from, by edition."""
    found = Population.objects.order_by("-edition", "source").values_list("edition", "source").distinct()
    return list(found)


def populations_of(territory: Territory) -> QuerySet[Population]:
    """Newest edition first; in each, everybody and then the groups, by where the numbers come from."""
    return territory.populations.order_by("-edition", "source", Case(When(group=TOTAL, then=0), default=1), "group")


def places(totals: Iterable[Population]) -> list[Place]:
    """The territories that have a tile, with thousands of people on it."""
    return [
        Place(place.code, place.name, place.tile_column, place.tile_row, round(total.people / THOUSAND), "")
        for total, place in ((total, total.territory) for total in totals)
        if place.tile_column is not None and place.tile_row is not None
    ]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boundaries as SVG paths in a box of `width` by `height`; the path of each territory with it."""

    width: int
    height: int
    areas: tuple[tuple[Territory, str], ...]


def drawing() -> Drawing | None:
    """The boroughs that have a boundary, drawn; None where no boundary is loaded."""
    bounded = list(Territory.objects.filter(kind=Kind.BOROUGH, boundary__isnull=False))
    if not bounded:
        return None
    shapes = [cast("Geometry", place.boundary) for place in bounded]
    box = box_of(shapes, WIDTH)
    areas = tuple((place, simplified_path(shape, box)) for place, shape in zip(bounded, shapes, strict=True))
    return Drawing(box.width, box.height, areas)
