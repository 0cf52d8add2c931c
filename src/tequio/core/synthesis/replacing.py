"""Words put in the place of others, and where every passage is afterwards."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tequio.core.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is from `start` to `end` becomes `by`."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """The new text, and what its places were: `place` follows one from the old text to the new."""

    text: str
    cuts: tuple[Replacement, ...]

    def place(self, old: int, *, end: bool = False) -> int:
        """Return where an old place is now. Inside what was replaced it goes to its beginning; an `end`, to its end."""
        before = bisect_right([cut.start for cut in self.cuts], old - end)
        shift = sum(len(cut.by) - (cut.end - cut.start) for cut in self.cuts[:before])
        last = self.cuts[before - 1] if before else None
        if last is None or old >= last.end:
            return old + shift
        now = last.start + shift - len(last.by) + (last.end - last.start)
        return now + len(last.by) if end else now

    def span(self, start: int, end: int) -> tuple[int, int]:
        return self.place(start), self.place(end, end=True)


def replaced(text: str, replacements: Sequence[Replacement]) -> Replaced:
    """Put all of them in at once. Refuses replacing.overlap, and replacing.outside for what is not in the text."""
    cuts = tuple(sorted(replacements, key=lambda cut: (cut.start, cut.end)))
    for cut in cuts:
        if not 0 <= cut.start < cut.end <= len(text):
            raise Refusal("replacing.outside", start=cut.start, end=cut.end)
    for one, other in pairwise(cuts):
        if other.start < one.end:
            raise Refusal("replacing.overlap", start=other.start, end=one.end)
    edges = [0, *(edge for cut in cuts for edge in (cut.start, cut.end)), len(text)]
    kept = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return Replaced("".join(_woven(kept, cuts)), cuts)


def _woven(kept: Sequence[str], cuts: Sequence[Replacement]) -> list[str]:
    return [piece for part, cut in zip(kept, cuts, strict=False) for piece in (part, cut.by)] + [kept[-1]]
