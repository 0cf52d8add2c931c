from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.apps.processes.passphrases import sealed_words
from tequio.cases.mexico_city import generate
from tequio.cases.mexico_city.build.meetings import line
from tequio.cases.mexico_city.build.notes import notes
from tequio.cases.mexico_city.build.story import moment
from tequio.cases.mexico_city.build.today import afternoon, before, known_words
from tequio.cases.mexico_city.build.water import caro_words
from tequio.cases.mexico_city.template import Step
from tequio.cases.mexico_city.water import water
from tests.cases.mexico_city.laws import everything_in

LANGUAGES = {"es", "en"}
FIRST, LAST = datetime(2000, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 (Hypothesis adds the zone)


def test_what_is_asked_aloud_goes_on_the_cards_and_the_rest_says_how() -> None:
    step = Step(
        20,
        {"es": "Un día", "en": "A day"},
        {"es": "Ronda. ¿Qué usan? ¿Qué cambió? Anotar.", "en": "A round. What do you use? What changed? Note it."},
        {"es": "Pizarra", "en": "Board"},
    )

    found = line(step)

    assert found.prompts == {"es": "¿Qué usan?\n¿Qué cambió?", "en": "What do you use?\nWhat changed?"}
    assert {language: how.split() for language, how in found.how.items()} == {
        "es": ["Ronda.", "Anotar."],
        "en": ["A", "round.", "Note", "it."],
    }


def test_a_step_without_questions_keeps_its_words() -> None:
    step = Step(5, {"es": "Cierre"}, {"es": "Leer en voz alta."}, {})

    found = line(step)

    assert (found.how, found.prompts) == ({"es": "Leer en voz alta."}, {"es": ""})


def test_a_moment_is_on_the_clocks_of_mexico_city() -> None:
    found = moment(date(2021, 1, 25), time(20))

    assert found == datetime(2021, 1, 26, 2, tzinfo=UTC)


@given(st.datetimes(timezones=st.just(UTC), min_value=FIRST, max_value=LAST), st.integers(-40, 0))
def test_nothing_is_written_down_after_the_building(at: datetime, day: int) -> None:
    assert before(at, day) <= at
    assert before(at, day) <= afternoon(at, day)


def test_known_words_are_a_passphrase_and_always_the_same() -> None:
    assert known_words("caro") == caro_words()
    assert len(caro_words().split()) == 7
    assert sealed_words(caro_words()) == sealed_words(caro_words().upper())


def test_every_text_of_the_open_process_is_in_both_languages() -> None:
    texts = [
        (where, value) for where, value in everything_in(water()) if isinstance(value, dict) and LANGUAGES & set(value)
    ]

    assert [where for where, value in texts if set(value) != LANGUAGES] == []
    assert len(texts) > 40


def test_every_quote_of_the_open_process_was_said() -> None:
    said = {voice.person: voice.text for voice in water().voices}

    invented = [
        quote.text for theme in water().themes for quote in theme.quotes if quote.text not in said[quote.person]
    ]

    assert invented == []


@pytest.mark.parametrize("kind", ["fact", "contradiction"])
def test_every_note_has_its_place_and_both_languages(kind: str) -> None:
    found = [note for note in notes(generate()) if note["kind"] == kind]

    assert [note for note in found if set(note["text"]) != LANGUAGES or not note["source"]] == []
    assert len(found) >= 20
