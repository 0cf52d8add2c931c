"""Chance that repeats: each part of the case draws from a stream of its own, so that changing one leaves the rest."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from random import Random

MEETING_DAYS = frozenset({2, 3, 4, 6})  # Tuesday to Thursday, and Saturday


def stream(seed: int, part: str) -> Random:
    return Random(f"{seed}/{part}")  # noqa: S311 (it makes examples, no secrets)


def bag(rng: Random, how_many: Mapping[str, int]) -> list[str]:
    """Return every key as often as it says, shuffled."""
    drawn = [key for key, number in how_many.items() for _ in range(number)]
    rng.shuffle(drawn)
    return drawn


def favouring(rng: Random, weights: Mapping[str, int], k: int) -> tuple[str, ...]:
    """Draw k different keys, likelier the heavier (Efraimidis and Spirakis 2006, weighted sampling with a key)."""
    return tuple(sorted(weights, key=lambda key: rng.random() ** (1 / weights[key]), reverse=True)[:k])


def days(rng: Random, first: date, last: date, n: int, closed: Iterable[date] = ()) -> tuple[date, ...]:
    """Return n days in order, spread over the days from first to last on which people can meet."""
    shut = frozenset(closed)
    free = [day for day in each_day(first, last) if day.isoweekday() in MEETING_DAYS and day not in shut]
    size = len(free)
    return tuple(rng.choice(free[size * each // n : size * (each + 1) // n]) for each in range(n))


def each_day(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))
