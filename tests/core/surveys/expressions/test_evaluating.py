from datetime import UTC, date, datetime
from math import inf, isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.surveys.expressions import Scope, evaluate, holds, parse

ANSWERS = {
    "edad": 20.0,
    "uso": "agua luz",
    "nada": "",
    "alta": date(2024, 5, 1),
    "hijos": (3.0, 5.0, ""),
    "sí": "1",
}
NOW = datetime(2024, 6, 1, 10, 30, tzinfo=UTC)


def value(source, **more):
    scope = Scope(
        answer=lambda name: ANSWERS.get(name, ""),
        here=more.get("here", ""),
        position=more.get("position", 0),
        column=lambda name: more.get(name, ""),
        label=lambda question, choice: f"{question}/{choice}",
        now=NOW.replace(tzinfo=None),
    )
    return evaluate(parse(source), scope)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2 + 2", 4.0),
        ("7 - 2 - 1", 4.0),
        ("7 div 2", 3.5),
        ("1 div 0", inf),
        ("-1 div 0", -inf),
        ("-7 mod 3", -1.0),
        ("-${edad}", -20.0),
        ("${edad} >= 18 and ${edad} < 65", True),
        ("${edad} = '20'", True),
        ("${sí} = 1", True),
        ("${nada} = ''", True),
        ("${nada} > 3", False),
        ("${nada} != 3", True),
        ("1 = 1 = true()", True),
        ("'a' = 'b' or 'x'", True),
        ("'' and 'x'", False),
        ("selected(${uso}, 'luz')", True),
        ("selected(${uso}, 'lu')", False),
        ("count-selected(${uso})", 2.0),
        ("selected-at(${uso}, 1)", "luz"),
        ("selected-at(${uso}, 2)", ""),
        ("jr:choice-name(${sí}, 'sí')", "sí/1"),
        ("if(${nada} = '', 'no', 'yes')", "no"),
        ("coalesce(${nada}, ${uso})", "agua luz"),
        ("not(0)", True),
        ("boolean('false')", True),
        ("boolean-from-string('1')", True),
        ("number('12.50')", 12.5),
        ("int(-2.7)", -2.0),
        ("floor(-2.1)", -3.0),
        ("ceiling(2.1)", 3.0),
        ("abs(-3)", 3.0),
        ("round(2.5)", 3.0),
        ("round(-2.5)", -2.0),
        ("round(2.347, 2)", 2.35),
        ("round(1234, -2)", 1200.0),
        ("pow(2, 10)", 1024.0),
        ("pow(10, 400)", inf),
        ("sqrt(9)", 3.0),
        ("sum(${hijos})", 8.0),
        ("max(${hijos})", 5.0),
        ("min(3, 1, 2)", 1.0),
        ("count(${hijos})", 3.0),
        ("count-non-empty(${hijos})", 2.0),
        ("${hijos} = 5", True),
        ("string(3)", "3"),
        ("string(0.5)", "0.5"),
        ("concat('a', 1, 'b')", "a1b"),
        ("join(', ', ${hijos})", "3, 5, "),
        ("substr('tequio', 1, 3)", "eq"),
        ("substr('tequio', -2)", "io"),
        ("substring-before('2024-05', '-')", "2024"),
        ("substring-after('2024-05', '-')", "05"),
        ("substring-before('2024', '-')", ""),
        ("starts-with('tequio', 'te')", True),
        ("ends-with('tequio', 'te')", False),
        ("contains('tequio', 'qui')", True),
        ("string-length('año')", 3.0),
        ("normalize-space('  a   b ')", "a b"),
        ("translate('aabb', 'ab', 'x')", "xx"),
        ("regex('a@b.mx', '[a-z]+@[a-z.]+')", True),
        ("today()", date(2024, 6, 1)),
        ("today() - ${alta}", 31.0),
        ("${alta} > '2024-04-30'", True),
        ("${alta} = '2024-05-01'", True),
        ("date('2024-02-30')", ""),
        ("date(0)", date(1970, 1, 1)),
        ("decimal-date-time('1970-01-02T12:00')", 1.5),
        ("format-date(${alta}, '%e/%n/%Y')", "1/5/2024"),
        ("format-date-time(now(), '%H:%M')", "10:30"),
        ("format-date('ayer', '%Y')", ""),
        ("once(7)", 7.0),
    ],
)
def test_a_formula_comes_to_what_the_standard_says(source, expected):
    assert value(source) == expected


def test_what_cannot_be_computed_is_not_a_number():
    assert all(
        isnan(value(source)) for source in ("1 + 'x'", "0 div 0", "max('')", "sqrt(-1)", "1 mod 0", "number('')")
    )


def test_dot_is_the_answer_being_given():
    assert value(". >= 0 and . <= 120", here=30.0) is True


def test_position_is_the_row_of_a_repeat():
    assert value("position(..) = 2", position=2) is True


def test_a_bare_name_is_a_column_of_the_choices():
    assert value("cf = ${sí}", cf="1") is True


def test_without_a_clock_there_is_no_today():
    assert evaluate(parse("today()"), Scope()) == ""


def test_only_the_branch_that_is_chosen_is_computed():
    assert value("if(true(), 1, pow(9, 9))") == 1.0


@given(st.integers(-10_000, 10_000), st.integers(-10_000, 10_000))
def test_arithmetic_of_whole_numbers_is_that_of_python(a, b):
    assert value(f"{a} + {b} * 2 - {a}") == float(a + b * 2 - a)


@given(st.booleans(), st.booleans(), st.booleans())
def test_and_binds_closer_than_or(a, b, c):
    words = {True: "true()", False: "false()"}

    assert value(f"{words[a]} or {words[b]} and {words[c]}") is (a or (b and c))


@given(st.floats(allow_nan=True, allow_infinity=True) | st.just(nan))
def test_a_formula_never_fails_whatever_the_number(number):
    for function in ("int", "floor", "ceiling", "round", "abs", "sqrt", "date", "string", "boolean"):
        evaluate(parse(f"{function}(.)"), Scope(here=number))


@given(st.text(max_size=20), st.sampled_from(["date", "number", "string-length", "normalize-space", "count-selected"]))
def test_a_formula_never_fails_whatever_the_words(text, function):
    evaluate(parse(f"{function}(.)"), Scope(here=text))


def test_holds_asks_whether_it_is_true():
    assert (holds(parse("''"), Scope()), holds(parse("'no'"), Scope())) == (False, True)
