"""Where the sentences of a text begin and end."""

import re
from itertools import pairwise

from tequio.core.text.fold import fold

type Span = tuple[int, int]

_SENTENCE = re.compile(r"[^\n.!?…]+(?:[.!?…](?![\s\"»”’')\]]|$)[^\n.!?…]*)*[.!?…]*[\"»”’')\]]*")
_SHORT = frozenset("av blvd c col cd dr dra drs ing lic mtra mtro no num p pag prof profa sr sra srta sto sta".split())  # noqa: SIM905


def sentences(text: str) -> list[Span]:
    """Return (start, end) of each sentence; a point inside a number or after "Lic." ends none, a line break does."""
    found = [_trimmed(text, *match.span()) for match in _SENTENCE.finditer(text)]
    return _joined(text, [span for span in found if any(map(str.isalnum, text[slice(*span)]))])


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Put together what a point after a short form has parted."""
    ends = [not _goes_on(text, one, other) for one, other in pairwise(spans)] + [True] * bool(spans)
    found, start = [], 0
    for place, last in enumerate(ends):
        if last:
            found.append((spans[start][0], spans[place][1]))
            start = place + 1
    return found


def _goes_on(text: str, one: Span, other: Span) -> bool:
    word = text[slice(*one)].rpartition(" ")[2].lstrip('(¿¡«“"')
    return word.endswith(".") and fold(word[:-1]) in _SHORT and "\n" not in text[one[1] : other[0]]
