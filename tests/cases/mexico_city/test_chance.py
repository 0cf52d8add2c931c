from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tequio.cases.mexico_city.chance import MEETING_DAYS, bag, days, each_day, favouring, stream

SEEDS = st.integers(0, 10**6)
TALLIES = st.dictionaries(st.text(min_size=1, max_size=4), st.integers(1, 9), min_size=1, max_size=6)


def test_a_stream_repeats_and_differs_by_seed_and_part() -> None:
    draws = {key: stream(*key).random() for key in [(1, "a"), (1, "b"), (2, "a")]}

    assert stream(1, "a").random() == draws[1, "a"]
    assert len(set(draws.values())) == 3


@given(SEEDS, TALLIES)
def test_a_bag_holds_every_key_as_often_as_it_says(seed: int, tally: dict[str, int]) -> None:
    assert Counter(bag(stream(seed, "bag"), tally)) == tally


@given(SEEDS, TALLIES, st.integers(1, 6))
def test_favouring_draws_different_keys_as_many_as_there_are(seed: int, weights: dict[str, int], k: int) -> None:
    drawn = favouring(stream(seed, "draw"), weights, k)

    assert len(set(drawn)) == len(drawn) == min(k, len(weights))


def test_the_heavier_key_is_drawn_first_more_often() -> None:
    rng = stream(1, "heavy")

    first = Counter(favouring(rng, {"heavy": 9, "light": 1}, 1) for _ in range(400))

    assert first.most_common(1)[0][0] == ("heavy",)


@given(SEEDS, st.dates(date(2020, 1, 1), date(2022, 1, 1)), st.integers(1, 10), st.integers(60, 200))
def test_days_are_in_order_inside_on_open_days(seed: int, first: date, n: int, length: int) -> None:
    last = first + timedelta(days=length)
    shut = each_day(first, first + timedelta(days=10))

    found = days(stream(seed, "days"), first, last, n, shut)

    assert list(found) == sorted(set(found))
    assert len(found) == n
    assert all(first <= day <= last and day not in shut and day.isoweekday() in MEETING_DAYS for day in found)
