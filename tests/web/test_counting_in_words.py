import pytest
from django.utils.translation import override

from tequio.core.thread import Kind
from tequio.web.templatetags.components import COUNTED, counted, language_inside, number


@pytest.mark.parametrize(
    ("language", "n", "kind", "said"),
    [
        ("es", 1, "voice", "1 voz"),
        ("es", 12, "voice", "12 voces"),
        ("es", 0, "voice", "0 voces"),
        ("es", 2738, "contribution", "2,738 aportes"),
        ("es", 1_000_000, "voice", "1,000,000 voces"),
        ("en", 1, "voice", "1 voice"),
        ("en", 2738, "contribution", "2,738 contributions"),
    ],
)
def test_things_are_counted_in_the_readers_language(language: str, n: int, kind: str, said: str) -> None:
    with override(language):
        assert counted(n, kind) == said


@pytest.mark.parametrize(
    ("language", "code", "said"), [("es", "en", "inglés"), ("en", "es", "Spanish"), ("en", "en", "English")]
)
def test_a_language_is_named_as_it_is_written_inside_a_sentence(language: str, code: str, said: str) -> None:
    with override(language):
        assert language_inside(code) == said


def test_every_kind_of_knot_can_be_counted() -> None:
    assert [kind for kind in Kind if kind not in COUNTED] == []


@pytest.mark.parametrize(
    ("value", "written"), [(9_209_944, "9,209,944"), (38.25, "38.25"), (0, "0"), (None, ""), ("", "")]
)
def test_numbers_are_written_with_commas(value: float | None, written: str) -> None:
    assert number(value) == written
