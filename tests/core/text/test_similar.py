import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.text.similar import fingerprint

NEED = "Falta agua en la colonia; los niños van a la escuela sin bañarse."


@pytest.mark.parametrize(
    "text",
    [
        "FALTA AGUA EN LA COLONIA; LOS NIÑOS VAN A LA ESCUELA SIN BAÑARSE.",
        "  Falta  agua en la colonia, los niños van\na la escuela sin bañarse  ",
        "Falta agua en la colonia. Los nin\u0303os van a la escuela sin bañarse…",
        "Fálta agua en la colonia; los niños van a la escuela sin bañarse",
        "Falta ag\u200bua en la colonia; los niños van a la escuela sin bañarse.",
    ],
)
def test_case_accents_punctuation_and_spacing_do_not_tell_texts_apart(text):
    assert fingerprint(text) == fingerprint(NEED)


@pytest.mark.parametrize(
    ("one", "other"), [("año", "ano"), ("agua luz", "luz agua"), ("agua luz", "agualuz"), ("2 m", "3 m")]
)
def test_other_letters_words_numbers_and_order_do(one, other):
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize("text", ["", "  ", "¡¿...?!", "🏘️"])
def test_a_text_without_words_has_no_fingerprint(text):
    assert fingerprint(text) == ""


@given(st.text())
def test_a_fingerprint_is_32_hexadecimal_digits_or_nothing(text):
    found = fingerprint(text)

    assert found == "" or (len(found) == 32 and set(found) <= set("0123456789abcdef"))


@given(
    st.lists(st.text("abcñáé", min_size=1, max_size=5), min_size=1),
    st.lists(st.sampled_from([" ", ", ", "\n"]), min_size=1),
)
def test_only_the_words_matter(words, between):
    joined = "".join(word + between[n % len(between)] for n, word in enumerate(words))

    assert fingerprint(joined.upper()) == fingerprint(" ".join(words))


def test_the_fingerprint_of_a_text_stays_the_same_from_one_release_to_the_next():
    assert fingerprint("Falta agua") == fingerprint("falta AGUA!") == "17b52c5512a621d68e3da33ce8ff5422"
