"""The data structure of a study: first-order concepts, second-order themes, aggregate dimensions (Gioia).

Source: D. A. Gioia, K. G. Corley, A. L. Hamilton (2013), "Seeking qualitative rigor in inductive research",
Organizational Research Methods 16(1), 15–31.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tequio.core.synthesis.codebook import Code, Codebook, Rank
from tequio.core.synthesis.counting import Frequency


class Gap(StrEnum):
    """What a reader would ask about."""

    NO_PASSAGE = "no_passage"
    ONE_DOCUMENT = "one_document"
    ONE_SPEAKER = "one_speaker"
    ONE_BELOW = "one_below"
    NONE_BELOW = "none_below"
    NOTHING_ABOVE = "nothing_above"


@dataclass(frozen=True, slots=True)
class Concept:
    code: Code
    carried: Frequency


@dataclass(frozen=True, slots=True)
class Theme:
    code: Code
    carried: Frequency
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """`code` is None for themes that no dimension holds."""

    code: Code | None
    carried: Frequency
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Structure:
    """Dimensions in the order of the tree; `loose` are concepts that no theme holds; `gaps` by the key of the code."""

    dimensions: tuple[Dimension, ...]
    loose: tuple[Concept, ...]
    gaps: Mapping[str, tuple[Gap, ...]]


NOTHING = Frequency()


def structure(book: Codebook, carried: Mapping[str, Frequency]) -> Structure:
    """Read the three columns off the tree; `carried` counts each code with those below it.

    Themes without a dimension come last, together. A concept that no theme holds is loose, even in a dimension.
    """
    themes = [code for _, code in book.tree() if code.rank is Rank.THEME]
    dimensions = [code for _, code in book.tree() if code.rank is Rank.DIMENSION]
    columns = [_dimension(book, each, carried) for each in dimensions]
    alone = tuple(_theme(book, each, carried) for each in themes if not each.parent)
    if alone:
        columns.append(Dimension(None, NOTHING, alone))
    held = {theme.key for theme in themes}
    concepts = [code for _, code in book.tree() if code.rank is Rank.CONCEPT]
    loose = tuple(_concept(each, carried) for each in concepts if each.parent not in held)
    return Structure(tuple(columns), loose, dict(_gaps(columns, loose)))


def _dimension(book: Codebook, code: Code, carried: Mapping[str, Frequency]) -> Dimension:
    themes = (each for each in book.below(code.key) if each.rank is Rank.THEME)
    return Dimension(code, carried.get(code.key, NOTHING), tuple(_theme(book, each, carried) for each in themes))


def _theme(book: Codebook, code: Code, carried: Mapping[str, Frequency]) -> Theme:
    concepts = (each for each in book.below(code.key) if each.rank is Rank.CONCEPT)
    return Theme(code, carried.get(code.key, NOTHING), tuple(_concept(each, carried) for each in concepts))


def _concept(code: Code, carried: Mapping[str, Frequency]) -> Concept:
    return Concept(code, carried.get(code.key, NOTHING))


def _gaps(columns: Sequence[Dimension], loose: Sequence[Concept]) -> Iterator[tuple[str, tuple[Gap, ...]]]:
    for column in columns:
        if column.code:
            yield from _told(column.code, _of_parts(len(column.themes)))
        for theme in column.themes:
            above = [] if column.code else [Gap.NOTHING_ABOVE]
            yield from _told(theme.code, [*above, *_of_parts(len(theme.concepts)), *_of_voices(theme.carried)])
            for concept in theme.concepts:
                yield from _told(concept.code, _of_voices(concept.carried))
    for concept in loose:
        yield from _told(concept.code, [Gap.NOTHING_ABOVE, *_of_voices(concept.carried)])


def _told(code: Code, gaps: Sequence[Gap]) -> Iterator[tuple[str, tuple[Gap, ...]]]:
    if gaps:
        yield code.key, tuple(gaps)


def _of_parts(n: int) -> list[Gap]:
    return {0: [Gap.NONE_BELOW], 1: [Gap.ONE_BELOW]}.get(n, [])


def _of_voices(carried: Frequency) -> list[Gap]:
    if not carried.passages:
        return [Gap.NO_PASSAGE]
    if carried.documents == 1:
        return [Gap.ONE_DOCUMENT]
    return [Gap.ONE_SPEAKER] if carried.speakers == 1 else []
