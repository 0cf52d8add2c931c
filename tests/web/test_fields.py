import re
from collections.abc import Iterator

import pytest
from django import forms
from django.utils.translation import override

from tequio.web.fields import DateField, LocalizedField
from tequio.web.templatetags.components import first_box


class Note(forms.Form):
    title = LocalizedField(label="Título")
    kind = forms.ChoiceField(label="Tipo", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    since = DateField(label="Desde", required=False, help_text="Basta aproximada.")
    agreed = forms.BooleanField(label="De acuerdo", required=False)


@pytest.fixture(autouse=True)
def spanish() -> Iterator[None]:
    with override("es"):
        yield


def test_optional_is_said_in_a_word_and_required_needs_none() -> None:
    shown = Note().render()

    assert re.findall(r'<(?:label|legend)[^>]*>([^<]+?) <span class="optional">(.*?)</span>', shown) == [
        ("Desde", "(opcional)")
    ]


def test_help_and_error_are_tied_to_the_box() -> None:
    shown = Note({"since": "ayer"}).render()

    tied = re.search(r'name="since"[^>]*aria-describedby="([^"]+)"', shown)
    assert tied is not None
    assert [shown.count(f'id="{name}"') for name in tied[1].split()] == [1, 1]


def test_an_error_says_what_to_do() -> None:
    errors = Note({"title_es": "x", "kind": "a", "since": "ayer"}).errors

    assert {name: list(said) for name, said in errors.items()} == {"since": ["Escribe la fecha así: 22/11/2026."]}


def test_the_other_language_is_folded_away_until_it_says_something() -> None:
    empty = Note(initial={"title": {"es": "Agua"}}).render()
    full = Note(initial={"title": {"es": "Agua", "en": "Water"}}).render()

    assert (empty.count("<details>"), full.count("<details open>")) == (1, 1)


def test_both_boxes_of_a_text_have_their_own_label() -> None:
    shown = Note().render()

    assert re.findall(r'<label for="(id_title_\d)">(\w+)</label>', shown) == [
        ("id_title_0", "Español"),
        ("id_title_1", "English"),
    ]


@pytest.mark.parametrize(
    ("language", "boxes"),
    [
        ("es", ["id_title_0", "id_kind_0", "id_since", "id_agreed"]),
        ("en", ["id_title_1", "id_kind_0", "id_since", "id_agreed"]),
    ],
)
def test_the_first_box_of_a_field_is_where_the_reader_starts(language: str, boxes: list[str]) -> None:
    with override(language):
        assert [first_box(field) for field in Note()] == boxes


def test_every_choice_is_a_box_with_its_label() -> None:
    shown = Note().render()

    assert re.findall(r'<input type="radio"[^>]*id="(\w+)"[^>]*>\s*<label for="(\w+)">(\w)</label>', shown) == [
        ("id_kind_0", "id_kind_0", "A"),
        ("id_kind_1", "id_kind_1", "B"),
    ]


def test_hostile_text_in_a_box_stays_text() -> None:
    shown = Note({"title_es": '"><script>x</script>', "kind": "a"}).render()

    assert "<script>" not in shown
