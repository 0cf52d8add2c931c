"""Krippendorff's alpha of 10,000 units and 5 coders, against the package `krippendorff` in the same run.

python bench/synthesis_agreement.py
"""

import sys
import time

import numpy as np
from common import row, table
from krippendorff import alpha as peer

from tequio.core.synthesis.agreement import Level, Measure, agreement, alpha, array_ratings

UNITS, CODERS, VALUES, MISSING = 10_000, 5, 8, 0.1


def coded():
    """Values that mostly agree, some of them missing."""
    chance = np.random.default_rng(1)
    truth = chance.integers(0, VALUES, (UNITS, 1))
    values = np.where(chance.random((UNITS, CODERS)) < 0.7, truth, chance.integers(0, VALUES, (UNITS, CODERS)))
    return np.where(chance.random((UNITS, CODERS)) < MISSING, np.nan, values)


def least(call, times=15):
    """Processor time of the quickest of several runs, in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        call()
        spent.append((time.process_time() - start) * 1000)
    return min(spent)


def main():
    values, rows, missed = coded(), [], 0
    for level in Level:
        ours = least(lambda level=level: alpha(array_ratings(values), level))
        theirs = least(lambda level=level: peer(reliability_data=values.T, level_of_measurement=level.value))
        drawn = least(lambda level=level: agreement(array_ratings(values), Measure.ALPHA, level), 3)
        assert abs(alpha(array_ratings(values), level) - peer(values.T, level_of_measurement=level.value)) < 1e-10
        rows.append(row(level.value, f"{ours:.1f} ms", f"{theirs:.1f} ms", f"{theirs / ours:.1f}", f"{drawn:.0f} ms"))
        missed += ours > theirs or drawn > 500
    head = ("level", "ours", "krippendorff 0.9", "times as fast", "with 1,000 draws")
    print(table(f"{UNITS:,} units, {CODERS} coders, {VALUES} values, {MISSING:.0%} missing", head, rows))
    return missed


if __name__ == "__main__":
    sys.exit(main())
