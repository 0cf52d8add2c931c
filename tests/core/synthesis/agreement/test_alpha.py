from collections import Counter
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.synthesis.agreement import Level, alpha, array_ratings, ratings
from tests.core.synthesis.agreement.published import FOUR_OBSERVERS, THREE_CODERS, TWO_OBSERVERS, rows

VALUES = st.one_of(st.none(), st.integers(0, 4))
UNITS = st.integers(2, 4).flatmap(
    lambda coders: st.lists(st.lists(VALUES, min_size=coders, max_size=coders), min_size=1, max_size=12)
)


def array(units):
    return np.array([[np.nan if value is None else value for value in unit] for unit in units], float)


def by_definition(units, level):
    """Alpha from its definition: what all pairs of values within units differ, over what all pairs of values differ."""
    kept = [[value for value in unit if value is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    values = [value for unit in kept for value in unit]
    counts = Counter(values)
    observed = sum(
        difference(one, other, counts, level) / (len(unit) - 1) for unit in kept for one, other in permutations(unit, 2)
    )
    expected = sum(difference(one, other, counts, level) for one, other in permutations(values, 2))
    return None if not expected else 1 - (len(values) - 1) * observed / expected


def difference(one, other, counts, level):
    if level is Level.NOMINAL:
        return one != other
    if level is Level.INTERVAL:
        return (one - other) ** 2
    if level is Level.RATIO:
        return ((one - other) / (one + other)) ** 2 if one + other else 0
    low, high = sorted((one, other))
    between = sum(n for value, n in counts.items() if low <= value <= high)
    return (between - (counts[low] + counts[high]) / 2) ** 2


@pytest.mark.parametrize(
    ("given", "level", "published"),
    [
        (FOUR_OBSERVERS, Level.NOMINAL, 0.7434),
        (FOUR_OBSERVERS, Level.ORDINAL, 0.8154),
        (FOUR_OBSERVERS, Level.INTERVAL, 0.8491),
        (FOUR_OBSERVERS, Level.RATIO, 0.7974),
        (TWO_OBSERVERS, Level.NOMINAL, 0.0952),
        (THREE_CODERS, Level.NOMINAL, 0.6914),
        (THREE_CODERS, Level.ORDINAL, 0.8067),
        (THREE_CODERS, Level.INTERVAL, 0.8108),
    ],
)
def test_alpha_is_what_was_published(given, level, published):
    assert round(alpha(ratings(given, level), level), 4) == published


@given(UNITS, st.sampled_from(Level))
def test_alpha_is_its_definition(units, level):
    assert alpha(array_ratings(array(units)), level) == pytest.approx(by_definition(units, level))


@pytest.mark.parametrize("level", Level)
def test_many_different_values_are_no_other_case(level):
    units = [[n, n * 7 % 70] for n in range(70)]

    assert alpha(array_ratings(array(units)), level) == pytest.approx(by_definition(units, level))


def test_values_in_thousands_at_the_ratio_level_are_compared_in_blocks():
    units = [[n, n + n % 3] for n in range(1030)]

    assert alpha(array_ratings(array(units)), Level.RATIO) == pytest.approx(by_definition(units, Level.RATIO))


@given(UNITS, st.sampled_from(Level), st.randoms(use_true_random=False))
def test_the_order_of_units_and_coders_does_not_matter(units, level, random):
    coders = list(range(len(units[0])))
    random.shuffle(coders)
    shuffled = [[unit[coder] for coder in coders] for unit in random.sample(units, len(units))]

    assert alpha(array_ratings(array(shuffled)), level) == pytest.approx(alpha(array_ratings(array(units)), level))


@given(UNITS, st.permutations(range(5)))
def test_other_names_for_the_values_leave_nominal_alpha_as_it_is(units, names):
    renamed = [[None if value is None else names[value] for value in unit] for unit in units]

    before, after = (alpha(array_ratings(array(each)), Level.NOMINAL) for each in (units, renamed))
    assert after == pytest.approx(before)


@given(UNITS, st.integers(1, 9), st.integers(-9, 9))
def test_another_scale_leaves_interval_alpha_as_it_is(units, factor, shift):
    scaled = [[None if value is None else factor * value + shift for value in unit] for unit in units]

    before, after = (alpha(array_ratings(array(each)), Level.INTERVAL) for each in (units, scaled))
    assert after == pytest.approx(before)


@given(UNITS, st.sampled_from(Level), VALUES)
def test_a_unit_with_one_value_changes_nothing(units, level, value):
    alone = [value] + [None] * (len(units[0]) - 1)

    before, after = (alpha(array_ratings(array(each)), level) for each in (units, [*units, alone]))
    assert after == pytest.approx(before)


@pytest.mark.parametrize("level", Level)
def test_full_agreement_is_one_and_no_difference_at_all_is_not_defined(level):
    agreed, same, apart = (ratings(each, level) for each in (rows("121", "121"), rows("111", "111"), rows("1 ", " 2")))

    assert (alpha(agreed, level), alpha(same, level), alpha(apart, level)) == (1.0, None, None)
