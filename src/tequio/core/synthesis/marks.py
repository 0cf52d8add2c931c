"""Overlapping passages laid flat: stretches of a text, each with the passages that it is part of."""

from collections.abc import Sequence
from dataclasses import dataclass

type Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end` the text is inside the same passages: their places in the list that was given."""

    start: int
    end: int
    inside: tuple[int, ...]


def stretches(length: int, spans: Sequence[Span]) -> tuple[Stretch, ...]:
    """Cut a text of `length` characters at every boundary; the stretches follow one another and fill it."""
    edges: dict[int, list[int]] = {0: [], length: []}
    for place, (start, end) in enumerate(spans):
        if not 0 <= start < end <= length:
            raise ValueError(f"{start} to {end} is no part of a text of {length}")
        edges.setdefault(start, []).append(place)
        edges.setdefault(end, []).append(place)
    found, inside, before = [], set[int](), 0
    for edge in sorted(edges):
        if edge > before:
            found.append(Stretch(before, edge, tuple(sorted(inside))))
        inside.symmetric_difference_update(edges[edge])
        before = edge
    return tuple(found)
