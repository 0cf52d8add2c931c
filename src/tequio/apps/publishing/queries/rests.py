"""What stands behind every result of a process: one walk for each, kept until the thread changes."""

from collections.abc import Mapping
from functools import lru_cache

from tequio.apps.processes.models import Process
from tequio.apps.thread import queries as thread
from tequio.apps.thread.models import Knot
from tequio.core.thread import Graph, Kind, Rest, orphans, rests_on, trace

KEPT = 16
TOLD = (Kind.PROBLEM, Kind.SOLUTION, Kind.PROTOTYPE, Kind.DECISION)
NOTHING = Rest(0, 0, 0)


def rests_of(process: Process) -> Mapping[str, Rest]:
    """The voices, people and meetings behind each result, by its ref: no query, or a few after a change.

    The process must be as it was read a moment ago: its revision tells whether what is kept still holds.
    """
    return _rests(process.pk, process.thread_revision)


def without_voices(process: Process) -> list[Knot]:
    """The results behind which there is no voice at all, in the order of the thread."""
    graph, known = thread.loaded(process)
    alone = orphans(graph, known.kinds)
    return list(Knot.objects.filter(pk__in=alone, public=True).order_by("pk"))


@lru_cache(maxsize=KEPT)
def _rests(process_id: int, revision: int) -> Mapping[str, Rest]:  # noqa: ARG001 (the revision is there to be forgotten by)
    graph, known = thread.loaded(Process(pk=process_id))
    return {ref: _rest(graph, pk, known.kinds) for pk, ref in known.results.items() if known.kinds[pk] in TOLD}


def _rest(graph: Graph, pk: int, kinds: Mapping[int, Kind]) -> Rest:
    return rests_on(trace(graph, pk), kinds)
