"""Every write to territories. They belong to the whole installation; `space` says from which space it was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from tequio.apps.record import actions as record
from tequio.apps.territories.models import Population, Territory
from tequio.apps.territories.rows import Row
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.formats.geojson import Boundary

Kind = Territory.Kind
SIZES = list(Kind)  # from the largest to the smallest
TOTAL = "total"

type Tile = tuple[int, int]  # column and row, from 0 at the top left


@dataclass(frozen=True, slots=True)
class Matches:
    """Which territories got a boundary, which areas of the file fit none, and which territories have none yet."""

    matched: tuple[str, ...]
    unknown: tuple[str, ...]
    without: tuple[str, ...]


@transaction.atomic
def add_territory(
    *,
    kind: str,
    code: str,
    name: str,
    parent: Territory | None = None,
    tile: Tile | None = None,
    space: int | None = None,
    by: Actor,
    at: datetime,
) -> Territory:
    """A place within a larger one, or a city of its own."""
    if Territory.objects.filter(code=code).exists():
        raise Refusal("territory.code_taken", typed=code, field="code")
    check_parent(kind, parent)
    column, row = tile or (None, None)
    made = Territory.objects.create(kind=kind, code=code, name=name, parent=parent, tile_column=column, tile_row=row)
    record.note("territory.added", by=by, at=at, space=space, target=code)
    return made


@transaction.atomic
def edit_territory(
    territory: Territory,
    *,
    name: str,
    kind: str,
    parent: Territory | None,
    tile: Tile | None,
    space: int | None = None,
    by: Actor,
    at: datetime,
) -> Territory:
    """The code stays: other data points at it."""
    check_parent(kind, parent)
    if any(SIZES.index(Kind(child.kind)) <= SIZES.index(Kind(kind)) for child in territory.children.all()):
        raise Refusal("territory.holds_larger", name=name, field="kind")
    territory.name, territory.kind, territory.parent = name, kind, parent
    territory.tile_column, territory.tile_row = tile or (None, None)
    territory.save(update_fields=["name", "kind", "parent", "tile_column", "tile_row"])
    record.note("territory.edited", by=by, at=at, space=space, target=territory.code)
    return territory


def check_parent(kind: str, parent: Territory | None) -> None:
    """A place lies in a larger one, so no circle can be made."""
    if parent is not None and SIZES.index(Kind(parent.kind)) >= SIZES.index(Kind(kind)):
        raise Refusal("territory.parent_not_larger", parent=parent.name, field="parent")


@transaction.atomic
def set_population(
    territory: Territory,
    *,
    edition: str,
    people: int,
    source: str,
    group: str = TOTAL,
    space: int | None = None,
    by: Actor,
    at: datetime,
) -> Population:
    """How many people by one edition of a census; what was there for that edition and group is corrected."""
    found, _made = Population.objects.update_or_create(
        territory=territory, edition=edition, group=group, defaults={"people": people, "source": source}
    )
    facts: dict[str, Any] = {"edition": edition, "group": group, "people": people}
    record.note("territory.population_set", by=by, at=at, space=space, target=territory.code, **facts)
    return found


@transaction.atomic
def load_boundaries(boundaries: Sequence[Boundary], *, space: int | None = None, by: Actor, at: datetime) -> Matches:
    """Give each area of a file to the territory with its code, or else with its name whatever its accents and capitals.

    All that fit are kept together or, where two areas are of one territory or none fits, nothing is.
    """
    found, unknown = _matched(boundaries, list(Territory.objects.defer("boundary")))
    if not found:
        raise Refusal("territory.no_boundary_fits", field="file")
    for territory, boundary in found.items():
        territory.boundary = dict(boundary.geometry)
    Territory.objects.bulk_update(found, ["boundary"])
    record.note("territory.boundaries_loaded", by=by, at=at, space=space, n=len(found), unknown=len(unknown))
    kinds = {territory.kind for territory in found}
    without = Territory.objects.filter(boundary__isnull=True, kind__in=kinds).values_list("name", flat=True)
    return Matches(tuple(sorted(territory.name for territory in found)), tuple(unknown), tuple(without))


def _matched(
    boundaries: Iterable[Boundary], territories: Sequence[Territory]
) -> tuple[dict[Territory, Boundary], list[str]]:
    codes = {territory.code: territory for territory in territories}
    names = _by_name(territories)
    found: dict[Territory, Boundary] = {}
    unknown = []
    for boundary in boundaries:
        territory = codes.get(boundary.code) or names.get(fold(boundary.name))
        if territory is None:
            unknown.append(boundary.name)
        elif territory in found:
            raise Refusal("territory.boundary_twice", name=territory.name, field="file")
        else:
            found[territory] = boundary
    return found, unknown


def _by_name(territories: Sequence[Territory]) -> dict[str, Territory]:
    """Only names that one territory alone has."""
    names: dict[str, list[Territory]] = {}
    for territory in territories:
        names.setdefault(fold(territory.name), []).append(territory)
    return {name: alike[0] for name, alike in names.items() if len(alike) == 1}


@transaction.atomic
def import_rows(
    rows: Sequence[Row], *, source: str, space: int | None = None, by: Actor, at: datetime
) -> tuple[int, int]:
    """How many territories were new and how many populations were set; rows have been checked (`rows.read`)."""
    known = {territory.code: territory for territory in Territory.objects.defer("boundary")}
    before = len(known)
    for row in sorted({row.code: row for row in rows}.values(), key=_size):
        known[row.code] = _placed(row, known)
    counted = [row for row in rows if row.people is not None]
    for row in counted:
        Population.objects.update_or_create(
            territory=known[row.code],
            edition=row.edition,
            group=TOTAL,
            defaults={"people": row.people or 0, "source": source},
        )
    made = len(known) - before
    record.note("territory.imported", by=by, at=at, space=space, territories=made, populations=len(counted))
    return made, len(counted)


def _size(row: Row) -> int:
    return SIZES.index(Kind(row.kind))


def _placed(row: Row, known: dict[str, Territory]) -> Territory:
    """The territory of a row, made or brought up to date; a tile that the file does not give stays as it was."""
    facts: dict[str, object] = {"kind": row.kind, "name": row.name, "parent": known.get(row.parent)}
    if row.tile:
        facts |= {"tile_column": row.tile[0], "tile_row": row.tile[1]}
    territory, _made = Territory.objects.update_or_create(code=row.code, defaults=facts)
    return territory
