from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tequio.core.localized import Shown, both
from tequio.core.surveys.form import Missing
from tequio.core.surveys.piping import piped
from tests.core.surveys.forms import ask, form, group, interview

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC).replace(tzinfo=None)
WATER = form(
    ask("falta", "select_one", choices="si_no"),
    group(
        "agua",
        ask("dias", "integer"),
        ask("pipa", "select_one", choices="si_no", relevant="${dias} > 2"),
        relevant="selected(${falta}, 'si')",
    ),
    ask("costo", "decimal", relevant="${pipa} = 'si'"),
)
HOME = form(
    ask("personas", "integer"),
    group(
        "casa",
        ask("nombre"),
        ask("edad", "integer", relevant="${nombre} != ''"),
        ask("escuela", "select_one", choices="si_no", relevant="${edad} < 18"),
        repeat=True,
    ),
    ask("menores", "calculate", calculation="count-non-empty(${escuela})"),
    ask("suma", "calculate", calculation="sum(${edad})"),
)


def asked(talk, *names):
    return [name for name in names or talk.plan.places if talk.asked(name)]


def test_a_question_is_asked_when_its_condition_and_those_of_its_groups_hold():
    assert asked(interview(WATER)) == ["falta"]
    assert asked(interview(WATER, falta="no", dias=5)) == ["falta"]
    assert asked(interview(WATER, falta="si")) == ["falta", "dias"]
    assert asked(interview(WATER, falta="si", dias=3)) == ["falta", "dias", "pipa"]
    assert asked(interview(WATER, falta="si", dias=3, pipa="si")) == ["falta", "dias", "pipa", "costo"]


def test_an_answer_that_is_no_longer_asked_for_is_blank_to_the_formulas():
    talk = interview(WATER, falta="si", dias=1, pipa="si", costo=Decimal(90))

    assert (talk.value("pipa"), asked(talk, "costo")) == ("", [])


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, Missing.BLANK),
        ({"falta": "si"}, None),
        ({"falta": "ns"}, Missing.DONT_KNOW),
        ({"falta": Missing.REFUSED}, Missing.REFUSED),
        ({"falta": Missing.NOT_APPLICABLE}, Missing.NOT_APPLICABLE),
    ],
)
def test_the_ways_of_having_no_answer_are_kept_apart(answers, expected):
    assert interview(WATER, **answers).missing("falta") is expected


def test_what_was_not_asked_is_not_blank():
    talk = interview(WATER, falta="no")

    assert [talk.missing(name) for name in ("falta", "dias", "costo")] == [None, Missing.NOT_ASKED, Missing.NOT_ASKED]


def test_several_choices_are_missing_only_when_all_of_them_are():
    made = form(ask("uso", "select_multiple", choices="si_no"))

    assert interview(made, uso=("ns",)).missing("uso") is Missing.DONT_KNOW
    assert interview(made, uso=("si", "ns")).missing("uso") is None


def test_each_row_of_a_repeat_decides_for_itself():
    rows = ({"nombre": "Ana", "edad": 40}, {"nombre": "Luz", "edad": 7, "escuela": "si"}, {"edad": 9})
    talk = interview(HOME, repeats={"casa": rows})

    assert [[name for name in ("nombre", "edad", "escuela") if talk.asked(name, row)] for row in range(3)] == [
        ["nombre", "edad"],
        ["nombre", "edad", "escuela"],
        ["nombre"],
    ]
    assert (talk.value("edad", 1), talk.value("menores"), talk.value("suma")) == (7.0, 1.0, 47.0)


def test_questions_come_row_by_row_in_the_order_of_the_form():
    rows = ({"nombre": "Ana"}, {"nombre": "Luz"})

    places = [(place.question.name, row) for place, row in interview(HOME, repeats={"casa": rows}).places()]

    assert places == [
        ("personas", -1),
        ("nombre", 0),
        ("edad", 0),
        ("nombre", 1),
        ("edad", 1),
        ("menores", -1),
        ("suma", -1),
    ]


@pytest.mark.parametrize(("personas", "rows"), [(None, 0), (2, 2), (-1, 0), (999, 50)])
def test_a_repeat_has_as_many_rows_as_its_count_comes_to(personas, rows):
    made = form(ask("personas", "integer"), group("casa", ask("nombre"), repeat=True, count="${personas}"))

    talk = interview(made, **({} if personas is None else {"personas": personas}))

    assert (talk.rows("casa"), talk.value("personas")) == (rows, "" if personas is None else float(personas))


def test_the_rows_of_a_repeat_can_be_counted_and_numbered():
    made = form(
        group("casa", ask("nombre"), ask("numero", "calculate", calculation="position(..)"), repeat=True),
        ask("cuantas", "calculate", calculation="count(${casa})"),
    )

    talk = interview(made, repeats={"casa": ({"nombre": "Ana"}, {"nombre": "Luz"})})

    assert (talk.value("cuantas"), talk.value("numero", 1)) == (2.0, 2.0)


def test_a_filter_leaves_the_choices_that_fit_an_earlier_answer():
    made = form(
        ask("estado"),
        ask("zona", "select_one", choices="zonas", choice_filter="estado = ${estado}", or_other=True),
    )

    talk = interview(made, estado="norte")

    assert [choice.name for choice in talk.choices("zona")] == ["lago", "cerro", "other"]


def test_the_text_that_goes_with_other_is_asked_when_other_is_chosen():
    made = form(ask("zona", "select_one", choices="zonas", or_other=True))

    assert asked(interview(made, zona="lago")) == ["zona"]
    assert asked(interview(made, zona="other")) == ["zona", "zona_other"]


def test_today_is_what_the_clock_of_the_caller_says():
    made = form(
        ask("nacio", "date"),
        ask("hoy", "meta", kept={"type": "today"}),
        ask("fin", "meta", kept={"type": "end"}),
        ask("edad", "calculate", calculation="int((today() - ${nacio}) div 365.25)"),
    )

    talk = interview(made, NOW, nacio=date(2000, 5, 1))

    assert [talk.value(name) for name in ("edad", "hoy", "fin")] == [26.0, date(2026, 5, 4), ""]


def test_a_text_repeats_an_answer_in_its_words():
    talk = interview(WATER, falta="si", dias=3)

    assert piped(talk, both("Dijiste ${falta} y ${ dias } días; ${nadie}", "You said ${falta}"), "es") == Shown(
        "Dijiste Sí y 3 días; ", "es"
    )
    assert piped(talk, both("Dijiste ${falta}", "You said ${falta}"), "en") == Shown("You said Yes", "en")


def test_a_formula_may_word_a_choice():
    made = form(
        ask("uso", "select_multiple", choices="usos"),
        ask("primero", "calculate", calculation="jr:choice-name(selected-at(${uso}, 0), 'uso')"),
    )

    assert interview(made, uso=("luz", "gas")).value("primero") == "Luz"


def test_a_chain_as_long_as_a_form_may_be_is_walked():
    links = [ask(f"q{n}", "integer", relevant=f"${{q{n - 1}}} = 1") for n in range(1, 900)]
    made = form(ask("q0", "integer"), *links)

    talk = interview(made, **{f"q{n}": 1 for n in range(900)})

    assert (talk.asked("q899"), interview(made, q0=1, q1=2, q2=1).asked("q3")) == (True, False)


def test_a_form_that_goes_in_circles_still_ends():
    made = form(ask("a", relevant="${b} = ''"), ask("b", relevant="${a} = ''"))

    assert asked(interview(made)) in (["a", "b"], ["a"], ["b"])
