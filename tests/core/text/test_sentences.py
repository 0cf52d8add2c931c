from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.text.sentences import sentences


def said(text):
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_with_their_point_and_their_closing_marks():
    text = "No hay agua. ¿Desde cuándo? «Desde el martes.» Y nadie viene…\nOtra línea sin punto"

    assert said(text) == [
        "No hay agua.",
        "¿Desde cuándo?",
        "«Desde el martes.»",
        "Y nadie viene…",
        "Otra línea sin punto",
    ]


@pytest.mark.parametrize(
    "whole", ["Cuesta 3.50 pesos.", "El Lic. Pérez vino.", "Es la (Dra. Ruiz) de aquí.", "Vive en Av. Juárez núm. 4."]
)
def test_a_point_inside_a_number_or_after_a_short_form_ends_nothing(whole):
    assert said(f"{whole} Sí.") == [whole, "Sí."]


def test_a_short_form_at_the_end_of_a_line_ends_with_the_line():
    assert said("Habló con la Sra.\nNo volvió.") == ["Habló con la Sra.", "No volvió."]


def test_places_count_code_points():
    text = "🙂 Agua. n\u0303o 🙂."

    assert sentences(text) == [(0, 7), (8, 14)]
    assert said(text) == ["🙂 Agua.", "n\u0303o 🙂."]


def test_what_has_no_word_is_no_sentence():
    assert sentences(" … ¡! \n\n 🙂") == []


@given(st.text(alphabet='ab .,!?…\n«»"LicSr🙂\u0301', max_size=60))
def test_sentences_follow_one_another_and_hold_every_word(text):
    spans = sentences(text)

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(place in inside for place, letter in enumerate(text) if letter.isalnum())
