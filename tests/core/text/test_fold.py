import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÁÉÍÓÚÜ áéíóúü", "aeiouu aeiouu"),
        ("Ñandú AÑO", "ñandu año"),
        ("n\u0303 N\u0303 e\u0301", "ñ ñ e"),
        ("façade Łódź", "facade łodz"),
        ("agua × 2 ÷ 3", "agua × 2 ÷ 3"),
        ("水 🌊", "水 🌊"),
        ("", ""),
    ],
)
def test_case_and_accents_go_and_enie_stays(text, folded):
    assert fold(text) == folded


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text("aeiouáéíóúüñÑ ÁÉÍÓÚ"))
def test_letters_of_spanish_keep_their_number(text):
    assert len(fold(text)) == len(text)
