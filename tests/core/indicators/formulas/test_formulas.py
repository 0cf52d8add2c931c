import ast
from fractions import Fraction
from math import isfinite
from operator import add, mul, sub, truediv

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tequio.core.indicators.formulas import compute, formula, in_words, names
from tequio.core.indicators.formulas.parsing import parse
from tequio.core.indicators.formulas.tree import Call, Function, Name, Number, Operator, Opposite, Pair, Power
from tequio.core.indicators.units import PLAIN, Unit, unit
from tequio.core.refusals import Refusal
from tests.core.refused import refusal_of

UNITS = {
    "with_water": unit("household"),
    "homes": unit("household"),
    "people": unit("person"),
    "roads": unit("km"),
    "rain": unit("mm"),
    "a": PLAIN,
    "b": PLAIN,
    "c": PLAIN,
}
LEAVES = st.sampled_from(["a", "b", "c", "2", "0.5", "10"])
TEXTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(" ".join).map("({})".format),
        inner.map("-({})".format),
        st.tuples(inner, inner).map(lambda pair: f"max({pair[0]}, {pair[1]})"),
    ),
    max_leaves=12,
)


def test_a_formula_is_read_into_a_tree():
    assert parse("-(a + 2.5) * max(b, c)^2") == Pair(
        Opposite(Pair(Name("a"), Operator.PLUS, Number(2.5))),
        Operator.TIMES,
        Power(Call(Function.MOST, (Name("b"), Name("c"))), 2),
    )


@pytest.mark.parametrize(("text", "expected"), [("8 - 3 - 2", 3), ("8 / 4 / 2", 1), ("2 + 3 * 4", 14), ("-2^2", -4)])
def test_signs_bind_as_in_school(text, expected):
    assert compute(formula(f"{text} + 0 * a", PLAIN, UNITS), {"a": 1}) == expected


@given(TEXTS)
def test_a_formula_means_what_the_same_text_means_to_python(text):
    values = {"a": 1.5, "b": -2.0, "c": 7.0}
    tree = ast.parse(text, mode="eval")

    expected = reference(tree.body, values)
    assume(expected is not None and isfinite(expected) and any(isinstance(n, ast.Name) for n in ast.walk(tree.body)))
    assert compute(formula(f"{text} + 0 * a", PLAIN, UNITS), values) == pytest.approx(expected)


def reference(node, values):
    """A plain walk over Python's own tree; None where something is divided by zero."""
    match node:
        case ast.Constant():
            found = float(node.value)
        case ast.Name():
            found = values[node.id]
        case ast.UnaryOp():
            inner = reference(node.operand, values)
            found = None if inner is None else -inner
        case ast.Call():
            several = [reference(argument, values) for argument in node.args]
            found = None if None in several else max(several)
        case _:
            found = of_two(node.op, reference(node.left, values), reference(node.right, values))
    return found


def of_two(operator, left, right):
    if left is None or right is None or (isinstance(operator, ast.Div) and right == 0):
        return None
    signs = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv}
    return signs[type(operator)](left, right)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("  ", ("formula.empty", {})),
        ("a" * 1001, ("formula.too_long", {"limit": 1000})),
        ("a % b", ("formula.unreadable", {"at": 2, "text": "% b"})),
        ("a ** b", ("formula.unexpected", {"at": 4, "text": "*"})),
        ("a + ", ("formula.unexpected", {"at": 4, "text": ""})),
        ("a b", ("formula.unexpected", {"at": 3, "text": "b"})),
        ("(a + b", ("formula.unexpected", {"at": 7, "text": ""})),
        ("a ^ 9", ("formula.exponent", {"at": 5, "limit": 6})),
        ("a ^ b", ("formula.exponent", {"at": 5, "limit": 6})),
        ("(" * 60 + "a" + ")" * 60, ("formula.too_deep", {"limit": 40})),
        ("__import__('os')", ("formula.unreadable", {"at": 1, "text": "__import__"})),
        ("a.b", ("formula.unreadable", {"at": 2, "text": ".b"})),
        ("1e5 * a", ("formula.unreadable", {"at": 1, "text": "1e5 * a"})),
        ("open(a)", ("formula.unexpected", {"at": 5, "text": "("})),
        ("3 + 4", ("formula.no_variable", {})),
        ("d / a", ("formula.unknown_variable", {"name": "d"})),
        ("abs(a, b)", ("formula.arguments", {"function": "abs", "found": 2})),
        ("max(a)", ("formula.arguments", {"function": "max", "found": 1})),
    ],
)
def test_what_is_no_formula_is_refused_where_it_goes_wrong(text, refusal):
    assert refusal_of(formula, text, PLAIN, UNITS) == refusal


@given(st.text(max_size=40))
def test_any_text_is_a_formula_or_refused(text):
    try:
        found = formula(text, PLAIN, UNITS)
    except Refusal:
        return
    assert set(names(found.tree)) <= set(UNITS)


def test_the_unit_does_the_scaling():
    share = formula("with_water / homes", unit("%"), UNITS)
    density = formula("roads / people", unit("km/100000 person"), UNITS)

    assert compute(share, {"with_water": 97, "homes": 100}) == pytest.approx(97)
    assert compute(density, {"roads": 12, "people": 50_000}) == pytest.approx(24)


@pytest.mark.parametrize(
    ("text", "wanted", "refusal"),
    [
        ("with_water / people", "%", ("formula.other_unit", {"found": "household/person", "wanted": "1"})),
        ("homes + people", "person", ("formula.units_differ", {"left": "household", "right": "person"})),
        ("max(homes, people)", "person", ("formula.units_differ", {"left": "household", "right": "person"})),
        ("roads", "m2", ("formula.other_unit", {"found": "m", "wanted": "m^2"})),
    ],
)
def test_different_things_are_never_mixed(text, wanted, refusal):
    assert refusal_of(formula, text, unit(wanted), UNITS) == refusal


def test_lengths_in_different_units_are_added_as_lengths():
    assert compute(formula("roads + rain", unit("m"), UNITS), {"roads": 1, "rain": 500}) == pytest.approx(1000.5)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"with_water": 1}, ("formula.variable_missing", {"name": "homes"})),
        ({"with_water": 1, "homes": 0}, ("formula.division_by_zero", {})),
        ({"with_water": float("inf"), "homes": 1}, ("formula.not_finite", {})),
        ({"with_water": 1e308, "homes": 1e-308}, ("formula.not_finite", {})),
    ],
)
def test_what_cannot_be_computed_is_refused(values, refusal):
    assert refusal_of(compute, formula("with_water / homes", unit("%"), UNITS), values) == refusal


def test_a_power_that_grows_too_large_is_refused_too():
    assert refusal_of(compute, formula("a^6", PLAIN, UNITS), {"a": 1e100}) == ("formula.not_finite", {})


def test_a_division_shows_its_two_sides():
    share = formula("(homes - with_water) / homes", unit("%"), UNITS)

    assert share.fraction == (Pair(Name("homes"), Operator.MINUS, Name("with_water")), Name("homes"))
    assert formula("homes", unit("household"), UNITS).fraction is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("with_water / homes", "homes with water ÷ homes"),
        ("(homes - with_water) / homes", "(homes − homes with water) ÷ homes"),
        ("a - (b - c)", "a − (b − c)"),
        ("a - b - c", "a − b − c"),
        ("a / (b * c)", "a ÷ (b × c)"),
        ("a * b / c", "a × b ÷ c"),
        ("(a + b)^2 * -c", "(a + b)^2 × (−c)"),
        ("min(a, 2)", "min(a; 2)"),
    ],
)
def test_a_formula_is_told_in_words(text, told):
    assert in_words(parse(text), {"with_water": "homes with water"}) == told


@given(TEXTS)
def test_words_keep_the_meaning(text):
    signs = str.maketrans({"−": "-", "×": "*", "÷": "/", ";": ","})

    assert in_words(parse(in_words(parse(text), {}).translate(signs)), {}) == in_words(parse(text), {})


def test_units_keep_their_exact_scale():
    assert formula("roads / people", unit("km/100000 person"), UNITS).unit == Unit(
        Fraction(1, 100), (("m", 1), ("person", -1))
    )
