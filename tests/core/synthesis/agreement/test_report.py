import pytest

from tequio.core.synthesis.agreement import Agreement, Level, Measure, ac1, agreement, observed, ratings, to_json
from tests.core.synthesis.agreement.published import FOUR_OBSERVERS, rows


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("level", [Level.NOMINAL, Level.ORDINAL, Level.INTERVAL])
def test_the_interval_holds_the_coefficient_and_the_same_seed_gives_it_again(measure, level):
    found = ratings(FOUR_OBSERVERS, level)

    first, again, other = (agreement(found, measure, level, seed=seed) for seed in (7, 7, 8))

    assert first == again
    assert first.low < first.value < first.high
    assert (first.low, first.high) != (other.low, other.high)


def test_more_units_of_the_same_kind_make_the_interval_narrower():
    few = ratings(rows("112212" * 3, "112221" * 3))
    many = ratings(rows("112212" * 40, "112221" * 40))

    wide, narrow = (agreement(found, Measure.ALPHA, Level.NOMINAL) for found in (few, many))

    assert narrow.high - narrow.low < (wide.high - wide.low) / 2


def test_full_agreement_has_no_width():
    found = agreement(ratings(rows("1212", "1212")), Measure.ALPHA, Level.NOMINAL)

    assert found == Agreement(Measure.ALPHA, Level.NOMINAL, 1.0, 1.0, 1.0, 4, 2)


def test_what_is_not_defined_has_no_interval():
    found = agreement(ratings(rows("11", "11")), Measure.KAPPA, Level.NOMINAL)

    assert to_json(found) == {
        "measure": "kappa",
        "level": "nominal",
        "value": None,
        "low": None,
        "high": None,
        "units": 2,
        "coders": 2,
    }


def test_plain_agreement_and_ac1_are_what_gwet_has_for_the_four_observers():
    found = ratings(FOUR_OBSERVERS)

    assert (round(observed(found), 4), round(ac1(found), 4)) == (0.8182, 0.7754)


def test_nothing_to_compare_has_no_share():
    apart, same = ratings(rows("1 ", " 2")), ratings(rows("11", "11"))

    assert (observed(apart), ac1(apart), observed(same), ac1(same)) == (None, None, 1.0, None)
