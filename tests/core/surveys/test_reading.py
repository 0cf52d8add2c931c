from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.surveys.form import SAID, Missing, Range
from tequio.core.surveys.reading import mark, read, written
from tests.core.refused import refusal_of
from tests.core.surveys.forms import ask

NAMES = ("agua", "luz", "gas")
KINDS = {
    "text": "palabras",
    "integer": 12,
    "decimal": Decimal("3.10"),
    "date": date(2026, 5, 4),
    "time": time(9, 30),
    "dateTime": datetime(2026, 5, 4, 9, 30),  # noqa: DTZ001 (a moment as people tell it)
    "select_one": "luz",
    "select_multiple": ("agua", "gas"),
    "range": Decimal(7),
    "acknowledge": "OK",
    "geopoint": "gas",
}


@pytest.mark.parametrize(
    ("kind", "given", "answer"),
    [
        ("text", ["  hola "], "hola"),
        ("text", ["   "], None),
        ("text", [], None),
        ("integer", ["1,200"], 1200),
        ("integer", ["1 200"], 1200),
        ("integer", ["-3"], -3),
        ("integer", ["12.0"], 12),
        ("decimal", ["1,200.50"], Decimal("1200.50")),
        ("decimal", [".5"], Decimal("0.5")),
        ("date", ["2026-05-04"], date(2026, 5, 4)),
        ("date", ["4/5/2026"], date(2026, 5, 4)),
        ("date", ["2026-05-04T00:00:00.000-06:00"], date(2026, 5, 4)),
        ("time", ["09:30"], time(9, 30)),
        ("time", ["09:30:00.000-06:00"], time(9, 30)),
        ("dateTime", ["2026-05-04T09:30"], datetime(2026, 5, 4, 9, 30)),  # noqa: DTZ001
        ("select_one", ["luz"], "luz"),
        ("select_multiple", ["gas", "agua"], ("agua", "gas")),
        ("select_multiple", ["gas agua gas"], ("agua", "gas")),
        ("range", ["7"], Decimal(7)),
        ("acknowledge", ["sí"], "OK"),
        ("acknowledge", ["no"], None),
        ("geopoint", ["gas"], "gas"),
        ("integer", ["[dont_know]"], Missing.DONT_KNOW),
        ("text", ["[refused]"], Missing.REFUSED),
    ],
)
def test_what_was_typed_becomes_an_answer(kind, given, answer):
    assert read(ask("q", kind), given, NAMES) == answer


@pytest.mark.parametrize(
    ("kind", "given", "refusal"),
    [
        ("text", ["x" * 5_001], ("answer.too_long", {"limit": 5_000})),
        ("text", ["a", "b"], ("answer.one_only", {})),
        ("integer", ["3.5"], ("answer.not_whole", {"text": "3.5"})),
        ("integer", ["tres"], ("answer.not_whole", {"text": "tres"})),
        ("integer", ["1" * 16], ("answer.not_whole", {"text": "1" * 16})),
        ("decimal", ["1,5"], ("answer.comma", {"text": "1,5"})),
        ("decimal", ["1e5"], ("answer.not_a_number", {"text": "1e5"})),
        ("date", ["31/2/2026"], ("answer.not_a_day", {"text": "31/2/2026"})),
        ("date", ["ayer"], ("answer.not_a_day", {"text": "ayer"})),
        ("time", ["9:3"], ("answer.not_a_time", {"text": "9:3"})),
        ("dateTime", ["hoy"], ("answer.not_a_moment", {"text": "hoy"})),
        ("select_one", ["mar"], ("answer.not_a_choice", {"text": "mar"})),
        ("select_multiple", ["luz mar"], ("answer.not_a_choice", {"text": "mar"})),
        ("select_one", ["luz", "gas"], ("answer.one_only", {})),
        ("range", ["11"], ("answer.out_of_range", {"start": "1", "end": "10"})),
        ("range", ["1.5"], ("answer.off_step", {"start": "1", "step": "1"})),
    ],
)
def test_what_is_no_answer_says_why(kind, given, refusal):
    assert refusal_of(read, ask("q", kind), given, NAMES) == refusal


def test_a_range_may_go_down_and_have_steps():
    scale = ask("q", "range", range=Range("5.5", "1.5", "-0.5"))

    assert read(scale, ["2.5"]) == Decimal("2.5")
    assert refusal_of(read, scale, ["2.6"])[0] == "answer.off_step"


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_that_was_written_is_read_as_it_was(kind):
    answers = [KINDS[kind], *SAID]

    assert [read(ask("q", kind), [written(answer)], NAMES) for answer in answers] == answers


def test_no_answer_is_written_as_nothing():
    assert (written(None), mark(Missing.REFUSED)) == ("", "[refused]")


@given(st.integers(-(10**14), 10**14))
def test_any_whole_number_is_read_with_and_without_thousands(number):
    question = ask("q", "integer")

    assert read(question, [str(number)]) == read(question, [f"{number:,}"]) == number


@given(st.lists(st.sampled_from(NAMES), max_size=6))
def test_choices_come_in_the_order_of_the_list_each_once(chosen):
    expected = tuple(name for name in NAMES if name in chosen) or None

    assert read(ask("q", "select_multiple"), chosen, NAMES) == expected
