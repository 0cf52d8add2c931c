from decimal import Decimal
from importlib.resources import files

import pytest

from tequio.core.linting import Code, PrintedTable, Row, Sum, lint
from tequio.formats.described_tables import Description, described_table, description_of
from tequio.formats.yaml_lines import read
from tests.formats.refusing import refused

TABLE = (
    'Theme,Dimension,KPIs,Codes,Right\nAir,  Env ,4,a1  a2,Env\nMoney,--,—,,--\nParty,X,I,,\nPeople,Soc,"1,234.5",,\n'
)
DESCRIPTION = b"""\
label: theme
group: DIMENSION
count: kpis
members: codes
expected_group: right
stated:
  total: 91
  sums:
    - {name: "6.5", rows: [Air, Money], total: 6}
"""
EXAMPLE = files("tequio.frameworks") / "document_checks"


def test_a_table_and_its_description_become_rows_with_their_lines():
    assert described_table(TABLE.encode(), DESCRIPTION) == PrintedTable(
        (
            Row(2, "Air", "Env", Decimal(4), "", ("a1", "a2"), "Env"),
            Row(3, "Money"),
            Row(4, "Party", "X", None, "I"),
            Row(5, "People", "Soc", Decimal("1234.5")),
        ),
        Decimal(91),
        (Sum("6.5", ("Air", "Money"), Decimal(6)),),
        count="kpis",
        group="DIMENSION",
        members="codes",
        expected="right",
    )


def test_label_and_count_are_enough():
    assert description_of(read(b"{label: a, count: b}")) == Description({"label": "a", "count": "b"})


@pytest.mark.parametrize(
    ("description", "code", "facts"),
    [
        (b"- a", "described.shape", {"line": 1}),
        (b"label: [a]\ncount: b", "described.shape", {"line": 1}),
        (b"label: a\ncount:\n", "described.shape", {"line": 2}),
        (b"label: a\ncount: b\nstated: {sums: 3}", "described.shape", {"line": 3}),
        (b"label: a\n", "described.column_needed", {"line": 1, "name": "count"}),
        (
            b"label: a\ncount: b\nstated: {sums: [{name: x, rows: []}]}",
            "described.column_needed",
            {"line": 3, "name": "total"},
        ),
        (b"label: a\ncount: b\nstated: {total: many}", "described.not_a_number", {"line": 3, "text": "many"}),
    ],
)
def test_a_description_that_cannot_be_followed_is_refused_with_its_line(description, code, facts):
    assert refused(description_of, read(description)) == (code, facts)


def test_a_name_that_is_not_known_is_refused_with_those_that_are():
    found = refused(description_of, read(b"label: a\ncount: b\nmemebers: c\n"))

    known = "count, expected_group, group, label, members, stated"
    assert found == ("described.unknown_name", {"line": 3, "name": "memebers", "known": known})


def test_a_column_that_is_not_there_is_refused_with_those_that_are():
    found = refused(described_table, b"a,b\n1,2\n", b"{label: a, count: kpis}")

    assert found == ("described.column_missing", {"column": "kpis", "columns": "a, b"})


def test_the_fourth_table_of_document_004_comes_out_as_its_readers_worked_it_out():
    found = lint(described_table((EXAMPLE / "table4.csv").read_bytes(), (EXAMPLE / "table4.yaml").read_bytes()))

    told = {(each.code, each.where): each.arithmetic for each in found}
    assert told[Code.SUM_DIFFERS, "kpis"].endswith("= 128; 128 ≠ 91; 128 − 91 = 37")
    assert told[Code.SUM_EXPLAINED, "kpis"].endswith("45 + 4 + 4 + 13 + 6 + 2 + 5 + 9 + 2 + 1 = 91")
    assert told[Code.COLUMN_SHIFTED, "dimension"] == "10/20 → 19/20"
    assert told[Code.SUBTOTAL_DIFFERS, "6.5"] == "13 + 1 + 2 = 16; 6 ≠ 16; 16 − 6 = 10"
    assert told[Code.LEFT_OUT, "6.1 … 6.7"] == "91 − 78 = 13"
    assert [each.where for each in found if each.code is Code.PART_NESTED] == [
        "L11 · Recreation",
        "L13 · Solid Waste",
        "L15 · Telecommunications",
        "L16 · Transportation",
        "L18 · Urban Planning",
        "L19 · Drainage",
        "L20 · Water",
    ]
    assert [(each.where, each.arithmetic) for each in found if each.code is Code.SUBTOTAL_COUNTS_TWICE] == [
        ("6.2", "54 − 49 = 5"),
        ("6.4", "48 − 46 = 2"),
        ("6.5", "16 − 15 = 1"),
    ]
