"""How often codes were given, by how many documents and speakers, and which meet in the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

type Integers = NDArray[np.int64]

NOBODY = ""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code given to a passage of a document. `speaker` is who said it, empty where it is not known."""

    document: str
    start: int
    end: int
    code: str
    speaker: str = NOBODY
    coder: str = ""


@dataclass(frozen=True, slots=True)
class Frequency:
    """`passages` of a code, in so many `documents`, said by so many `speakers` that are known."""

    passages: int = 0
    documents: int = 0
    speakers: int = 0


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two codes, in the order of the alphabet: how many pairs of their passages overlap, in how many documents."""

    one: str
    other: str
    passages: int
    documents: int


def frequencies(coded: Sequence[Coded], parents: Mapping[str, str] | None = None) -> Mapping[str, Frequency]:
    """Count each code; with `parents` (code to the one that holds it) a code counts what those below it were given.

    The same stretch given by several coders, or by several codes below one, is one passage.
    """
    above = _lines_up(parents or {})
    passages, documents, speakers = (defaultdict[str, set[object]](set) for _ in range(3))
    for each in coded:
        for code in above.get(each.code, (each.code,)):
            passages[code].add((each.document, each.start, each.end))
            documents[code].add(each.document)
            if each.speaker:
                speakers[code].add(each.speaker)
    return {code: Frequency(len(passages[code]), len(documents[code]), len(speakers[code])) for code in passages}


def _lines_up(parents: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(_line_up(code, parents)) for code in parents}


def _line_up(code: str, parents: Mapping[str, str]) -> Iterator[str]:
    while code:
        yield code
        code = parents.get(code, "")


def meetings(coded: Sequence[Coded]) -> tuple[Meeting, ...]:
    """Return the pairs of codes whose passages overlap by a character or more, most passages first.

    The same passage of the same code by several coders counts once. Time grows with passages and overlaps, not with
    the length of the texts.
    """
    rows = sorted({(each.document, each.start, each.end, each.code) for each in coded})
    found, where = Counter[tuple[str, str]](), defaultdict[tuple[str, str], set[str]](set)
    for one, other in zip(*_overlaps(rows), strict=True):
        (document, *_, a), (*_, b) = rows[one], rows[other]
        if a != b:
            pair = (a, b) if a < b else (b, a)
            found[pair] += 1
            where[pair].add(document)
    every = [Meeting(*pair, n, len(where[pair])) for pair, n in found.items()]
    return tuple(sorted(every, key=lambda each: (-each.passages, each.one, each.other)))


def _overlaps(rows: Sequence[tuple[str, int, int, str]]) -> tuple[list[int], list[int]]:
    """Places of the pairs that overlap: each row with those that begin after it and before its end."""
    if not rows:
        return [], []
    documents, starts, ends = (np.array([row[part] for row in rows]) for part in range(3))
    shift = np.cumsum(np.concatenate([[0], documents[1:] != documents[:-1]])) * (int(ends.max()) + 1)
    last: Integers = np.searchsorted(starts + shift, ends + shift, side="left")
    reach = last - np.arange(1, len(rows) + 1)
    one = np.repeat(np.arange(len(rows)), reach)
    other = np.arange(len(one)) - np.repeat(np.cumsum(reach) - reach, reach) + one + 1
    return one.tolist(), other.tolist()
