import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from tequio.core.passphrases import WORDS, normalised, words_from
from tests.core.refused import refusal_of

SPANISH = Mnemonic("spanish").wordlist
FEW = ["ábaco", "abdomen", "año", "unir", "uña", "luz"]
INDICES = st.lists(st.integers(0, 2047), min_size=WORDS, max_size=WORDS)


def test_words_are_those_at_the_places_given_in_one_form_of_unicode():
    decomposed = ["a\u0301baco", "abdomen"]

    assert words_from([1, 0, 1], decomposed) == "abdomen \u00e1baco abdomen"


@given(INDICES)
def test_what_is_shown_is_read_back_as_the_same(indices):
    phrase = words_from(indices, SPANISH)

    assert normalised(phrase, SPANISH) == phrase


@given(INDICES, st.sampled_from([" ", ", ", "\n", "-", "  ", "; ", "\t"]))
def test_four_letters_of_each_word_in_capitals_are_enough(indices, between):
    phrase = words_from(indices, SPANISH)
    typed = between.join(word[:4].upper() for word in phrase.split())

    assert normalised(typed, SPANISH) == phrase


@pytest.mark.parametrize(
    "typed",
    [
        "ábaco año uña",
        "abaco ano una",
        "ÁBACO, AÑO, UÑA.",
        "1. ábaco 2. año 3. uña",
        "1.ábaco2.año3.uña",
        "  abac\n año \t uña ",
        "a\u0301baco an\u0303o un\u0303a",
        "«abac» (año) una!",
    ],
)
def test_case_accents_commas_and_numbers_do_not_matter(typed):
    assert normalised(typed, FEW, n=3) == "ábaco año uña"


def test_a_slip_after_the_fourth_letter_is_forgiven():
    assert normalised("abdomin luz", FEW, n=2) == "abdomen luz"


@pytest.mark.parametrize(
    ("typed", "word"),
    [("ábaco perro", "perro"), ("abd luz", "abd"), ("Añoo luz", "Añoo"), ("a\u0301bxco luz", "\u00e1bxco")],
)
def test_a_word_that_is_not_in_the_list_is_named_as_typed(typed, word):
    assert refusal_of(normalised, typed, FEW, 2) == ("passphrase.unknown_word", {"word": word})


@pytest.mark.parametrize("typed", ["", "12 34", "ábaco", "ábaco luz uña"])
def test_the_wrong_number_of_words_says_how_many_there_are(typed):
    assert refusal_of(normalised, typed, FEW, 2) == ("passphrase.words", {"n": 2})


def test_passphrases_have_eight_words_unless_told_otherwise():
    assert refusal_of(normalised, "luz", FEW) == ("passphrase.words", {"n": 8})


def test_order_counts():
    assert normalised("luz uña", FEW, n=2) != normalised("uña luz", FEW, n=2)


def test_the_spanish_list_has_words_that_differ_in_their_first_four_letters_even_without_accents():
    phrase = words_from(range(2048), SPANISH)

    assert len(set(normalised(phrase, SPANISH, n=2048).split())) == 2048
