from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.indicators.periods import Frequency, due, period, quarter, quarter_of, stale, year
from tests.core.refused import refusal_of


def days(found):
    return found.start.date().isoformat(), found.end.date().isoformat()


@pytest.mark.parametrize(
    ("written", "text", "start", "end", "frequency"),
    [
        ("2024", "2024", "2024-01-01", "2025-01-01", Frequency.ANNUAL),
        ("2024.0", "2024", "2024-01-01", "2025-01-01", Frequency.ANNUAL),
        ("2024-s2", "2024-S2", "2024-07-01", "2025-01-01", Frequency.HALF),
        ("2024-Q4", "2024-Q4", "2024-10-01", "2025-01-01", Frequency.QUARTERLY),
        ("2024T1", "2024-Q1", "2024-01-01", "2024-04-01", Frequency.QUARTERLY),
        ("2024-12", "2024-12", "2024-12-01", "2025-01-01", Frequency.MONTHLY),
        ("2020-W53", "2020-W53", "2020-12-28", "2021-01-04", Frequency.WEEKLY),
        ("2024-02-29", "2024-02-29", "2024-02-29", "2024-03-01", Frequency.DAILY),
        ("2024/3/5", "2024-03-05", "2024-03-05", "2024-03-06", Frequency.DAILY),
        ("25/03/2024", "2024-03-25", "2024-03-25", "2024-03-26", Frequency.DAILY),
        ("03/03/2024", "2024-03-03", "2024-03-03", "2024-03-04", Frequency.DAILY),
    ],
)
def test_a_period_is_read(written, text, start, end, frequency):
    found = period(written)

    assert (found.text, *days(found), found.frequency) == (text, start, end, frequency)


def test_a_moment_is_told_in_universal_time():
    found = period("2024-03-05T10:30:00.7-06:00")

    assert (found.text, found.start, found.end) == (
        "2024-03-05T16:30:00Z",
        datetime(2024, 3, 5, 16, 30, tzinfo=UTC),
        datetime(2024, 3, 5, 16, 30, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ("03/04/2024", ("period.ambiguous", {"text": "03/04/2024"})),
        ("12/31/2024", ("period.unreadable", {"text": "12/31/2024"})),
        ("2024-13", ("period.unreadable", {"text": "2024-13"})),
        ("2023-02-29", ("period.unreadable", {"text": "2023-02-29"})),
        ("2024-W54", ("period.unreadable", {"text": "2024-W54"})),
        ("March", ("period.unreadable", {"text": "March"})),
        ("", ("period.unreadable", {"text": ""})),
        ("٢٠٢٤", ("period.unreadable", {"text": "٢٠٢٤"})),
        ("1066", ("period.out_of_range", {"text": "1066", "first": 1900, "last": 2100})),
        ("2024-03-05T10:30", ("period.no_zone", {"text": "2024-03-05T10:30"})),
        ("2024-03-05T25:30Z", ("period.unreadable", {"text": "2024-03-05T25:30Z"})),
        ("9999", ("period.unreadable", {"text": "9999"})),
    ],
)
def test_what_is_no_period_is_refused(written, refusal):
    assert refusal_of(period, written) == refusal


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_lies_in_its_quarter(day):
    found = quarter_of(day)

    assert found.start.date() <= day < found.end.date()
    assert period(found.text) == found


@given(st.integers(1900, 2100))
def test_a_year_is_its_four_quarters(number):
    quarters = [quarter(n, number) for n in (1, 2, 3, 4)]

    assert (quarters[0].start, quarters[-1].end) == (year(number).start, year(number).end)
    assert all(one.end == after.start for one, after in pairwise(quarters))


def test_a_yearly_value_is_not_stale_in_the_second_quarter_of_the_next_year():
    latest = period("2024")

    assert [stale(latest, Frequency.ANNUAL, datetime(*day, tzinfo=UTC)) for day in ((2025, 5, 1), (2026, 12, 31))] == [
        False,
        False,
    ]
    assert stale(latest, Frequency.ANNUAL, datetime(2027, 2, 1, tzinfo=UTC))


def test_what_hangs_on_events_is_never_stale():
    assert (due(period("2001"), Frequency.EVENT), stale(period("2001"), Frequency.EVENT, datetime.now(UTC))) == (
        None,
        False,
    )


@given(st.sampled_from([each for each in Frequency if each is not Frequency.EVENT]))
def test_a_value_is_not_stale_before_the_next_period_has_even_ended(frequency):
    latest = period("2024-06-30")

    assert not stale(latest, frequency, latest.end + timedelta(hours=23))
    assert stale(latest, frequency, latest.end + timedelta(days=800))
