import json
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.coverage import (
    Z_95,
    Coverage,
    CoverageState,
    Group,
    Interval,
    Limits,
    coverage,
    limits,
    shown,
    to_json,
    wilson,
)
from tests.core.refused import refusal_of

GROUPS = st.sampled_from(["Iztapalapa", "Milpa Alta", "Tlalpan", "Coyoacán"])
COUNTS = st.dictionaries(GROUPS, st.integers(0, 200))
POPULATIONS = st.dictionaries(GROUPS, st.integers(0, 2_000_000), min_size=1).filter(lambda p: sum(p.values()) > 0)


@st.composite
def shares(draw):
    n = draw(st.integers(1, 5000))
    return draw(st.integers(0, n)), n


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_values_published_by_newcombe_in_1998(successes, n, low, high):
    interval = wilson(successes, n)

    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


def test_nothing_is_known_about_a_share_of_nobody():
    assert wilson(0, 0) == Interval(0.0, 1.0)


@pytest.mark.parametrize(("successes", "n"), [(-1, 5), (6, 5), (1, 0), (0, -1)])
def test_what_is_no_share_is_an_error_of_the_program(successes, n):
    with pytest.raises(ValueError, match="is not a share"):
        wilson(successes, n)


@given(shares())
def test_an_interval_holds_its_share_and_stays_between_nothing_and_all(share):
    k, n = share

    interval = wilson(k, n)

    assert 0 <= interval.low <= k / n <= interval.high <= 1


@given(shares())
def test_each_end_is_a_share_from_which_what_was_seen_lies_z_standard_errors_away(share):
    k, n = share

    interval = wilson(k, n)

    for end in {interval.low, interval.high} - {0.0, 1.0}:
        assert isclose(abs(k / n - end), Z_95 * sqrt(end * (1 - end) / n), rel_tol=1e-6)


@given(shares())
def test_the_share_of_the_others_has_the_mirrored_interval(share):
    k, n = share
    mine, theirs = wilson(k, n), wilson(n - k, n)

    assert isclose(mine.low, 1 - theirs.high, abs_tol=1e-12)
    assert isclose(mine.high, 1 - theirs.low, abs_tol=1e-12)


@given(shares(), st.integers(2, 50))
def test_the_same_share_among_more_people_is_surer(share, times):
    k, n = share
    few, many = wilson(k, n), wilson(k * times, n * times)

    assert many.high - many.low < few.high - few.low


@given(shares(), st.floats(0.1, 3), st.floats(0.1, 3))
def test_more_confidence_means_a_wider_interval(share, z, more):
    k, n = share
    narrow, wide = wilson(k, n, z), wilson(k, n, z + more)

    assert wide.low <= narrow.low
    assert narrow.high <= wide.high


def test_a_group_is_over_under_within_or_missing():
    found = coverage({"A": 60, "B": 20, "C": 20}, {"A": 300, "B": 190, "C": 500, "D": 10})

    assert [(g.group, g.n, g.share, g.population_share, g.state) for g in found.groups] == [
        ("A", 60, 0.6, 0.3, CoverageState.OVER),
        ("B", 20, 0.2, 0.19, CoverageState.WITHIN),
        ("C", 20, 0.2, 0.5, CoverageState.UNDER),
        ("D", 0, 0.0, 0.01, CoverageState.MISSING),
    ]
    assert (found.n, found.missing, found.unmatched) == (100, ("D",), {})


def test_people_of_no_known_group_are_told_apart_and_are_no_base_of_any_share():
    found = coverage({"A": 3, "abroad": 2, "": 4, "nobody": 0}, {"A": 10, "B": 10})

    assert (found.n, found.groups[0].share, found.unmatched) == (3, 1.0, {"abroad": 2, "": 4})


def test_a_group_where_nobody_lives_cannot_be_missing():
    found = coverage({"A": 4}, {"A": 10, "B": 0})

    assert (found.groups[1].state, found.missing) == (CoverageState.WITHIN, ())


def test_people_from_where_nobody_lives_are_over():
    found = coverage({"A": 4, "B": 4}, {"A": 10, "B": 0})

    assert found.groups[1].state == CoverageState.OVER


def test_when_nobody_came_everybody_is_missing_and_every_share_is_unknown():
    found = coverage({}, {"A": 10, "B": 30})

    assert found == Coverage(
        0,
        (
            Group("A", 0, 0.0, 0.0, 1.0, 0.25, CoverageState.MISSING),
            Group("B", 0, 0.0, 0.0, 1.0, 0.75, CoverageState.MISSING),
        ),
        ("A", "B"),
        {},
    )


@pytest.mark.parametrize("population", [{}, {"A": 0}, {"A": 0, "B": 0}, {"A": -1}, {"A": 10, "B": -1}])
def test_a_population_of_nobody_or_less_is_refused(population):
    assert refusal_of(coverage, {"A": 3}, population) == ("coverage.no_population", {})


@given(COUNTS, POPULATIONS)
def test_nobody_is_lost_and_nobody_is_counted_twice(counts, population):
    found = coverage(counts, population)

    assert found.n + sum(found.unmatched.values()) == sum(counts.values())
    assert [g.group for g in found.groups] == list(population)
    assert isclose(sum(g.population_share for g in found.groups), 1)
    assert isclose(sum(g.share for g in found.groups), 1 if found.n else 0)


@given(COUNTS, POPULATIONS)
def test_every_state_follows_from_the_numbers_beside_it(counts, population):
    for group in coverage(counts, population).groups:
        if group.n == 0 and group.population_share > 0:
            expected = CoverageState.MISSING
        elif group.low <= group.population_share <= group.high:
            expected = CoverageState.WITHIN
        else:
            expected = CoverageState.OVER if group.population_share < group.low else CoverageState.UNDER
        assert group.state == expected


@given(COUNTS, POPULATIONS, st.integers(2, 1000))
def test_only_the_proportions_of_the_population_matter(counts, population, times):
    small = coverage(counts, population)
    large = coverage(counts, {group: lives * times for group, lives in population.items()})

    assert [(g.group, g.n, g.state) for g in large.groups] == [(g.group, g.n, g.state) for g in small.groups]


def test_the_limits_name_who_is_missing_and_who_is_too_few():
    found = coverage({"A": 60, "B": 20, "C": 20, "abroad": 7}, {"A": 300, "B": 190, "C": 500, "D": 10})

    assert limits(found) == Limits(100, 4, ("D",), ("C",), 7, drawn=False)
    assert limits(found, drawn=True).drawn is True


@pytest.mark.parametrize(("n", "answer"), [(0, False), (9, False), (10, True), (11, True)])
def test_numbers_about_fewer_than_ten_people_are_not_shown(n, answer):
    assert shown(n) is answer


def test_the_floor_can_be_higher():
    assert [shown(10, floor=20), shown(20, floor=20)] == [False, True]


def test_the_json_shape_is_the_documented_one():
    found = coverage({"A": 1, "abroad": 2}, {"A": 3, "B": 1})

    assert json.loads(json.dumps(to_json(found))) == {
        "n": 1,
        "groups": [
            {
                "group": "A",
                "n": 1,
                "share": 1.0,
                "low": wilson(1, 1).low,
                "high": 1.0,
                "population_share": 0.75,
                "state": "within",
            },
            {
                "group": "B",
                "n": 0,
                "share": 0.0,
                "low": 0.0,
                "high": wilson(0, 1).high,
                "population_share": 0.25,
                "state": "missing",
            },
        ],
        "missing": ["B"],
        "unmatched": {"abroad": 2},
    }
