"""Agreement on where passages begin and end and which code they carry, measured in characters.

Source: K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher (2016), "On the reliability of unitizing textual continua:
further developments", Quality & Quantity 50(6), 2347–2364: equations 1 to 13. Every stretch between two boundaries
counts by its length; what chance would give takes passages as wholes, and the text between them letter by letter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tequio.core.refusals import Refusal
from tequio.core.synthesis.agreement.ratings import Floats, Integers

type Passage = tuple[int, int, str]

GAP = 0
ALMOST_NOTHING = 1e-9  # what is left of a difference that is none


@dataclass(frozen=True, slots=True)
class UnitisedCode:
    """`value` is how well this code was told from the others where several coders marked something; None if undefined.

    `coverage` is the share of its length that was marked by others too, with whatever code.
    """

    value: float | None
    coverage: float


@dataclass(frozen=True, slots=True)
class Unitised:
    """Four coefficients, each None where nothing could differ.

    `overall` (uα) asks for place and code; `marked` (|uα) only whether something was marked; `coded` (cuα) only the
    code, where several marked something; `codes` ((k)uα) the same for each code. `coverage` is the share of the text
    that `coded` rests on.
    """

    overall: float | None
    marked: float | None
    coded: float | None
    coverage: float
    codes: Mapping[str, UnitisedCode]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One coder's passages as stretches that fill the text: `edges` from 0 to its length, and the code of each."""

    edges: Integers
    codes: Integers

    @property
    def lengths(self) -> Integers:
        return np.diff(self.edges)


def unitised(length: int, coders: Sequence[Sequence[Passage]]) -> Unitised:
    """Compare what each coder marked in a text of `length` characters, as (start, end, code), end not included.

    Passages of one coder may touch and not overlap: agreement.overlap says so. Several texts are one after another.
    Refuses agreement.one_coder and agreement.outside too.
    """
    if len(coders) < 2:  # noqa: PLR2004 (two are needed to compare)
        raise Refusal("agreement.one_coder")
    names = sorted({code for passages in coders for _, _, code in passages})
    readings = [_reading(length, passages, names) for passages in coders]
    together = _coincidences(readings, len(names) + 1)
    valued, expected = together[1:, 1:], _chance(readings, together)
    where_marked = _chance_where_marked(readings, valued)
    return Unitised(
        overall=_coefficient(together, expected),
        marked=_coefficient(_two(together), _two(expected)),
        coded=_coefficient(valued, where_marked),
        coverage=float(valued.sum() / together.sum()) if length else 0.0,
        codes={name: _of_code(together, where_marked, place) for place, name in enumerate(names, 1)},
    )


def _reading(length: int, passages: Sequence[Passage], names: Sequence[str]) -> Reading:
    edges, codes = [0], list[int]()
    for start, end, name in sorted(passages):
        if not 0 <= start < end <= length:
            raise Refusal("agreement.outside", start=start, end=end)
        if start < edges[-1]:
            raise Refusal("agreement.overlap", start=start, end=end)
        if start > edges[-1]:
            edges, codes = [*edges, start], [*codes, GAP]
        edges, codes = [*edges, end], [*codes, names.index(name) + 1]
    if edges[-1] < length:
        edges, codes = [*edges, length], [*codes, GAP]
    return Reading(np.array(edges), np.array(codes))


def _coincidences(readings: Sequence[Reading], width: int) -> Floats:
    """Length that one coder gave code c and another code k, both ways, over the coders less one (equation 1)."""
    edges = np.unique(np.concatenate([reading.edges for reading in readings]))
    counts = np.zeros((len(edges) - 1, width))
    for reading in readings:
        place = np.searchsorted(reading.edges, edges[:-1], side="right") - 1
        counts[np.arange(len(place)), reading.codes[place]] += 1
    weighted = counts * np.diff(edges)[:, None]
    return np.asarray((counts.T @ weighted - np.diag(weighted.sum(axis=0))) / (len(readings) - 1))


def _chance(readings: Sequence[Reading], together: Floats) -> Floats:
    """What chance would give, no passage being paired with itself (equation 4)."""
    own = np.zeros(len(together))
    for reading in readings:
        apart = np.where(reading.codes == GAP, reading.lengths, reading.lengths**2)
        own += np.bincount(reading.codes, apart, len(together))
    return _expected(together, own)


def _chance_where_marked(readings: Sequence[Reading], together: Floats) -> Floats:
    """The same where both coders marked something (equation 10)."""
    own = np.zeros(len(together) + 1)
    for one in readings:
        for other in readings:
            if one is not other:
                own += np.bincount(one.codes, np.diff(_marked_before(other, one.edges)) ** 2, len(own))
    return _expected(together, own[1:] / (len(readings) - 1))


def _marked_before(reading: Reading, places: Integers) -> Floats:
    """How much of the text a coder marked before each place."""
    marked = np.concatenate([[0], np.cumsum(np.where(reading.codes == GAP, 0, reading.lengths))])
    return np.asarray(np.interp(places, reading.edges, marked))


def _expected(together: Floats, own: Floats) -> Floats:
    """All zero, which leaves the coefficients undefined, where there is nothing that one could be paired with."""
    margins, total = together.sum(axis=1), together.sum()
    pairs = total**2 - own.sum()
    if pairs <= ALMOST_NOTHING * total**2:
        return np.zeros_like(together)
    return np.asarray(total * (np.outer(margins, margins) - np.diag(own)) / pairs)


def _two(matrix: Floats) -> Floats:
    """The matrix of marked and not marked."""
    parts = [slice(0, 1), slice(1, None)]
    return np.array([[matrix[one, other].sum() for other in parts] for one in parts])


def _coefficient(together: Floats, expected: Floats) -> float | None:
    observed, chance = (matrix.sum() - np.trace(matrix) for matrix in (together, expected))
    return float(1 - observed / chance) if chance > ALMOST_NOTHING * together.sum() else None


def _of_code(together: Floats, expected: Floats, place: int) -> UnitisedCode:
    """Equation 13 for one code."""
    length, margin = together[place, 1:].sum(), expected[place - 1].sum()
    chance = margin - expected[place - 1, place - 1]
    value = (
        1 - margin / length * (length - together[place, place]) / chance
        if length and chance > ALMOST_NOTHING * length
        else None
    )
    return UnitisedCode(None if value is None else float(value), float(length / together[place].sum()))
