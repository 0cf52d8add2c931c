"""Walking the thread: which voices a result rests on, and what became of a voice."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

import numpy as np

from tequio.core.refusals import Refusal
from tequio.core.thread.graph import KINDS, Graph, Integers, Level, Side
from tequio.core.thread.rules import RESULTS, VOICES, Kind, LinkKind

type Walk = tuple[list[int], list[int], list[int]]  # places, codes of links, distances

NARROW = 64


class Step(NamedTuple):
    """A knot that a walk reached, by which kind of link, after how many links.

    A named tuple and not a dataclass, because a walk makes a hundred thousand of them in milliseconds.
    """

    node: int
    kind: LinkKind
    distance: int


# Half the time of Step(*row), which runs a line of Python for each of a hundred thousand rows.
_STEP: Callable[[tuple[int, LinkKind, int]], Step] = partial(tuple.__new__, Step)


@dataclass(frozen=True, slots=True)
class Trace:
    """What a knot rests on and what came of it; nearest first, then by id."""

    back: tuple[Step, ...]
    forward: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """What stands behind a result, for "It comes from 12 voices in 3 meetings"."""

    contributions: int
    participants: int
    meetings: int


def trace(graph: Graph, node: int) -> Trace:
    """Walk from a node in both directions, breadth first; follow each link one way only, and attendance one link far.

    A node without links has an empty trace. A hundred thousand links that are all reached take tens of milliseconds.
    """
    place = graph.place(node)
    if place is None:
        return Trace((), ())
    back = _around(graph.back, graph.attended_by, place)
    forward = _around(graph.forward, graph.attended, place)
    return Trace(_steps(graph.ids, back), _steps(graph.ids, forward))


def rests_on(found: Trace, kinds: Mapping[int, Kind]) -> Rest:
    """Count the voices, the people and the meetings behind a knot."""
    found_by_kind = _by_kind(found.back, kinds)
    return Rest(*(found_by_kind[kind] for kind in (Kind.CONTRIBUTION, Kind.PARTICIPANT, Kind.MEETING)))


def came_of(found: Trace, kinds: Mapping[int, Kind]) -> dict[Kind, int]:
    """Count what came of a knot, by kind, in the order of `Kind`; kinds of which there are none are left out."""
    found_by_kind = _by_kind(found.forward, kinds)
    return {kind: found_by_kind[kind] for kind in Kind if found_by_kind[kind]}


def orphans(
    graph: Graph, kinds: Mapping[int, Kind], results: frozenset[Kind] = RESULTS, voices: frozenset[Kind] = VOICES
) -> tuple[int, ...]:
    """Return the results, by ascending id, behind which there is no voice at all."""
    places = [graph.place(node) for node, kind in kinds.items() if kind in voices]
    starts = sorted(place for place in places if place is not None)
    heard = set(_nodes(graph.ids, _walk(graph.forward, starts)[0]))
    return tuple(sorted(node for node, kind in kinds.items() if kind in results and node not in heard))


def would_cycle(graph: Graph, source: int, target: int) -> bool:
    """Tell whether a new link would close a circle, so that something came of itself."""
    start, end = graph.place(target), graph.place(source)
    if source == target or start is None or end is None:
        return source == target
    return end in _walk(graph.forward, [start])[0]


def check_no_cycle(graph: Graph, source: int, target: int) -> None:
    """Refuse a link that would close a circle."""
    if would_cycle(graph, source, target):
        raise Refusal("thread.cycle")


def _by_kind(steps: Iterable[Step], kinds: Mapping[int, Kind]) -> Counter[Kind]:
    return Counter(kinds[step.node] for step in steps)


def _around(side: Side, attendance: Side, place: int) -> Walk:
    """Walk from a place, with those who attended it (or the meetings attended) one link away and no further."""
    attended = dict(zip(*attendance.of(place), strict=True))
    places, codes, distances = _walk(side, [place], attended)
    first = bisect_right(distances, 1)
    near = attended | dict(zip(places[:first], codes[:first], strict=True))
    order = sorted(near)
    return order + places[first:], [near[p] for p in order] + codes[first:], [1] * len(order) + distances[first:]


def _walk(side: Side, starts: list[int], leave_out: Iterable[int] = ()) -> Walk:
    """Return what is one link away, then two, and so on; neither the starts nor what to leave out is among it."""
    seen = bytearray(len(side.first) - 1)
    for place in chain(starts, leave_out):
        seen[place] = 1
    views = memoryview(side.first), memoryview(side.ends), memoryview(side.codes)
    walk: Walk = [], [], []
    places, codes, distances = walk
    level, distance = starts, 0
    while level:
        level, via = _narrow(*views, level, seen) if len(level) < NARROW else _wide(side, level, seen)
        distance += 1
        places += level
        codes += via
        distances += [distance] * len(level)
    return walk


def _narrow(first: memoryview, ends: memoryview, codes: memoryview, level: list[int], seen: bytearray) -> Level:
    fresh: dict[int, int] = {}
    for place in level:
        for link in range(first[place], first[place + 1]):
            end = ends[link]
            if not seen[end]:
                seen[end] = 1
                fresh[end] = codes[link]
    places = sorted(fresh)
    return places, [fresh[place] for place in places]


def _wide(side: Side, level: list[int], seen: bytearray) -> Level:
    marks, rows = np.frombuffer(seen, np.uint8), np.asarray(level)
    counts = side.first[rows + 1] - side.first[rows]
    links = np.arange(counts.sum()) + np.repeat(side.first[rows] - np.cumsum(counts) + counts, counts)
    links = links[marks[side.ends[links]] == 0]
    places, earliest = np.unique(side.ends[links], return_index=True)
    marks[places] = 1
    return places.tolist(), side.codes[links[earliest]].tolist()


def _steps(ids: Integers, walk: Walk) -> tuple[Step, ...]:
    places, codes, distances = walk
    rows = zip(_nodes(ids, places), map(KINDS.__getitem__, codes), distances, strict=True)
    return tuple(map(_STEP, rows))


def _nodes(ids: Integers, places: list[int]) -> list[int]:
    nodes: list[int] = ids[np.array(places, np.int64)].tolist()
    return nodes
