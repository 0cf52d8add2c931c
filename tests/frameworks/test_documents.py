import ast
import operator
import re
from math import isclose, sqrt

import pytest

from tequio.core.linting import Code
from tequio.frameworks.documents import Status, Table, findings, inconsistencies

WORK = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}
SIGNS = str.maketrans({"−": "-", "×": "*", "²": "**2"})


def worked(text):
    """The value of a working such as "13 + 1 + 2" or "1.96 × √(0.25 / 120)"."""
    return value(
        ast.parse(
            re.sub(r"√\(([^)]*)\)", r"root(\1)", text.strip()).translate(SIGNS).replace("²", "**2"), mode="eval"
        ).body
    )


def value(node):
    match node:
        case ast.BinOp():
            return WORK[type(node.op)](value(node.left), value(node.right))
        case ast.UnaryOp():
            return -value(node.operand)
        case ast.Call():
            return sqrt(value(node.args[0]))
        case ast.Constant():
            return node.value
    raise ValueError(ast.dump(node))


def equations():
    for one in inconsistencies():
        for clause in one.arithmetic.split(";"):
            if "=" in clause or "≠" in clause:
                yield one.key, clause.strip()


@pytest.mark.parametrize(("key", "clause"), list(equations()))
def test_every_working_comes_out_as_written(key, clause):
    if "≠" in clause:
        left, right = clause.split("≠")
        assert worked(left) != worked(right)
    else:
        left, right = clause.split("=")
        digits = len(right.strip().partition(".")[2])
        assert isclose(worked(left), worked(right), abs_tol=0.5 * 10**-digits)


def test_every_inconsistency_is_told_in_both_languages_with_its_place():
    found = inconsistencies()

    assert len(found) == len({one.key for one in found}) == 22
    assert [one.key for one in found if not re.match(r"00[0-4]:L\d", one.place)] == []
    texts = [(one.key, text) for one in found for text in (one.title, one.says, one.why)]
    assert [key for key, text in texts if not (text.get("es") and text.get("en"))] == []
    assert {one.status for one in found} == set(Status)


def test_the_first_wave_of_interviews_adds_up_once_the_letter_is_read_as_a_one():
    found = findings(Table.TABLE_1)

    assert [(each.code, each.arithmetic) for each in found] == [
        (Code.SUM_DIFFERS, "19 + 4 + 4 + 2 = 29; 29 ≠ 30; 30 − 29 = 1"),
        (Code.SUM_UNREAD, "30 − 29 = 1"),
        (Code.COUNT_UNREAD, ""),
    ]
    assert found[1].facts == {"label": "Political party", "unread": "I", "missing": "1"}


def test_what_readers_wrote_of_table_4_is_what_the_linter_finds():
    told = {one.key: one.arithmetic for one in inconsistencies()}
    found = {(each.code, each.where): each.arithmetic for each in findings(Table.TABLE_4)}

    assert found[Code.SUM_DIFFERS, "kpis"].replace(" 128 ≠ 91;", "") == told["t4_sum"]
    assert found[Code.COLUMN_SHIFTED, "dimension"] == told["t4_dimensions"]
    assert found[Code.SUBTOTAL_DIFFERS, "6.5"] == told["priority_65"]
    for code, where, key in [
        (Code.SUBTOTAL_COUNTS_TWICE, "6.2", "priority_62"),
        (Code.SUBTOTAL_COUNTS_TWICE, "6.4", "priority_64"),
        (Code.LEFT_OUT, "6.1 … 6.7", "priorities_total"),
    ]:
        assert told[key].endswith(found[code, where])
