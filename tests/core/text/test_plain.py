from unicodedata import category, is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.text.plain import excerpt, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  falta \t agua  ", "falta agua"),
        ("uno\r\ndos\rtres\u2028cuatro", "uno\ndos\ntres\ncuatro"),
        ("uno\n\n \t\n\ndos", "uno\n\ndos"),
        ("uno \n dos", "uno\ndos"),
        ("a\u00a0b\u2003c\u3000d", "a b c d"),
        ("ag\u200bua\ufeff", "agua"),
        ("ag\u00adua", "agua"),
        ("\u202egnp.exe\u202c \u2066x\u2069", "gnp.exe x"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("nin\u0303o", "niño"),
        ("bad \ud800 half", "bad half"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("familia 🏘️ sí", "familia 🏘️ sí"),
        ("¿Qué? «¡No!» — 3 × 4 = 12 <b>", "¿Qué? «¡No!» — 3 × 4 = 12 <b>"),
        ("\n\n", ""),
        ("", ""),
    ],
)
def test_text_is_left_as_people_meant_it(text, expected):
    assert plain(text) == expected


ANY = st.text(st.characters(exclude_categories=[]), max_size=80)


@given(ANY)
def test_plain_text_is_plain_already(text):
    assert plain(plain(text)) == plain(text)


@given(ANY)
def test_nothing_invisible_is_left(text):
    found = plain(text)

    assert is_normalized("NFC", found)
    assert {category(letter) for letter in found if letter != "\n"}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not any(letter in "\u200b\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069" for letter in found)
    assert "  " not in found
    assert "\n\n\n" not in found
    assert found == found.strip()


@given(st.lists(st.text("abcñé.,;", min_size=1, max_size=8), max_size=10))
def test_words_and_their_order_are_kept(words):
    assert plain(" \t".join(words)).split() == words


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Falta agua", 10, "Falta agua"),
        ("Falta agua en la colonia", 12, "Falta agua…"),
        ("Falta agua en la colonia", 11, "Falta agua…"),
        ("Falta agua en la colonia", 10, "Falta…"),
        ("Falta agua, luz y parques", 14, "Falta agua…"),
        ("Falta\n\nagua", 40, "Falta agua"),
        ("Electroencefalografista", 8, "Electro…"),
        ("", 8, ""),
    ],
)
def test_an_excerpt_ends_between_words(text, limit, expected):
    assert excerpt(text, limit) == expected


@given(ANY, st.integers(1, 40))
def test_an_excerpt_is_one_line_within_the_limit_and_begins_as_the_text_does(text, limit):
    found = excerpt(text, limit)

    whole = " ".join(plain(text).split())
    assert len(found) <= limit
    assert "\n" not in found
    assert whole.startswith(found.removesuffix("…"))
    assert (found == whole) == (len(whole) <= limit)
