import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.refusals import Refusal
from tequio.core.surveys.expressions import parse
from tequio.core.surveys.expressions.tree import (
    Call,
    Chain,
    Column,
    Here,
    Literal,
    Negation,
    Operator,
    Question,
)
from tests.core.refused import refusal_of

ONE, TWO, THREE = Literal(1.0), Literal(2.0), Literal(3.0)
PIECES = st.sampled_from(
    [
        "${edad}",
        "1",
        "'sí'",
        ".",
        "(",
        ")",
        ",",
        "+",
        "-",
        "*",
        "and",
        "or",
        "div",
        "=",
        "<=",
        "not(",
        "if(",
        "$",
        "“",
        "a",
    ]
)


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("1", ONE),
        (" .5 ", Literal(0.5)),
        ("'sí'", Literal("sí")),
        ('"it\'s"', Literal("it's")),
        ("${ edad }", Question("edad", 1)),
        (".", Here()),
        ("region", Column("region", 1)),
        ("-1", Negation(ONE)),
        ("- - 1", ONE),
        ("(1)", ONE),
        ("true()", Call("true", (), 1)),
        ("selected (., 'a')", Call("selected", (Here(), Literal("a")), 1)),
        ("position(..)", Call("position", (), 1)),
        ("1 - 2 - 3", Chain(ONE, ((Operator.MINUS, TWO), (Operator.MINUS, THREE)))),
        ("1 + 2 * 3", Chain(ONE, ((Operator.PLUS, Chain(TWO, ((Operator.TIMES, THREE),))),))),
        ("(1 + 2) * 3", Chain(Chain(ONE, ((Operator.PLUS, TWO),)), ((Operator.TIMES, THREE),))),
        ("1 = 2 or 3", Chain(Chain(ONE, ((Operator.EQUAL, TWO),)), ((Operator.OR, THREE),))),
        ("div div mod", Chain(Column("div", 1), ((Operator.DIVIDED, Column("mod", 9)),))),
    ],
)
def test_a_formula_is_read_by_the_precedence_of_xpath(source, tree):
    assert parse(source).tree == tree


def test_a_formula_keeps_its_text_and_tells_whom_it_asks():
    found = parse("cf = ${estado} and not(selected(${uso}, 'agua'))")

    assert found.source == "cf = ${estado} and not(selected(${uso}, 'agua'))"
    assert found.questions() == (Question("estado", 6), Question("uso", 33))
    assert found.columns() == (Column("cf", 1),)


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        ("", ("expression.empty", {})),
        ("  ", ("expression.empty", {})),
        ("1 +", ("expression.ends_too_soon", {"at": 4})),
        ("(1", ("expression.ends_too_soon", {"at": 3})),
        ("1 2", ("expression.unexpected", {"found": "2", "at": 3})),
        ("1 == 2", ("expression.unexpected", {"found": "=", "at": 4})),
        ("because it is so", ("expression.unexpected", {"found": "it", "at": 9})),
        ("a ! b", ("expression.unknown_sign", {"sign": "!", "at": 3})),
        ("'no", ("expression.open_quote", {"at": 1})),
        ("1 = “sí”", ("expression.curly_quotes", {"sign": "“", "at": 5})),
        ("${edad", ("expression.open_name", {"at": 1})),
        ("${mi edad}", ("expression.open_name", {"at": 1})),
        ("../edad", ("expression.path_not_supported", {"found": "..", "at": 1})),
        ("/data/edad", ("expression.path_not_supported", {"found": "/", "at": 1})),
        ("a[1]", ("expression.path_not_supported", {"found": "[", "at": 2})),
        ("1 + pulldata('f', 'n')", ("expression.function_not_supported", {"function": "pulldata", "at": 5})),
        ("sumar(1)", ("expression.unknown_function", {"function": "sumar", "at": 1})),
        ("if(1, 2)", ("expression.arguments", {"function": "if", "least": 3, "most": 3, "given": 2, "at": 1})),
        ("true(1)", ("expression.arguments", {"function": "true", "least": 0, "most": 0, "given": 1, "at": 1})),
        ("regex(., '(a')", ("pattern.unfinished", {"at": 1})),
        ("(" * 41 + "1", ("expression.too_deep", {"at": 41, "limit": 40})),
        ("1" * 10_001, ("expression.too_long", {"limit": 10_000})),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(source, refusal):
    assert refusal_of(parse, source) == refusal


def test_a_long_row_of_terms_is_no_deep_nest():
    assert len(parse(" or ".join(["1"] * 2_000)).tree.rest) == 1_999


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=30))
def test_any_text_is_read_or_refused_with_a_place_in_it(source):
    try:
        place = parse(source).questions()[-1:] and 1
    except Refusal as refusal:
        place = refusal.facts.get("at", 1)

    assert not place or 1 <= place <= len(source) + 1
