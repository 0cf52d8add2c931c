from collections import Counter
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.coverage import FLOOR, wilson
from tequio.core.prioritising.approval import NO_GROUP, Ballot, GroupTally, Line, Result, check_ballot, tally
from tests.core.refused import refusal_of

OPTIONS = ("agua", "luz", "parque", "transporte")
AREAS = ("A", "B", "C", "D")
BALLOTS = st.lists(
    st.builds(
        Ballot,
        st.frozensets(st.sampled_from(OPTIONS), min_size=1, max_size=3),
        st.sampled_from([*AREAS, NO_GROUP, "abroad"]),
    ),
    max_size=120,
)


def ballots(**counts):
    """Ballots by group, all for water: ballots(A=12, B=4)."""
    return [Ballot(frozenset({"agua"}), group) for group, n in counts.items() for _ in range(n)]


def hidden(result):
    return {group for group, tallied in result.by_group.items() if tallied is None}


def test_a_sound_ballot_is_a_set_of_its_choices():
    assert check_ballot(OPTIONS, 2, ["luz", "agua"]) == frozenset({"agua", "luz"})


def test_whoever_may_approve_as_many_as_there_are_may_approve_all():
    assert check_ballot(OPTIONS, 4, OPTIONS) == frozenset(OPTIONS)


@pytest.mark.parametrize(
    ("choices", "refusal"),
    [
        ([], ("ballot.empty", {})),
        (["agua", "playa"], ("ballot.unknown_option", {})),
        (["agua", "agua"], ("ballot.twice", {})),
        (["agua", "luz", "parque"], ("ballot.too_many", {"k": 2})),
    ],
)
def test_a_ballot_that_cannot_be_counted_says_why(choices, refusal):
    assert refusal_of(check_ballot, OPTIONS, 2, choices) == refusal


@given(st.lists(st.sampled_from([*OPTIONS, "playa"]), max_size=6), st.integers(1, 5))
def test_a_ballot_passes_exactly_with_one_to_k_different_options_of_those_offered(choices, k):
    sound = 1 <= len(choices) <= k and len(set(choices)) == len(choices) and "playa" not in choices

    if sound:
        assert check_ballot(OPTIONS, k, choices) == frozenset(choices)
    else:
        assert refusal_of(check_ballot, OPTIONS, k, choices)[0].startswith("ballot.")


def test_equals_share_a_rank_and_the_next_rank_is_left_free():
    cast = [
        Ballot(frozenset(c)) for c in ({"agua", "luz", "parque"}, {"agua", "luz"}, {"agua", "parque"}, {"transporte"})
    ]

    result = tally(OPTIONS, cast)

    assert result == Result(
        4,
        (
            Line("agua", 3, 0.75, wilson(3, 4), 1, tied=False),
            Line("luz", 2, 0.5, wilson(2, 4), 2, tied=True),
            Line("parque", 2, 0.5, wilson(2, 4), 2, tied=True),
            Line("transporte", 1, 0.25, wilson(1, 4), 4, tied=False),
        ),
        {},
    )


def test_without_ballots_all_options_are_first_and_nothing_is_known():
    result = tally(OPTIONS, [])

    assert [(line.option, line.approvals, line.share, line.rank, line.tied) for line in result.lines] == [
        (option, 0, 0.0, 1, True) for option in OPTIONS
    ]
    assert (result.n, result.lines[0].interval) == (0, wilson(0, 0))


def test_one_option_alone_is_not_tied():
    assert tally(["agua"], [Ballot(frozenset({"agua"}))]).lines == (Line("agua", 1, 1.0, wilson(1, 1), 1, tied=False),)


@given(BALLOTS)
def test_every_mark_is_counted_once(cast):
    result = tally(OPTIONS, cast)

    assert sum(line.approvals for line in result.lines) == sum(len(ballot.choices) for ballot in cast)
    assert all(isclose(line.share * result.n, line.approvals, abs_tol=1e-9) for line in result.lines)


@given(BALLOTS)
def test_a_rank_is_one_more_than_the_number_of_options_with_more_approvals(cast):
    approvals = {line.option: line.approvals for line in tally(OPTIONS, cast).lines}

    for line in tally(OPTIONS, cast).lines:
        assert line.rank == 1 + sum(other > line.approvals for other in approvals.values())
        assert line.tied == (Counter(approvals.values())[line.approvals] > 1)


@given(BALLOTS, st.permutations(OPTIONS))
def test_the_order_of_the_list_changes_no_rank(cast, order):
    ranks = {line.option: line.rank for line in tally(OPTIONS, cast).lines}

    assert {line.option: line.rank for line in tally(order, cast).lines} == ranks


@given(BALLOTS, st.permutations(OPTIONS))
def test_lines_come_by_rank_and_equals_as_listed(cast, order):
    lines = tally(order, cast).lines

    assert [line.option for line in lines] == sorted(
        order, key=lambda option: (next(x.rank for x in lines if x.option == option), order.index(option))
    )


@given(BALLOTS, st.randoms())
def test_the_order_of_the_ballots_does_not_matter(cast, random):
    shuffled = list(cast)
    random.shuffle(shuffled)

    assert tally(OPTIONS, shuffled, AREAS) == tally(OPTIONS, cast, AREAS)


@given(BALLOTS, st.sampled_from(OPTIONS))
def test_one_more_approval_never_lowers_an_option(cast, option):
    before = next(line for line in tally(OPTIONS, cast).lines if line.option == option)
    after = next(line for line in tally(OPTIONS, [*cast, Ballot(frozenset({option}))]).lines if line.option == option)

    assert (after.approvals, after.rank <= before.rank) == (before.approvals + 1, True)


def test_groups_of_ten_or_more_are_shown_with_their_approvals():
    cast = [*ballots(A=10, B=11), Ballot(frozenset({"luz"}), "B")]

    assert tally(OPTIONS, cast, ("A", "B")).by_group == {
        "A": GroupTally(10, {"agua": 10, "luz": 0, "parque": 0, "transporte": 0}),
        "B": GroupTally(12, {"agua": 11, "luz": 1, "parque": 0, "transporte": 0}),
    }


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"A": 10, "B": 10, "C": 10}, set()),
        ({"A": 30, "B": 20, "C": 9}, {"B", "C"}),
        ({"A": 30, "B": 20, "C": 1}, {"B", "C"}),
        ({"A": 30, "B": 20, "C": 6, "D": 4}, {"C", "D"}),
        ({"A": 30, "B": 20, "C": 3, "D": 2}, {"B", "C", "D"}),
        ({"A": 30, "B": 12, "C": 0, "D": 0}, {"C", "D"}),
        ({"A": 30, "B": 12, "C": 4, "D": 0}, {"B", "C", "D"}),
        ({"A": 12, "B": 12, "C": 4}, {"A", "C"}),
        ({"A": 4, "B": 3}, {"A", "B"}),
        ({"A": 4, "B": 40}, {"A", "B"}),
        ({"A": 40}, set()),
    ],
)
def test_small_groups_are_hidden_with_the_next_smallest_until_no_subtraction_reveals_fewer_than_ten(counts, expected):
    assert hidden(tally(OPTIONS, ballots(**counts), tuple(counts))) == expected


def test_ballots_of_no_listed_group_are_counted_together_and_hidden_when_few():
    cast = [*ballots(A=30, B=20, abroad=2), Ballot(frozenset({"luz"}))]

    result = tally(OPTIONS, cast, ("A", "B"))

    assert (result.n, list(result.by_group), hidden(result)) == (53, ["A", "B", NO_GROUP], {"B", NO_GROUP})


def test_without_groups_there_is_no_table_by_group():
    assert tally(OPTIONS, ballots(A=30)).by_group == {}


@given(BALLOTS)
def test_what_is_left_when_the_groups_shown_are_subtracted_is_nobody_or_at_least_ten_people(cast):
    result = tally(OPTIONS, cast, AREAS)

    shown = [tallied for tallied in result.by_group.values() if tallied is not None]
    rest = result.n - sum(tallied.n for tallied in shown)
    assert all(tallied.n >= FLOOR for tallied in shown)
    assert rest == 0 or rest >= FLOOR or not shown


@given(BALLOTS)
def test_groups_shown_and_hidden_together_are_the_total(cast):
    result = tally(OPTIONS, cast, AREAS)

    sizes = Counter(ballot.group if ballot.group in AREAS else NO_GROUP for ballot in cast)
    assert set(result.by_group) == set(AREAS) | set(sizes)
    assert {group: t.n for group, t in result.by_group.items() if t} == {
        group: sizes[group] for group, t in result.by_group.items() if t
    }
