import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.synthesis.agreement import Level, kappa, ratings
from tests.core.refused import refusal_of
from tests.core.synthesis.agreement.published import FOUR_OBSERVERS, TWO_JUDGES, rows

PAIRS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=20)


def of_pairs(pairs):
    return rows(*("".join(map(str, coder)) for coder in zip(*pairs, strict=True)))


def by_definition(pairs, distance):
    """One less the disagreement that was seen over the one expected of two coders with these habits."""
    n = len(pairs)
    observed = sum(distance(a, b) for a, b in pairs) / n
    expected = sum(distance(a, b) for a, _ in pairs for _, b in pairs) / n**2
    return None if expected == 0 else 1 - observed / expected


def test_kappa_of_two_judges_is_what_cohen_published():
    judged = of_pairs([tuple(pair) for pair, n in TWO_JUDGES.items() for _ in range(n)])

    assert round(kappa(ratings(judged), Level.NOMINAL), 3) == 0.492


@given(PAIRS)
def test_kappa_is_its_definition(pairs):
    found = ratings(of_pairs(pairs), Level.INTERVAL)

    assert kappa(found, Level.NOMINAL) == pytest.approx(by_definition(pairs, lambda a, b: a != b))
    assert kappa(found, Level.INTERVAL) == pytest.approx(by_definition(pairs, lambda a, b: (a - b) ** 2))


@given(PAIRS)
def test_at_the_ordinal_level_only_the_rank_of_a_value_counts(pairs):
    ranks = {value: rank for rank, value in enumerate(sorted({value for pair in pairs for value in pair}))}

    found = kappa(ratings(of_pairs(pairs), Level.ORDINAL), Level.ORDINAL)

    assert found == pytest.approx(by_definition(pairs, lambda a, b: (ranks[a] - ranks[b]) ** 2))


def test_kappa_of_several_coders_is_the_mean_over_their_pairs():
    first, second, third = "1212", "1122", "1211"
    pairs = [(first, second), (first, third), (second, third)]

    together = kappa(ratings(rows(first, second, third)), Level.NOMINAL)

    assert together == pytest.approx(sum(kappa(ratings(rows(*pair)), Level.NOMINAL) for pair in pairs) / 3)


def test_a_pair_in_which_nothing_can_differ_is_left_out():
    with_silent = rows("1212", "1122", "    1")

    assert kappa(ratings(with_silent), Level.NOMINAL) == kappa(ratings(rows("1212", "1122")), Level.NOMINAL)


def test_kappa_is_not_defined_where_nothing_can_differ_and_refused_where_it_has_no_weights():
    assert kappa(ratings(rows("111", "111")), Level.NOMINAL) is None
    assert refusal_of(kappa, ratings(FOUR_OBSERVERS, Level.RATIO), Level.RATIO) == ("agreement.no_kappa", {})
