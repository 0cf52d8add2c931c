from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.localized import both
from tequio.core.surveys.answering import problem, settled, wrong
from tequio.core.surveys.form import Missing
from tequio.core.surveys.interview import Interview
from tequio.core.surveys.responses import Response
from tests.core.surveys.forms import ask, form, group, interview

ASKED = form(
    ask("nombre", required="true()"),
    ask("edad", "integer", constraint=". >= 0 and . <= 120", constraint_message="De 0 a 120."),
    ask("hijos", "integer", constraint=". >= 0", relevant="${edad} >= 12"),
    ask("zona", "select_one", choices="zonas", choice_filter="estado = 'norte'"),
    ask("total", "calculate", calculation="${hijos} + 1"),
    ask("aviso", "note"),
)


def codes(talk):
    return [(each.name, each.row, each.refusal.code) for each in wrong(talk)]


def test_a_complete_response_has_nothing_wrong():
    assert codes(interview(ASKED, nombre="Ana", edad=40, hijos=2, zona="lago")) == []


def test_everything_wrong_is_told_in_the_order_of_the_form():
    talk = interview(ASKED, edad=200, hijos=-1, zona="playa")

    assert codes(talk) == [
        ("nombre", -1, "answer.required"),
        ("edad", -1, "answer.constraint"),
        ("hijos", -1, "answer.constraint_unsaid"),
        ("zona", -1, "answer.not_offered"),
    ]
    assert wrong(talk)[1].refusal.facts == {"message": both("De 0 a 120.")}
    assert wrong(talk)[3].refusal.facts == {"choice": "Playa"}


def test_what_is_not_asked_is_never_wrong():
    assert codes(interview(ASKED, nombre="Ana", edad=5, hijos=-1)) == []


def test_whoever_says_that_they_do_not_know_has_answered_what_was_required():
    assert codes(interview(ASKED, nombre=Missing.REFUSED, edad=Missing.DONT_KNOW)) == []


def test_a_form_may_say_itself_what_is_required():
    made = form(ask("nombre", required="true()", required_message="Tu nombre, por favor."))

    assert wrong(interview(made))[0].refusal.facts == {"message": both("Tu nombre, por favor.")}


def test_something_may_be_required_of_some_people_only():
    made = form(ask("edad", "integer"), ask("tutor", required="${edad} < 18"))

    assert codes(interview(made, edad=20)) == []
    assert codes(interview(made, edad=9)) == [("tutor", -1, "answer.required")]


def test_one_answer_can_be_looked_at_alone():
    talk = interview(ASKED, edad=200)

    assert problem(talk, talk.plan.places["edad"].question).code == "answer.constraint"
    assert problem(talk, talk.plan.places["aviso"].question) is None


def test_rows_of_a_repeat_are_checked_each():
    made = form(group("casa", ask("edad", "integer", constraint=". < 120"), repeat=True))

    assert codes(interview(made, repeats={"casa": ({"edad": 5}, {"edad": 500})})) == [
        ("edad", 1, "answer.constraint_unsaid")
    ]


def test_what_is_kept_has_no_answers_to_what_was_not_asked_and_has_what_was_calculated():
    talk = interview(ASKED, nombre="Ana", edad=5, hijos=3, zona=Missing.REFUSED, aviso="x")

    assert settled(talk) == Response({"nombre": "Ana", "edad": 5, "zona": Missing.REFUSED, "total": "NaN"})


def test_rows_are_kept_each_in_its_place():
    made = form(group("casa", ask("edad", "integer"), ask("de", relevant="${edad} > 9"), repeat=True))
    rows = ({"edad": 5, "de": "x"}, {}, {"edad": 10, "de": "y"})

    kept = settled(interview(made, repeats={"casa": rows}))

    assert kept == Response({}, {"casa": ({"edad": 5}, {}, {"edad": 10, "de": "y"})})


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "nombre": st.text(min_size=1, max_size=5),
        "edad": st.integers(-5, 200) | st.just(Missing.DONT_KNOW),
        "hijos": st.integers(-5, 20),
        "zona": st.sampled_from(["lago", "cerro", "playa"]),
    },
)


@given(VALUES)
def test_what_was_settled_once_stays_as_it_is(answers):
    once = settled(interview(ASKED, **answers))

    again = settled(Interview(interview(ASKED).plan, once))

    assert again == once


@given(VALUES)
def test_settling_takes_nothing_wrong_away_and_brings_nothing_wrong_in(answers):
    talk = interview(ASKED, **answers)

    assert codes(Interview(talk.plan, settled(talk))) == codes(talk)


@pytest.mark.parametrize("answer", [Decimal("3.5"), 3])
def test_a_constraint_sees_the_number_that_is_being_given(answer):
    made = form(ask("n", "decimal", constraint=". > 3"))

    assert codes(interview(made, n=answer)) == ([] if answer > 3 else [("n", -1, "answer.constraint_unsaid")])
