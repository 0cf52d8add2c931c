"""Who took part against who lives there, by borough and by whatever a process asks that has a known population.

People who speak for themselves are counted by group in public only where ten or more share every group they are in;
below that the public numbers count those who speak for an organisation, and say so.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.utils.translation import get_language

from tequio.apps.processes.models import Attribute, Participant, Process
from tequio.apps.processes.queries.invitations import TOOK_PART
from tequio.apps.territories import queries as territories
from tequio.apps.territories.models import Territory
from tequio.core import coverage as core
from tequio.core.charts.tiles import Place
from tequio.core.localized import pick

BOROUGH = "borough"
UNKNOWN = ""  # the group of those who did not say, or whose place is larger than a borough
ALONE = Participant.SpeaksFor.SELF

type Tally = list[tuple[str, str, int]]  # group, who they speak for, how many


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of a population: names and people by key, with the source; boroughs have a place on the tile map."""

    by: str
    labels: Mapping[str, str]
    people: Mapping[str, int]
    source: str
    tiles: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Base:
    """Whom a coverage counts: everybody, or those of a wave, of a phase (its key)."""

    wave: str = ""
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """A coverage as it may be shown. `alone` people who speak for themselves are left out of it."""

    groups: Groups
    found: core.Coverage
    alone: int = 0

    @property
    def drawn(self) -> bool:
        return core.shown(self.found.n)

    @property
    def present(self) -> int:
        return sum(group.n > 0 for group in self.found.groups)

    @property
    def missing(self) -> list[str]:
        return [self.groups.labels[group] for group in self.found.missing]

    @property
    def places(self) -> list[Place]:
        return [self._place(group, *self.groups.tiles[group.group]) for group in self._tiled()]

    def _tiled(self) -> list[core.Group]:
        return [group for group in self.found.groups if group.group in self.groups.tiles]

    def _place(self, group: core.Group, column: int, row: int) -> Place:
        label = self.groups.labels[group.group]
        return Place(group.group, label, column, row, group.n, group.state.value)


def groups_of(process: Process, by: str = BOROUGH) -> Groups | None:
    """The groups to compare with, or None where no population of them is known: one query."""
    return _boroughs(process) if by == BOROUGH else _bands(process, by)


def coverage_of(process: Process, by: str = BOROUGH, *, wave: str = "", phase: str = "") -> core.Coverage:
    """All who took part against who lives there; refuses where no population is known. Two queries."""
    groups = groups_of(process, by)
    return core.coverage(_everybody(_tally(process, by, Base(wave, phase))), groups.people if groups else {})


def heard_of(
    process: Process,
    groups: Groups,
    base: Base = Base(),
    *,
    everything: bool = False,
) -> Heard:
    """The coverage that may be shown: one query. `everything` is for staff, who see each person anyway."""
    tally = _tally(process, groups.by, base)
    if everything or not _recognisable(tally):
        return Heard(groups, core.coverage(_everybody(tally), groups.people))
    represented = [row for row in tally if row[1] != ALONE]
    alone = sum(n for _group, speaks_for, n in tally if speaks_for == ALONE)
    return Heard(groups, core.coverage(_everybody(represented), groups.people), alone)


def wordings_of(process: Process) -> list[tuple[str, str]]:
    """The ways to compare that this process has, besides by borough: attributes with a known population."""
    return [(asked.key, _said(asked.title)) for asked in process.attributes.all() if _known(asked)]


def _recognisable(tally: Tally) -> bool:
    return any(not core.shown(n) for group, speaks_for, n in tally if speaks_for == ALONE and group != UNKNOWN)


def _everybody(tally: Tally) -> Counter[str]:
    counts: Counter[str] = Counter()
    for group, _speaks_for, n in tally:
        counts[group] += n
    return counts


def _tally(process: Process, by: str, base: Base) -> Tally:
    people = _counted(process, base).order_by()
    if by != BOROUGH:
        rows = people.annotate(band=KeyTextTransform(by, "attributes")).values_list("band", "speaks_for")
        return [(band or UNKNOWN, speaks_for, n) for band, speaks_for, n in rows.annotate(Count("pk"))]
    here, above = F("territory__kind"), F("territory__parent__kind")
    codes = people.values_list("speaks_for", "territory__code", here, "territory__parent__code", above)
    return [(_borough(*place), speaks_for, n) for speaks_for, *place, n in codes.annotate(Count("pk"))]


def _borough(code: str | None, kind: str | None, parent: str | None, parent_kind: str | None) -> str:
    if kind == Territory.Kind.BOROUGH:
        return code or UNKNOWN
    return parent or UNKNOWN if parent_kind == Territory.Kind.BOROUGH else UNKNOWN


def _counted(process: Process, base: Base) -> QuerySet[Participant]:
    bounds = Q(withdrawn_at__isnull=True)
    bounds &= Q(wave=base.wave) if base.wave else Q()
    bounds &= Q(invitations__phase__key=base.phase, invitations__state__in=TOOK_PART) if base.phase else Q()
    found: QuerySet[Participant] = process.participants.filter(bounds)
    return found


def _boroughs(process: Process) -> Groups | None:
    totals = territories.borough_totals(within=process.territory_id)
    if not totals:
        return None
    places = [total.territory for total in totals]
    tiled = [place for place in places if place.tile_column is not None and place.tile_row is not None]
    return Groups(
        BOROUGH,
        {place.code: place.name for place in places},
        {total.territory.code: total.people for total in totals},
        totals[0].source,
        {place.code: (place.tile_column or 0, place.tile_row or 0) for place in tiled},
    )


def _bands(process: Process, key: str) -> Groups | None:
    asked = process.attributes.filter(key=key).first()
    if asked is None or not _known(asked):
        return None
    labels = {band["key"]: _said(band["label"]) for band in asked.choices}
    counted = {band["key"]: band["population"] for band in asked.choices if band.get("population") is not None}
    return Groups(key, labels, counted, asked.source, {})


def _known(asked: Attribute) -> bool:
    """A comparison needs two bands at least whose population is known; people of the others are told apart."""
    people = [band["population"] for band in asked.choices if band.get("population") is not None]
    return len(people) > 1 and sum(people) > 0


def _said(text: Mapping[str, str]) -> str:
    return pick(text, get_language() or "es").text
