"""All links of a process as arrays, to be walked in either direction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tequio.core.thread.rules import LinkKind

type Integers = NDArray[np.int64]
type Level = tuple[list[int], list[int]]

KINDS = tuple(LinkKind)
_CODES = {kind.value: code for code, kind in enumerate(KINDS)}
_ATTENDED = _CODES[LinkKind.ATTENDED]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Compressed rows: the links of place p are `ends[first[p]:first[p + 1]]`, with the code of each in `codes`."""

    first: Integers
    ends: Integers
    codes: Integers

    @classmethod
    def build(cls, starts: Integers, ends: Integers, codes: Integers, places: int) -> Self:
        """Sort links by start, then end, then kind, so that every walk has one order."""
        order = np.lexsort((codes, ends, starts))
        first = np.zeros(places + 1, np.int64)
        np.cumsum(np.bincount(starts, minlength=places), out=first[1:])
        return cls(first, ends[order], codes[order])

    def of(self, place: int) -> Level:
        """Return the places at the other end of a place's links, and the codes of those links."""
        links = slice(self.first[place], self.first[place + 1])
        return self.ends[links].tolist(), self.codes[links].tolist()


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """`ids` holds the node ids in ascending order; everything else counts in places of `ids`.

    Attendance is kept apart: to be at a meeting is not to have said what others said there, so no walk goes through it.
    """

    ids: Integers
    forward: Side
    back: Side
    attended: Side
    attended_by: Side

    @classmethod
    def build(cls, sources: Sequence[int] | Integers, targets: Sequence[int] | Integers, kinds: Sequence[str]) -> Self:
        """Build from three columns of equal length: ids of sources, ids of targets, values of `LinkKind`."""
        if not len(sources) == len(targets) == len(kinds):
            raise ValueError("sources, targets and kinds must be of equal length")
        ids, places = np.unique(np.concatenate([_column(sources), _column(targets)]), return_inverse=True)
        start, end = places[: len(kinds)], places[len(kinds) :]
        codes = _column([_CODES[kind] for kind in kinds])
        attending, passing = codes == _ATTENDED, codes != _ATTENDED
        ways = [(m, a, b) for m in (passing, attending) for a, b in ((start, end), (end, start))]
        return cls(ids, *(Side.build(a[m], b[m], codes[m], len(ids)) for m, a, b in ways))

    def place(self, node: int) -> int | None:
        """Return where a node is in `ids`, or None when it has no link."""
        place = int(np.searchsorted(self.ids, node))
        return place if place < len(self.ids) and self.ids[place] == node else None


def _column(values: Sequence[int] | Integers) -> Integers:
    return np.asarray(values, dtype=np.int64)
