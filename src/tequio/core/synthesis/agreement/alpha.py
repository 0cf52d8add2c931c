"""Krippendorff's alpha for any number of coders, with values missing: 1 − observed / expected disagreement.

Source: K. Krippendorff (2011), "Computing Krippendorff's alpha-reliability", University of Pennsylvania. Only units
that at least two coders gave a value count. The ordinal difference of two values is the difference of their mean ranks,
so ordinal and interval are one sum of squares. docs/methods/agreement.md has the formulas and worked examples.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.sparse import csr_array

from tequio.core.synthesis.agreement.ratings import Floats, Integers, Ratings
from tequio.core.synthesis.levels import Level

BLOCK = 1024
DENSE = 64  # values up to which a full table is quicker than a sparse one


@dataclass(frozen=True, slots=True, eq=False)
class Pairable:
    """Units with two values or more: `counts[u, v]` coders gave value v; `share[u]` is 1 / (values of u − 1)."""

    codes: Integers
    counts: Floats | csr_array
    sizes: Floats
    share: Floats
    numbers: Floats


def alpha(found: Ratings, level: Level) -> float | None:
    """Return alpha; None when no two values can be compared or all of them are the same."""
    data = pairable(found)
    if not len(data.sizes):
        return None
    value = float(alphas(data, level, np.ones((1, len(data.sizes))))[0])
    return None if np.isnan(value) else value


def pairable(found: Ratings) -> Pairable:
    given = (found.codes >= 0).sum(axis=1)
    codes, sizes = found.codes[given > 1], given[given > 1].astype(np.float64)
    return Pairable(codes, _counts(codes, len(found.labels)), sizes, 1 / (sizes - 1), found.numbers)


def _counts(codes: Integers, width: int) -> Floats | csr_array:
    units, coders = np.nonzero(codes >= 0)
    values, shape = codes[units, coders], (len(codes), width)
    if width > DENSE:
        return csr_array((np.ones(len(values)), (units, values)), shape=shape)
    return np.bincount(units * width + values, minlength=len(codes) * width).reshape(shape).astype(np.float64)


def alphas(data: Pairable, level: Level, weights: Floats) -> Floats:
    """Alpha for each row of `weights` (how often each unit is drawn); NaN where nothing could differ."""
    marginals: Floats = weights @ data.counts
    total = marginals.sum(axis=1)
    if level in {Level.NOMINAL, Level.RATIO}:
        observed, expected = weights @ _differences(data, level), _expected(marginals, data.numbers, level)
    else:
        scores = _mean_ranks(marginals) if level is Level.ORDINAL else data.numbers[None, :]
        observed, expected = _squares(data, weights, scores), _spread(marginals, scores)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (total - 1) * observed / expected, np.nan)


def _differences(data: Pairable, level: Level) -> Floats:
    """What the values of each unit differ among themselves, both ways, over the values it has less one."""
    total = np.zeros(len(data.codes))
    for one, other in combinations(data.codes.T, 2):
        both = (one >= 0) & (other >= 0)
        if level is Level.NOMINAL:
            total += both & (one != other)
        else:
            total += np.where(both, _ratio(data.numbers[one], data.numbers[other]), 0)
    return 2 * total * data.share


def _expected(marginals: Floats, numbers: Floats, level: Level) -> Floats:
    if level is Level.NOMINAL:
        return np.asarray(marginals.sum(axis=1) ** 2 - (marginals**2).sum(axis=1))
    found = np.zeros(len(marginals))
    for block in _blocks(len(numbers)):
        found += (marginals @ _ratio(numbers[:, None], numbers[None, block]) * marginals[:, block]).sum(axis=1)
    return found


def _ratio(one: Floats, other: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(((one - other) / (one + other)) ** 2)


def _blocks(size: int) -> Iterator[slice]:
    yield from (slice(start, start + BLOCK) for start in range(0, size, BLOCK))


def _mean_ranks(marginals: Floats) -> Floats:
    return np.asarray(np.cumsum(marginals, axis=1) - marginals / 2)


def _squares(data: Pairable, weights: Floats, scores: Floats) -> Floats:
    """Sum over units of 2(n · Σx² − (Σx)²) / (n − 1), each unit as often as it is drawn."""
    shared = weights * data.share
    squares = (((shared * data.sizes) @ data.counts) * scores**2).sum(axis=1)
    sums = (data.counts @ scores.T).T
    return np.asarray(2 * (squares - np.einsum("dn,dn,dn->d", shared, sums, sums)))


def _spread(marginals: Floats, scores: Floats) -> Floats:
    total = marginals.sum(axis=1)
    return np.asarray(2 * (total * (marginals * scores**2).sum(axis=1) - (marginals * scores).sum(axis=1) ** 2))
