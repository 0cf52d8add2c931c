import numpy as np
import pytest

from tequio.core.synthesis.agreement import Level, alpha, array_ratings, ratings
from tests.core.refused import refusal_of
from tests.core.synthesis.agreement.published import FOUR_OBSERVERS


def test_rows_become_an_array_with_values_in_their_order():
    found = ratings(
        [("u1", "ana", "10"), ("u1", "beto", "9"), ("u2", "beto", "10.0"), ("u3", "ana", "")], Level.ORDINAL
    )

    assert (found.codes.tolist(), found.labels, found.numbers.tolist()) == ([[1, 0], [-1, 1]], ("9", "10"), [9.0, 10.0])
    assert (found.units, found.coders) == (2, 2)


def test_words_are_in_the_order_of_the_alphabet_and_only_told_apart():
    found = ratings([("u1", "ana", "sí"), ("u1", "beto", "no"), ("u2", "ana", "no")])

    assert (found.codes.tolist(), found.labels) == ([[1, 0], [0, -1]], ("no", "sí"))


def test_an_array_with_missing_values_is_the_same_as_its_rows():
    values = np.full((12, 4), np.nan)
    for unit, coder, value in FOUR_OBSERVERS:
        values[int(unit[1:]), int(coder[1:])] = float(value)

    found, same = array_ratings(values), ratings(FOUR_OBSERVERS, Level.INTERVAL)

    assert (found.labels, found.units, found.coders) == (same.labels, 12, 4)
    assert alpha(found, Level.INTERVAL) == alpha(same, Level.INTERVAL)


@pytest.mark.parametrize(
    ("rows", "level", "refusal"),
    [
        ([], Level.NOMINAL, ("agreement.no_values", {})),
        ([("u", "ana", "")], Level.NOMINAL, ("agreement.no_values", {})),
        ([("u", "ana", "1")], Level.NOMINAL, ("agreement.one_coder", {})),
        ([("u", "ana", "a"), ("u", "ana", "b")], Level.NOMINAL, ("agreement.twice", {"unit": "u", "coder": "ana"})),
        ([("u", "ana", "1"), ("u", "beto", "a")], Level.ORDINAL, ("agreement.not_a_number", {"value": "a"})),
        ([("u", "ana", "1"), ("u", "beto", "nan")], Level.INTERVAL, ("agreement.not_a_number", {"value": "nan"})),
        ([("u", "ana", "1"), ("u", "beto", "-1")], Level.RATIO, ("agreement.below_zero", {"value": "-1"})),
    ],
)
def test_rows_that_cannot_be_compared_say_why(rows, level, refusal):
    assert refusal_of(ratings, rows, level) == refusal


def test_the_same_value_twice_is_one():
    once, twice = ([("u", "ana", "1"), ("u", "beto", "2")], [("u", "ana", "1"), ("u", "beto", "2"), ("u", "ana", "1")])

    assert ratings(once).codes.tolist() == ratings(twice).codes.tolist()
