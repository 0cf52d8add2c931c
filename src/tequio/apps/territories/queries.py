"""Reads of territories: the tree, who lives where, and the short name that fits on a tile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tequio.apps.territories.models import Population, Territory

Kind = Territory.Kind
LARGE = (Kind.CITY, Kind.AREA, Kind.BOROUGH)  # neighbourhoods are listed on the page of their borough
TOTAL = "total"
LETTERS = 5  # of a single-word name on a tile
SMALL_WORDS = frozenset({"de", "del", "la", "las", "los", "el", "y"})


@dataclass(frozen=True, slots=True)
class Branch:
    """A territory in the tree: how deep it lies and how many people live in it, by edition."""

    territory: Territory
    depth: int
    people: tuple[int | None, ...]


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


def short(name: str) -> str:
    """A name that fits on a tile: the initials of several words ("GAM"), the start of one ("Iztap")."""
    words = name.split()
    large = [word for word in words if word.lower() not in SMALL_WORDS or word == words[0]]
    return "".join(word[0] for word in large) if len(large) > 1 else name[:LETTERS]


def tree(large: Sequence[Territory], totals: Iterable[Population], shown: Sequence[str]) -> list[Branch]:
    """The territories, each below the one it lies in, with their people by edition in the order of `shown`."""
    people = {(total.territory_id, total.edition): total.people for total in totals}
    below: dict[int | None, list[Territory]] = {}
    known = {place.pk for place in large}
    for place in large:
        below.setdefault(place.parent_id if place.parent_id in known else None, []).append(place)
    return _branches(below, people, shown, None, 0)


def _branches(
    below: dict[int | None, list[Territory]],
    people: dict[tuple[int, str], int],
    shown: Sequence[str],
    parent: int | None,
    depth: int,
) -> list[Branch]:
    branches = []
    for place in below.get(parent, []):
        branches.append(Branch(place, depth, tuple(people.get((place.pk, edition)) for edition in shown)))
        branches += _branches(below, people, shown, place.pk, depth + 1)
    return branches
