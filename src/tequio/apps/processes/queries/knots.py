"""How much hangs on the thread of a process, and what became of one voice.

The apps of the thread, of contributions and of results stand on this one, so their tables are reached through the
process and not imported.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db.models import Count, Q

from tequio.apps.processes.models import Participant, Process
from tequio.core.thread import Graph, Kind, LinkKind, Step, trace

KEPT_GRAPHS = 4
FARTHEST = 2000  # steps of one voice's thread that are looked at
MOST = 60  # knots of them that are named


@dataclass(frozen=True, slots=True)
class Came:
    """What a voice said and what came of it, as knots of the thread, nearest first; `counted` is by kind."""

    said: tuple[Any, ...] = ()
    later: tuple[Any, ...] = ()
    counted: Mapping[Kind, int] = field(default_factory=dict)


def knot_counts(process: Process, *, everything: bool = False) -> dict[Kind, int]:
    """How many knots of each kind there are, those that are not public only for who may see them: one query."""
    bounds = Q() if everything else Q(public=True)
    rows = process.knots.filter(bounds).order_by().values_list("kind").annotate(Count("pk"))
    return {Kind(kind): n for kind, n in rows}


def waiting(process: Process) -> int:
    """How many contributions nobody has read yet: one query."""
    n: int = process.contributions.filter(status="new").count()
    return n


def is_told(process: Process) -> bool:
    """Whether the result of the process is published: one query."""
    return type(process).objects.filter(pk=process.pk, report__published_at__isnull=False).exists()


def came_of_voice(participant: Participant) -> Came:
    """What this person said in public and what is public of what came of that: four queries.

    The walk starts at words that are shown: what is only counted leads nowhere from here, nor to it.
    """
    process = participant.process
    by_them = Q(back__kind=LinkKind.SAID, back__source__kind=Kind.PARTICIPANT, back__source__object_id=participant.pk)
    said = list(process.knots.filter(by_them, public=True, shown=True).order_by("pk")[:FARTHEST])
    if not said:
        return Came()
    later = _public(process, _later(_graph(process.pk, process.thread_revision), [knot.pk for knot in said]))
    counts = Counter(Kind(knot.kind) for knot in later)
    return Came(tuple(said[:MOST]), tuple(later[:MOST]), {kind: counts[kind] for kind in Kind if counts[kind]})


def _later(graph: Graph, starts: list[int]) -> list[int]:
    """The ids of all that came of these knots, nearest first, each once."""
    steps = sorted(chain.from_iterable(trace(graph, start).forward for start in starts), key=_nearest)
    return list(dict.fromkeys(step.node for step in steps if step.node not in starts))[:FARTHEST]


def _nearest(step: Step) -> tuple[int, int]:
    return step.distance, step.node


def _public(process: Process, ids: list[int]) -> list[Any]:
    knots = process.knots.filter(public=True).in_bulk(ids)
    return [knots[pk] for pk in ids if pk in knots]


@lru_cache(maxsize=KEPT_GRAPHS)
def _graph(process_id: int, revision: int) -> Graph:  # noqa: ARG001 (the revision is there to be forgotten by)
    rows = Process(pk=process_id).links.values_list("source_id", "target_id", "kind")
    sources, targets, kinds = zip(*rows, strict=True) if rows else ((), (), ())
    return Graph.build(sources, targets, kinds)
