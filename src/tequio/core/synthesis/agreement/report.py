"""A coefficient with its interval, in the shape that `tequio agreement` prints."""

from dataclasses import dataclass

import numpy as np

from tequio.core.synthesis.agreement.alpha import alpha, alphas, pairable
from tequio.core.synthesis.agreement.kappa import kappa, kappas
from tequio.core.synthesis.agreement.ratings import Floats, Integers, Ratings
from tequio.core.synthesis.levels import Level, Measure

SAMPLES = 1000
CHUNK = 100
OUTER = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Agreement:
    """`value` is 1 for perfect agreement, 0 for what chance would give; None where it is not defined.

    `low` and `high` enclose the middle 95 % of the coefficient over units drawn anew, with replacement.
    """

    measure: Measure
    level: Level
    value: float | None
    low: float | None
    high: float | None
    units: int
    coders: int


def agreement(found: Ratings, measure: Measure, level: Level, *, seed: int = 0, samples: int = SAMPLES) -> Agreement:
    """Return the coefficient of all units and the interval of `samples` draws; the same `seed` gives the same draws."""
    value = alpha(found, level) if measure is Measure.ALPHA else kappa(found, level)
    low, high = (None, None) if value is None else _interval(found, measure, level, seed, samples)
    return Agreement(measure, level, value, low, high, found.units, found.coders)


def to_json(found: Agreement) -> dict[str, object]:
    return {
        "measure": found.measure.value,
        "level": found.level.value,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "units": found.units,
        "coders": found.coders,
    }


def _interval(
    found: Ratings, measure: Measure, level: Level, seed: int, samples: int
) -> tuple[float | None, float | None]:
    """Draws in which all values are the same have no coefficient and are left out."""
    values = _drawn(found, measure, level, seed, samples)
    defined = values[~np.isnan(values)]
    if not len(defined):
        return None, None
    low, high = np.quantile(defined, OUTER)
    return float(low), float(high)


def _drawn(found: Ratings, measure: Measure, level: Level, seed: int, samples: int) -> Floats:
    chance = np.random.default_rng(seed)
    sizes = [min(CHUNK, samples - start) for start in range(0, samples, CHUNK)]
    if measure is Measure.KAPPA:
        return np.concatenate([kappas(found, level, _weights(chance, len(found.codes), n)) for n in sizes])
    data = pairable(found)
    return np.concatenate([alphas(data, level, _weights(chance, len(data.sizes), n)) for n in sizes])


def _weights(chance: np.random.Generator, units: int, draws: int) -> Floats:
    """How often each unit comes up, in each of so many draws of as many units as there are."""
    drawn: Integers = chance.integers(0, units, (draws, units)) + np.arange(draws)[:, None] * units
    return np.bincount(drawn.ravel(), minlength=draws * units).reshape(draws, units).astype(np.float64)
