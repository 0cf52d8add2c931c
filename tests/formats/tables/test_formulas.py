import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.formats.tables.formulas import defused, restored

TRIGGERS = (
    "=",
    "+",
    "-",
    "@",
    "|",
    "%",
    "\t",
    "\r",
    "\n",
    "\0",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
    "\ufe66",
    "\ufe62",
    "\ufe63",
    "\ufe6b",
)
NEAR_FORMULAS = st.text(alphabet="=+-@|%\uff1d\uff0b'\t\r\n ,;(!1a.", max_size=12)


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_text_that_starts_a_formula_gets_a_quote_mark(trigger):
    assert defused(f"{trigger}cmd") == f"'{trigger}cmd"


def test_spaces_before_a_formula_do_not_hide_it():
    assert defused(" \u00a0=1+1") == "' \u00a0=1+1"


@pytest.mark.parametrize("number", ["-5", "+5", "-1,234.50", "12%", "-0.5%", "1234"])
def test_numbers_stay_as_they_are(number):
    assert defused(number) == number


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("agua;=1+1", "agua;'=1+1"),
        ("agua,\uff1dHYPERLINK()", "agua,'\uff1dHYPERLINK()"),
        ("lista\n=cmd|' /C calc'!A0", "lista\n'=cmd|' /C calc'!A0"),
        ("a\t@SUM(1)", "a\t'@SUM(1)"),
        ("a|-2+cmd|' /C calc'!A0", "a|'-2+cmd|' /C calc'!A0"),
    ],
)
def test_a_formula_after_a_separator_gets_one_too(text, safe):
    assert defused(text) == safe


@pytest.mark.parametrize(
    "prose", ["Pedimos:\n- agua\n- luz", "Gracias, @ana", "5 + 5 = 10", "Ana, Beto y Caro", "'Tequio'"]
)
def test_prose_is_left_alone(prose):
    assert defused(prose) == prose


@given(st.text() | NEAR_FORMULAS)
def test_what_was_defused_reads_back_as_it_was(text):
    assert restored(defused(text)) == text


@given(NEAR_FORMULAS)
def test_no_piece_between_separators_starts_with_an_equals_sign(text):
    pieces = re.split(r"[,;|\t\r\n]", defused(text))

    assert [piece for piece in pieces if re.match(r"\s*[=\uff1d]", piece)] == []


@given(NEAR_FORMULAS)
def test_no_cell_starts_with_a_trigger_unless_it_is_a_number(text):
    safe = defused(text)

    assert re.match(r"\s*[=+\-@|%\uff1d\uff0b]|[\t\r]", safe) is None or re.fullmatch(r"[+-]?\d[\d.,]*%?", safe)
