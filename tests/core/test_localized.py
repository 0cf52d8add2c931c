import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.localized import Shown, both, pick


@pytest.mark.parametrize(
    ("text", "wanted", "shown"),
    [
        ({"es": "agua", "en": "water"}, "en", Shown("water", "en")),
        ({"es": "agua", "en": "water"}, "es", Shown("agua", "es")),
        ({"es": "agua"}, "en", Shown("agua", "es")),
        ({"en": "water"}, "es", Shown("water", "en")),
        ({"es": "  ", "en": "water"}, "es", Shown("water", "en")),
        ({"nah": "atl"}, "en", Shown("atl", "nah")),
        ({"zap": "nis", "nah": "atl"}, "en", Shown("atl", "nah")),
        ({}, "en", Shown("", "en")),
        ({"es": ""}, "es", Shown("", "es")),
    ],
)
def test_the_wanted_language_comes_first_then_spanish_then_english_then_any(text, wanted, shown):
    assert pick(text, wanted) == shown


TEXTS = st.dictionaries(st.sampled_from(["es", "en", "nah", "fr"]), st.text(max_size=5))


@given(TEXTS, st.sampled_from(["es", "en"]))
def test_words_are_shown_whenever_there_are_any(text, wanted):
    shown = pick(text, wanted)

    assert bool(shown.text) == any(words.strip() for words in text.values())
    assert shown.text == text.get(shown.language, "") or not shown.text


def test_a_localized_value_leaves_out_what_has_no_words():
    assert both(" agua ", "  ") == {"es": "agua"}
    assert both("", "water") == {"en": "water"}
    assert both("agua", "water") == {"es": "agua", "en": "water"}
