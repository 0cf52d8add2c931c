from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.indicators.units import PLAIN, UNITS, Unit, convert, told, unit
from tests.core.refused import refusal_of

FACTORS = st.sampled_from(["1", "%", "household", "km", "m2", "L", "a", "kWh", "100000 person", "t"])
TEXTS = st.lists(FACTORS, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", PLAIN),
        ("%", Unit(Fraction(1, 100))),
        ("household", Unit(Fraction(1), (("household", 1),))),
        ("km/100000 person", Unit(Fraction(1, 100), (("m", 1), ("person", -1)))),
        ("ug/m3", Unit(Fraction(1, 10**6), (("g", 1), ("m", -3)))),
        ("subscription/100 household", Unit(Fraction(1, 100), (("household", -1), ("subscription", 1)))),
        ("m^2", Unit(Fraction(1), (("m", 2),))),
        ("person/person", PLAIN),
        ("L*km/a", Unit(Fraction(1, 31_557_600), (("m", 4), ("s", -1)))),
    ],
)
def test_a_unit_is_read(text, expected):
    assert unit(text) == expected


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", ("unit.malformed", {"text": ""})),
        ("km//h", ("unit.malformed", {"text": "km//h"})),
        ("0 person", ("unit.malformed", {"text": "0 person"})),
        ("km per person", ("unit.malformed", {"text": "km per person"})),
        ("5^2", ("unit.malformed", {"text": "5^2"})),
        ("QQ", ("unit.unknown", {"name": "QQ"})),
        ("Household", ("unit.unknown", {"name": "Household"})),
        ("k" * 200, ("unit.malformed", {"text": "k" * 120})),
    ],
)
def test_what_is_no_unit_is_refused(text, refusal):
    assert refusal_of(unit, text) == refusal


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [(2, "ha", "m2", 20_000), (1, "kWh", "MJ", 3.6), (36.525, "L/a", "L/d", 0.1), (5, "1", "%", 500)],
)
def test_a_value_is_expressed_in_another_unit(value, source, target, expected):
    assert convert(value, unit(source), unit(target)) == pytest.approx(expected)


def test_what_is_of_another_kind_is_not_converted():
    assert refusal_of(convert, 1, unit("household"), unit("person")) == (
        "unit.other_kind",
        {"given": "household", "wanted": "person"},
    )


@given(TEXTS, TEXTS)
def test_dividing_by_a_unit_undoes_multiplying_with_it(one, other):
    assert unit(one) * unit(other) / unit(other) == unit(one)


@given(TEXTS, st.floats(1e-6, 1e6))
def test_there_and_back_is_the_same_value(text, value):
    found = unit(text)
    base = Unit(Fraction(1), found.powers)

    assert convert(convert(value, found, base), base, found) == pytest.approx(value)


def test_the_kind_of_a_unit_is_told_in_a_line():
    assert [told(unit(text)) for text in ("%", "km/100000 person", "L/d/person")] == ["1", "m/person", "m^3/person/s"]


def test_units_of_one_kind_are_like_each_other():
    assert {name for name, found in UNITS.items() if found.like(unit("J"))} == {
        *("J", "MJ", "GJ", "TJ"),
        *("kWh", "MWh", "GWh"),
    }
