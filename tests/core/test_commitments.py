from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.commitments import UNKNOWN, Commitment, CommitmentState, Declared, check_change, kept_late, state
from tequio.core.phases import Season, Span, season_span
from tests.core.refused import refusal_of

SPRING = season_span(2027, Season.SPRING)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("declared", "on", "expected"),
    [
        (Declared.OPEN, date(2027, 5, 31), CommitmentState.OPEN),
        (Declared.OPEN, date(2027, 6, 1), CommitmentState.LATE),
        (Declared.CHANGED, date(2027, 5, 31), CommitmentState.CHANGED),
        (Declared.CHANGED, date(2027, 6, 1), CommitmentState.LATE),
        (Declared.KEPT, date(2027, 6, 1), CommitmentState.KEPT),
        (Declared.DROPPED, date(2027, 6, 1), CommitmentState.DROPPED),
    ],
)
def test_a_commitment_for_spring_is_late_from_the_first_of_june(declared, on, expected):
    assert state(Commitment(declared, SPRING), on) == expected


@given(st.sampled_from(Declared), DAYS)
def test_without_a_due_date_nothing_is_ever_late(declared, on):
    assert state(Commitment(declared, UNKNOWN), on) == CommitmentState(declared)


@given(DAYS, DAYS, st.sampled_from(Declared))
def test_late_is_exactly_past_due_and_neither_kept_nor_dropped(due, on, declared):
    found = state(Commitment(declared, Span(due, due)), on)

    assert (found is CommitmentState.LATE) == (on > due and declared in (Declared.OPEN, Declared.CHANGED))


@given(DAYS, st.integers(-400, 400))
def test_kept_late_is_kept_after_the_due_date(due, days):
    commitment = Commitment(Declared.KEPT, Span(due, due), due + timedelta(days=days))

    assert kept_late(commitment) == (days > 0)


def test_what_has_no_date_was_not_kept_late():
    assert [kept_late(Commitment(Declared.KEPT, UNKNOWN, date(2027, 1, 1))), kept_late(Commitment(due=SPRING))] == [
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (Declared.OPEN, Declared.CHANGED),
        (Declared.OPEN, Declared.DROPPED),
        (Declared.CHANGED, Declared.CHANGED),
        (Declared.KEPT, Declared.OPEN),
        (Declared.DROPPED, Declared.OPEN),
        (Declared.DROPPED, Declared.KEPT),
    ],
)
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_changing_dropping_and_taking_back_need_a_reason(was, becomes, reason):
    day = date(2027, 3, 1)

    assert refusal_of(check_change, was, becomes, reason=reason, kept_on=day) == ("commitment.reason_needed", {})
    assert check_change(was, becomes, reason="Se acabó el dinero.", kept_on=day) is None


@pytest.mark.parametrize("was", [Declared.OPEN, Declared.CHANGED, Declared.KEPT])
def test_kept_needs_a_date(was):
    assert refusal_of(check_change, was, Declared.KEPT) == ("commitment.date_needed", {})
    assert check_change(was, Declared.KEPT, kept_on=date(2027, 3, 1)) is None


def test_reopening_what_was_changed_needs_no_reason():
    assert check_change(Declared.CHANGED, Declared.OPEN) is None
