from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.cases.mexico_city.chance import stream
from tequio.cases.mexico_city.fitting import admits, share_out

PEOPLE = {"ana": {"focus": "water", "old": True}, "beto": {"focus": "food", "old": True}}


@pytest.mark.parametrize(
    ("fits", "who"),
    [
        ({}, ["ana", "beto"]),
        ({"focus": ("water",)}, ["ana"]),
        ({"focus": ("water", "food"), "old": (True,)}, ["ana", "beto"]),
        ({"old": (False,)}, []),
    ],
)
def test_a_text_fits_those_who_have_every_trait_it_names(fits: dict[str, tuple[object, ...]], who: list[str]) -> None:
    assert [name for name, traits in PEOPLE.items() if admits(fits, traits)] == who


def test_a_trait_that_nobody_has_is_a_mistake_and_not_a_silence() -> None:
    with pytest.raises(KeyError, match="colour"):
        admits({"colour": ("red",)}, PEOPLE["ana"])


def test_the_text_that_is_hardest_to_place_goes_first() -> None:
    texts = {"any": {}, "water": {"focus": ("water",)}}

    given_out = share_out(stream(1, "share"), texts, PEOPLE, most=1)

    assert given_out == {"water": "ana", "any": "beto"}


def test_a_text_for_which_nobody_is_left_is_left_out() -> None:
    texts = {"one": {"focus": ("water",)}, "two": {"focus": ("water",)}}

    assert share_out(stream(1, "share"), texts, PEOPLE, most=1) == {"one": "ana"}


def test_who_talks_twice_as_much_gets_twice_as_much() -> None:
    texts: dict[str, dict[str, tuple[object, ...]]] = {str(number): {} for number in range(9)}

    held = Counter(share_out(stream(1, "pace"), texts, PEOPLE, most=9, talks={"ana": 1, "beto": 2}).values())

    assert held == {"ana": 3, "beto": 6}


@given(st.integers(0, 10**6), st.integers(1, 60), st.integers(1, 12))
def test_texts_that_fit_everybody_are_shared_evenly(seed: int, texts: int, people: int) -> None:
    crowd: dict[str, dict[str, object]] = {str(number): {} for number in range(people)}

    held = Counter(share_out(stream(seed, "even"), {str(n): {} for n in range(texts)}, crowd, most=texts).values())

    assert held.total() == texts
    assert max(held.values()) - min(held[who] for who in crowd) <= 1
