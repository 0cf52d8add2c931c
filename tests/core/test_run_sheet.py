from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.run_sheet import Fit, fits, timed

TEN = datetime(2026, 3, 7, 16, 0, tzinfo=UTC)  # ten in the morning in Mexico City
STEPS = st.lists(st.integers(0, 600), max_size=40)
STARTS = st.integers(0, 3_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


def at(hour, minute):
    return TEN.replace(hour=hour, minute=minute)


def test_each_step_begins_when_the_one_before_it_ends():
    assert timed([10, 35, 30], TEN) == (
        (at(16, 0), at(16, 10)),
        (at(16, 10), at(16, 45)),
        (at(16, 45), at(17, 15)),
    )


def test_no_steps_take_no_time():
    assert (timed([], TEN), fits([], TEN, at(17, 0))) == ((), Fit(0, 60))


def test_a_step_of_no_minutes_begins_and_ends_at_once():
    assert timed([0, 5], TEN) == ((TEN, TEN), (TEN, at(16, 5)))


def test_times_keep_the_zone_they_are_given_in():
    here = TEN.astimezone(ZoneInfo("America/Mexico_City"))

    ((first, last),) = timed([90], here)

    assert (first.hour, last.hour, last.minute, last.tzinfo) == (10, 11, 30, here.tzinfo)


@pytest.mark.parametrize(
    ("minutes", "available", "spare", "enough"),
    [([60, 30], 120, 30, True), ([60, 60], 120, 0, True), ([60, 61], 120, -1, False), ([60], None, None, True)],
)
def test_a_sheet_is_weighed_against_the_length_of_the_meeting(minutes, available, spare, enough):
    end = None if available is None else TEN + timedelta(minutes=available)

    found = fits(minutes, TEN, end)

    assert (found, found.spare, found.fits) == (Fit(sum(minutes), available), spare, enough)


def test_without_a_beginning_no_length_is_known():
    assert fits([30], None, TEN) == Fit(30, None)


def test_part_of_a_minute_does_not_count():
    assert fits([], TEN, TEN + timedelta(minutes=59, seconds=59)) == Fit(0, 59)


@given(STEPS, STARTS)
def test_steps_follow_each_other_without_gap_and_end_after_their_sum(minutes, start):
    found = timed(minutes, start)

    edges = [start, *(end for _, end in found)]
    assert [begin for begin, _ in found] == edges[:-1]
    assert edges[-1] - start == timedelta(minutes=sum(minutes))


@given(STEPS, STARTS, st.integers(0, 6000))
def test_a_sheet_fits_exactly_when_its_last_step_ends_in_time(minutes, start, length):
    end = start + timedelta(minutes=length)

    last = timed(minutes, start)[-1][1] if minutes else start

    assert fits(minutes, start, end).fits == (last <= end)
