"""Cohen's kappa of two coders; of more, the mean over their pairs (Light).

Sources: J. Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
20(1), 37–46; J. Cohen (1968), "Weighted kappa", Psychological Bulletin 70(4), 213–220, with the squared distance as
weight of a disagreement: of ranks at the ordinal level, of numbers at the interval level; R. J. Light (1971),
"Measures of response agreement for qualitative data", Psychological Bulletin 76(5), 365–377.
"""

from itertools import combinations

import numpy as np

from tequio.core.refusals import Refusal
from tequio.core.synthesis.agreement.ratings import Floats, Integers, Ratings
from tequio.core.synthesis.levels import Level


def kappa(found: Ratings, level: Level) -> float | None:
    """Return kappa, or None when no pair of coders has units in common in which something could differ.

    Refuses agreement.no_kappa at the ratio level, for which kappa has no published weights.
    """
    value = float(kappas(found, level, np.ones((1, len(found.codes))))[0])
    return None if np.isnan(value) else value


def kappas(found: Ratings, level: Level, weights: Floats) -> Floats:
    """The mean kappa over pairs for each row of `weights` (how often each unit is drawn)."""
    if level is Level.RATIO:
        raise Refusal("agreement.no_kappa")
    scores = found.numbers if level is Level.INTERVAL else np.arange(len(found.labels), dtype=np.float64)
    total, pairs = np.zeros(len(weights)), np.zeros(len(weights))
    for one, other in combinations(found.codes.T, 2):
        both = (one >= 0) & (other >= 0)
        value = _pair(one[both], other[both], weights[:, both], scores, nominal=level is Level.NOMINAL)
        total, pairs = total + np.nan_to_num(value), pairs + ~np.isnan(value)
    with np.errstate(invalid="ignore"):
        return total / pairs


def _pair(one: Integers, other: Integers, weights: Floats, scores: Floats, *, nominal: bool) -> Floats:
    n = weights.sum(axis=1)
    rows, columns = (_marginals(codes, weights, len(scores)) for codes in (one, other))
    apart = (one != other) if nominal else (scores[one] - scores[other]) ** 2
    if nominal:
        expected = n * n - (rows * columns).sum(axis=1)
    else:
        first, second = rows @ scores, columns @ scores
        expected = n * ((rows + columns) @ scores**2) - 2 * first * second
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - n * (weights @ apart) / expected, np.nan)


def _marginals(codes: Integers, weights: Floats, width: int) -> Floats:
    given = np.zeros((len(codes), width))
    given[np.arange(len(codes)), codes] = 1
    return weights @ given
