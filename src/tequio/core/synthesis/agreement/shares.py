"""Plain agreement, and Gwet's AC1 for when nearly all values are the same.

Source of AC1: K. L. Gwet (2008), "Computing inter-rater reliability and its variance in the presence of high
agreement", British Journal of Mathematical and Statistical Psychology 61(1), 29–48.
"""

import numpy as np

from tequio.core.synthesis.agreement.alpha import pairable
from tequio.core.synthesis.agreement.ratings import Ratings


def observed(found: Ratings) -> float | None:
    """Return the share of pairs of values that agree, as the mean over units with two values or more."""
    data = pairable(found)
    if not len(data.sizes):
        return None
    squares = np.asarray((data.counts**2).sum(axis=1))
    return float(((squares - data.sizes) / (data.sizes * (data.sizes - 1))).mean())


def ac1(found: Ratings) -> float | None:
    """Return AC1 of nominal values; None when no two values can be compared or there is one value alone."""
    agreed, width = observed(found), len(found.labels)
    if agreed is None or width == 1:
        return None
    codes = found.codes[(found.codes >= 0).any(axis=1)]
    given = (codes >= 0).sum(axis=1)
    shares = np.array([((codes == code).sum(axis=1) / given).mean() for code in range(width)])
    by_chance = float((shares * (1 - shares)).sum()) / (width - 1)
    return (agreed - by_chance) / (1 - by_chance)
