"""Reads of the thread: where a thing comes from and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber

from tequio.apps.processes.models import Process
from tequio.apps.thread.models import Knot, Link
from tequio.core.thread import Graph, Kind, LinkKind, Rest, Step, Trace, came_of, rests_on, trace

KEPT_GRAPHS = 8
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


def graph(process: Process) -> Graph:
    """The thread of a process as the core wants it, kept in memory until a link changes."""
    return _graph(process.pk, revision(process))


@lru_cache(maxsize=KEPT_GRAPHS)
def _graph(process_id: int, revision: int) -> Graph:  # noqa: ARG001 (the revision is there to be forgotten by)
    rows = Link.objects.filter(process_id=process_id).values_list("source_id", "target_id", "kind")
    sources, targets, kinds = zip(*rows, strict=True) if rows else ((), (), ())
    return Graph.build(sources, targets, kinds)


@lru_cache(maxsize=KEPT_GRAPHS)
def _kinds(process_id: int, revision: int) -> Mapping[int, Kind]:  # noqa: ARG001 (as above)
    rows = Knot.objects.filter(process_id=process_id).values_list("pk", "kind")
    return {pk: Kind(kind) for pk, kind in rows}


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

    Four queries at most, however long the thread. `most` bounds how many knots are fetched in each direction.
    """
    now = revision(process)
    found, kinds = trace(_graph(process.pk, now), knot.pk), _kinds(process.pk, now)
    if not everything:
        found = _without_attendance(found)
    back, forward = found.back[:most], found.forward[:most]
    seen = _visible({step.node for step in (*back, *forward)}, everything=everything)
    strands = [tuple(Strand(seen[step.node], step) for step in steps if step.node in seen) for steps in (back, forward)]
    totals = len(found.back), len(found.forward)
    return Traced(knot, strands[0], strands[1], *totals, rests_on(found, kinds), came_of(found, kinds))


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
