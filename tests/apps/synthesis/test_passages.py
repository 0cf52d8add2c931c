from hypothesis import given
from hypothesis import strategies as st

from tequio.apps.synthesis.passages import is_said, passages_of, words_of


def test_a_text_is_cut_into_its_sentences() -> None:
    text = "No hay luz. ¿Quién la pone? ¡Nadie!\nSon 3.5 km… y ya"

    found = passages_of(text)

    assert found == ["No hay luz.", "¿Quién la pone?", "¡Nadie!", "Son 3.5 km…", "y ya"]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert passages_of("«No hay agua.» Eso dijo. (Ni luz.) Ya") == ["«No hay agua.»", "Eso dijo.", "(Ni luz.)", "Ya"]


def test_the_same_sentence_is_offered_once_and_marks_alone_never() -> None:
    assert passages_of("Agua. Agua. … !!!") == ["Agua."]


@given(st.text(alphabet="aé1 .!?…»\"')\n", max_size=80))
def test_every_sentence_is_an_exact_part_of_the_text(text: str) -> None:
    assert [sentence for sentence in passages_of(text) if sentence not in text] == []


@given(st.text(alphabet="aé1 .!?…»\n", max_size=80))
def test_no_letter_is_lost_by_cutting_unless_its_sentence_came_before(text: str) -> None:
    letters = {letter for letter in text if letter.isalnum()}

    assert {letter for sentence in passages_of(text) for letter in sentence if letter.isalnum()} == letters


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_sentence_that_is_offered_can_be_quoted(title: str, body: str) -> None:
    offered = passages_of(words_of(title, body))

    assert [sentence for sentence in offered if not is_said(sentence, title, body)] == []


def test_words_across_the_title_and_the_text_were_not_said_together() -> None:
    assert is_said("Agua\n\nno hay", "Agua", "no hay") is False


def test_nothing_is_no_passage() -> None:
    assert is_said("", "", "texto") is False
