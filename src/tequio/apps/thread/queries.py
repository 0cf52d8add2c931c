"""Reads of the thread: where a thing comes from and what came of it."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from tequio.apps.processes.models import Process
from tequio.apps.thread.models import Knot, Link
from tequio.core.thread import RESULTS, Graph, Kind, LinkKind, Rest, Step, Trace, came_of, rests_on, trace

KEPT_GRAPHS = 8
TELLING = frozenset({LinkKind.SAID, LinkKind.GATHERED})  # links that say who spoke, or where
_KIND = {kind.value: kind for kind in Kind}  # a fifth of the time of Kind(value), for a hundred thousand rows
NEAR = 8  # knots shown on a thing's own page; the whole thread has a page of its own


def knot_of(process: Process, kind: Kind, object_id: int) -> Knot:
    found: Knot = Knot.objects.select_related("process").get(process=process, kind=kind, object_id=object_id)
    return found


def knots_of(process: Process, kind: Kind, object_ids: Iterable[int]) -> dict[int, Knot]:
    """Knots by the id of their thing."""
    found = Knot.objects.filter(process=process, kind=kind, object_id__in=list(object_ids))
    return {knot.object_id: knot for knot in found}


def knot_named(process: Process, ref: str) -> Knot | None:
    found: Knot | None = Knot.objects.filter(process=process, ref=ref).first()
    return found


def revision(process: Process) -> int:
    found: int = Process.objects.values_list("thread_revision", flat=True).get(pk=process.pk)
    return found


class Graphs(NamedTuple):
    """`heard` is what results rest on; `told` leaves out who said, and where, what is counted and not shown."""

    heard: Graph
    told: Graph


def graph(process: Process) -> Graph:
    """The thread of a process as the core wants it, kept in memory until a link changes.

    Nothing comes of a voice that was set aside or waits to be read.
    """
    return _graphs(process.pk, revision(process)).heard


@lru_cache(maxsize=KEPT_GRAPHS)
def _graphs(process_id: int, revision: int) -> Graphs:
    known = _knots(process_id, revision)
    unheard = {pk for pk in known.hidden if known.kinds[pk] is Kind.CONTRIBUTION}
    rows = Link.objects.filter(process_id=process_id).values_list("source_id", "target_id", "kind")
    heard = [row for row in rows if row[0] not in unheard]
    told = [row for row in heard if row[1] not in unheard and not (row[2] in TELLING and row[1] in known.kept)]
    whole = _built(heard)
    return Graphs(whole, whole if len(told) == len(heard) else _built(told))


def _built(rows: Sequence[tuple[int, int, str]]) -> Graph:
    return Graph.build(*(zip(*rows, strict=True) if rows else ((), (), ())))


class Knots(NamedTuple):
    """The kind of each knot and the refs of results, by id; which are not public, and which count and are not shown."""

    kinds: Mapping[int, Kind]
    results: Mapping[int, str]
    hidden: AbstractSet[int]
    kept: AbstractSet[int]


def loaded(process: Process) -> tuple[Graph, Knots]:
    """The graph with what its knots are: three queries after a change, else one."""
    now = revision(process)
    return _graphs(process.pk, now).heard, _knots(process.pk, now)


@lru_cache(maxsize=KEPT_GRAPHS)
def _knots(process_id: int, revision: int) -> Knots:  # noqa: ARG001 (the revision is there to be forgotten by)
    rows = list(Knot.objects.filter(process_id=process_id).values_list("pk", "kind", "ref", "public", "shown"))
    results = {pk: ref for pk, kind, ref, _public, _shown in rows if kind in RESULTS}
    hidden = {pk for pk, _kind, _ref, public, _shown in rows if not public}
    kept = {pk for pk, _kind, _ref, _public, shown in rows if not shown}
    return Knots({row[0]: _KIND[row[1]] for row in rows}, results, hidden, kept)


@dataclass(frozen=True, slots=True)
class Strand:
    """A step of the thread with the knot it leads to."""

    knot: Knot
    step: Step


@dataclass(frozen=True, slots=True)
class Traced:
    """The nearest knots in both directions, how many there are in all, and what stands behind it in numbers."""

    knot: Knot
    back: tuple[Strand, ...]
    forward: tuple[Strand, ...]
    back_total: int
    forward_total: int
    rest: Rest
    came: Mapping[Kind, int]


def traced(process: Process, knot: Knot, *, everything: bool = False, most: int | None = NEAR) -> Traced:
    """Where a knot comes from and what came of it; knots that are not public only for those who may see everything.

    Four queries at most, however long the thread. `most` bounds how many knots are fetched in each direction. The
    numbers count what is not shown; the knots that are named never lead to who said it.
    """
    now = revision(process)
    graphs, kinds = _graphs(process.pk, now), _knots(process.pk, now).kinds
    found = trace(graphs.heard, knot.pk)
    counted = found if everything else _without_attendance(found)
    named = counted if everything or graphs.told is graphs.heard else _without_attendance(trace(graphs.told, knot.pk))
    back, forward = named.back[:most], named.forward[:most]
    seen = _visible({step.node for step in (*back, *forward)}, everything=everything)
    strands = [tuple(Strand(seen[step.node], step) for step in steps if step.node in seen) for steps in (back, forward)]
    totals = len(named.back), len(named.forward)
    return Traced(knot, strands[0], strands[1], *totals, rests_on(counted, kinds), came_of(counted, kinds))


def _without_attendance(found: Trace) -> Trace:
    """Who came to which meeting is for staff: a code at a meeting could point at a person."""
    back, forward = (
        tuple(step for step in steps if step.kind is not LinkKind.ATTENDED) for steps in (found.back, found.forward)
    )
    return Trace(back, forward)


def _visible(ids: set[int], *, everything: bool) -> dict[int, Knot]:
    knots = Knot.objects.in_bulk(ids)
    return {pk: knot for pk, knot in knots.items() if everything or knot.public}


ROWS = 60  # knots of one kind shown on the page of the whole thread; the rest is counted and linked


@dataclass(frozen=True, slots=True)
class Layer:
    """All knots of one kind: how many there are, and the first of them."""

    kind: Kind
    total: int
    knots: tuple[Knot, ...]


def overview(process: Process, *, everything: bool = False) -> dict[str, object]:
    """The whole thread in layers, voices first and results last, with how many links there are: three queries."""
    knots = Knot.objects.filter(process=process, **({} if everything else {"public": True}))
    totals = dict(knots.values_list("kind").annotate(n=Count("pk")))
    first: dict[str, list[Knot]] = {kind: [] for kind in totals}
    for knot in _first_of_each(knots):
        first[knot.kind].append(knot)
    layers = [Layer(kind, totals[kind], tuple(first[kind])) for kind in Kind if kind in totals]
    return {"layers": layers, "links": Link.objects.filter(process=process).count()}


def _first_of_each(knots: QuerySet[Knot]) -> QuerySet[Knot]:
    place = Window(RowNumber(), partition_by=F("kind"), order_by=F("pk").asc())
    return knots.exclude(kind=Kind.PARTICIPANT).annotate(place=place).filter(place__lte=ROWS).order_by("pk")
