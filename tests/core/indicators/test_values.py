import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.indicators.values import COUNTED, Key, Reading, State, denominator, number, settled
from tequio.core.refusals import Refusal
from tests.core.refused import refusal_of

KEY = Key("Karmøy", "EC:ICT:D:1A", "2020")


@pytest.mark.parametrize(
    ("value", "state", "expected"),
    [
        (None, None, (State.NOT_REPORTED, None)),
        (0.0, None, (State.ZERO, 0.0)),
        (-0.0, None, (State.ZERO, 0.0)),
        (3.5, None, (State.VALUE, 3.5)),
        (0.0, State.VALUE, (State.ZERO, 0.0)),
        (None, State.ZERO, (State.ZERO, 0.0)),
        (0.0, State.VERIFIED, (State.VERIFIED, 0.0)),
        (None, State.NOT_VERIFIED, (State.NOT_VERIFIED, None)),
        (25.56, State.NOT_VERIFIED, (State.NOT_VERIFIED, 25.56)),
        (7.0, State.WITHDRAWN, (State.WITHDRAWN, 7.0)),
        (None, State.NOT_APPLICABLE, (State.NOT_APPLICABLE, None)),
    ],
)
def test_a_value_and_its_state_come_together(value, state, expected):
    assert settled(value, state) == expected


@pytest.mark.parametrize(
    ("value", "state", "refusal"),
    [
        (1.0, State.NOT_REPORTED, ("value.unexpected", {"state": "not_reported"})),
        (0.0, State.NOT_APPLICABLE, ("value.unexpected", {"state": "not_applicable"})),
        (None, State.VERIFIED, ("value.missing", {"state": "verified"})),
        (2.0, State.ZERO, ("value.not_zero", {})),
    ],
)
def test_a_value_that_its_state_denies_is_refused(value, state, refusal):
    assert refusal_of(settled, value, state) == refusal


@given(st.none() | st.floats(-1e6, 1e6), st.none() | st.sampled_from(State))
def test_what_was_settled_stays_as_it_is(value, state):
    try:
        found = settled(value, state)
    except Refusal:
        return
    assert settled(found[1], found[0]) == found


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_finite_is_no_number(bad):
    assert refusal_of(number, bad) == ("value.not_finite", {})


def test_what_is_larger_than_any_measure_is_no_number():
    assert refusal_of(number, 1e308) == ("value.too_large", {"limit": "1e+15"})


@pytest.mark.parametrize("bad", [0.0, -3.0])
def test_nothing_is_divided_by_zero_or_less(bad):
    assert refusal_of(denominator, bad) == ("value.denominator", {})


def test_only_some_states_let_a_number_count():
    counted = {state for state in State if Reading(KEY, state, 5.0).counted is not None}

    assert counted == COUNTED == {State.VALUE, State.ZERO, State.VERIFIED, State.ESTIMATED}
