"""Walking the thread: which voices a result rests on, and what became of a voice."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np

from tequio.core.refusals import Refusal
from tequio.core.thread.graph import KINDS, Graph, Integers, Level, Side
from tequio.core.thread.rules import RESULTS, VOICES, Kind, LinkKind

NARROW = 64


class Step(NamedTuple):
    """A knot that a walk reached, by which kind of link, after how many links.

    A named tuple and not a dataclass, because a walk makes a hundred thousand of them in milliseconds.
    """

    node: int
    kind: LinkKind
    distance: int


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
    back = _with_attendance(_levels(graph.back, [place]), graph.attended_by.of(place))
    forward = _with_attendance(_levels(graph.forward, [place]), graph.attended.of(place))
    return Trace(_steps(graph.ids, back), _steps(graph.ids, forward))


def rests_on(found: Trace, kinds: Mapping[int, Kind]) -> Rest:
    """Count the voices, the people and the meetings behind a knot."""
    count = _count((step.node for step in found.back), kinds)
    return Rest(count[Kind.CONTRIBUTION], count[Kind.PARTICIPANT], count[Kind.MEETING])


def came_of(found: Trace, kinds: Mapping[int, Kind]) -> dict[Kind, int]:
    """Count what came of a knot, by kind, in the order of `Kind`; kinds of which there are none are left out."""
    count = _count((step.node for step in found.forward), kinds)
    return {kind: count[kind] for kind in Kind if count[kind]}


def orphans(
    graph: Graph, kinds: Mapping[int, Kind], results: frozenset[Kind] = RESULTS, voices: frozenset[Kind] = VOICES
) -> tuple[int, ...]:
    """Return the results, by ascending id, behind which there is no voice at all."""
    places = [graph.place(node) for node, kind in kinds.items() if kind in voices]
    starts = sorted(place for place in places if place is not None)
    heard = set(_nodes(graph.ids, _levels(graph.forward, starts)))
    return tuple(sorted(node for node, kind in kinds.items() if kind in results and node not in heard))


def would_cycle(graph: Graph, source: int, target: int) -> bool:
    """Tell whether a new link would close a circle, so that something came of itself."""
    start, end = graph.place(target), graph.place(source)
    if source == target or start is None or end is None:
        return source == target
    return any(end in level for level, _ in _levels(graph.forward, [start]))


def check_no_cycle(graph: Graph, source: int, target: int) -> None:
    """Refuse a link that would close a circle."""
    if would_cycle(graph, source, target):
        raise Refusal("thread.cycle")


def _count(nodes: Iterable[int], kinds: Mapping[int, Kind]) -> Counter[Kind]:
    return Counter(kinds[node] for node in nodes)


def _levels(side: Side, starts: list[int]) -> list[Level]:
    """Return what is one link away, two links away, and so on; the starts themselves are never among it."""
    seen = bytearray(len(side.first) - 1)
    for place in starts:
        seen[place] = 1
    level, levels = starts, []
    while level:
        level, codes = (_narrow if len(level) < NARROW else _wide)(side, level, seen)
        levels.append((level, codes))
    return levels


def _narrow(side: Side, level: list[int], seen: bytearray) -> Level:
    first, ends, codes = memoryview(side.first), memoryview(side.ends), memoryview(side.codes)
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


def _with_attendance(levels: list[Level], attended: Level) -> list[Level]:
    """Put those who attended (or the meetings attended) one link away, without walking on from there."""
    near = dict(zip(*attended, strict=True)) | dict(zip(*levels[0], strict=True))
    return [(sorted(near), [near[place] for place in sorted(near)]), *levels[1:]]


def _steps(ids: Integers, levels: list[Level]) -> tuple[Step, ...]:
    kinds = map(KINDS.__getitem__, chain.from_iterable(codes for _, codes in levels))
    distances = chain.from_iterable(repeat(d, len(places)) for d, (places, _) in enumerate(levels, 1))
    return tuple(map(Step, _nodes(ids, levels), kinds, distances))


def _nodes(ids: Integers, levels: list[Level]) -> list[int]:
    places = list(chain.from_iterable(places for places, _ in levels))
    nodes: list[int] = ids[np.array(places, np.int64)].tolist()
    return nodes
