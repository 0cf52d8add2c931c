"""Reads of the thread: where a thing comes from and what came of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tequio.apps.processes.models import Process
from tequio.apps.thread.models import Knot, Link
from tequio.core.thread import Graph, Kind, Rest, Step, came_of, rests_on, trace

KEPT_GRAPHS = 8
NEAR = 40  # knots shown on a thing's own page; the whole thread has a page of its own


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
    back, forward = found.back[:most], found.forward[:most]
    seen = _visible({step.node for step in (*back, *forward)}, everything=everything)
    strands = [tuple(Strand(seen[step.node], step) for step in steps if step.node in seen) for steps in (back, forward)]
    return Traced(knot, *strands, len(found.back), len(found.forward), rests_on(found, kinds), came_of(found, kinds))


def _visible(ids: set[int], *, everything: bool) -> dict[int, Knot]:
    knots = Knot.objects.in_bulk(ids)
    return {pk: knot for pk, knot in knots.items() if everything or knot.public}
