"""Who gave which value to which unit, as an array."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from tequio.core.refusals import Refusal
from tequio.core.synthesis.levels import Level

type Floats = NDArray[np.float64]
type Integers = NDArray[np.int64]
type Row = tuple[str, str, str]

NOTHING = -1


@dataclass(frozen=True, slots=True, eq=False)
class Ratings:
    """`codes[u, c]` is the place in `labels` of what coder c gave unit u, or -1 where the coder gave nothing.

    Labels are in their order; `numbers` holds what they stand for, or their place where they are words.
    """

    codes: Integers
    labels: tuple[str, ...]
    numbers: Floats

    @property
    def units(self) -> int:
        return int((self.codes >= 0).any(axis=1).sum())

    @property
    def coders(self) -> int:
        return int(self.codes.shape[1])


def ratings(rows: Iterable[Row], level: Level = Level.NOMINAL) -> Ratings:
    """Build from rows (unit, coder, value); a value without words is missing.

    Words can be told apart and nothing else: beyond the nominal level every value must be a number. Refuses
    agreement.twice, agreement.not_a_number, agreement.below_zero, agreement.one_coder and agreement.no_values.
    """
    cells = _cells(rows, level)
    if not cells:
        raise Refusal("agreement.no_values")
    units, coders = (_places(key[side] for key in cells) for side in (0, 1))
    if len(coders) == 1:
        raise Refusal("agreement.one_coder")
    labels = sorted(set(cells.values()), key=str if level is Level.NOMINAL else float)
    places = _places(labels)
    codes = np.full((len(units), len(coders)), NOTHING, np.int64)
    for (unit, coder), value in cells.items():
        codes[units[unit], coders[coder]] = places[value]
    return Ratings(codes, tuple(labels), _numbers(labels, level))


def array_ratings(values: Floats) -> Ratings:
    """Build from an array of numbers, units by coders; NaN is missing."""
    given = ~np.isnan(values)
    numbers, places = np.unique(values[given], return_inverse=True)
    codes = np.full(values.shape, NOTHING, np.int64)
    codes[given] = places
    return Ratings(codes, tuple(f"{number:.15g}" for number in numbers), numbers)


def _cells(rows: Iterable[Row], level: Level) -> dict[tuple[str, str], str]:
    cells: dict[tuple[str, str], str] = {}
    for unit, coder, typed in rows:
        value = typed if level is Level.NOMINAL or not typed else _number(typed, level)
        if value and cells.setdefault((unit, coder), value) != value:
            raise Refusal("agreement.twice", unit=unit, coder=coder)
    return cells


def _number(typed: str, level: Level) -> str:
    """The number as one writing of it, so that 1 and 1.0 are the same."""
    try:
        number = float(typed)
    except ValueError as error:
        raise Refusal("agreement.not_a_number", value=typed) from error
    if not isfinite(number):
        raise Refusal("agreement.not_a_number", value=typed)
    if level is Level.RATIO and number < 0:
        raise Refusal("agreement.below_zero", value=typed)
    return f"{number:.15g}"


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _numbers(labels: Sequence[str], level: Level) -> Floats:
    if level is Level.NOMINAL:
        return np.arange(len(labels), dtype=np.float64)
    return np.array([float(label) for label in labels])
