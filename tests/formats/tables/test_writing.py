import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from tequio.formats.tables import Row, read, write_csv, write_xlsx
from tests.formats.refusing import refused

VALUES = [
    3,
    -2.5,
    Decimal("0.10"),
    True,
    None,
    date(2017, 9, 19),
    datetime.fromisoformat("2017-09-19T13:14:40"),
    "Ana, «=1»",
]


def test_text_is_quoted_and_numbers_are_not():
    data = b"".join(write_csv(["a", "b"], [VALUES]))

    assert data.decode() == ('"a","b"\r\n3,-2.5,0.10,"true","","2017-09-19","2017-09-19T13:14:40","Ana, «=1»"\r\n')


def test_a_mark_comes_first_for_excel():
    assert b"".join(write_csv(["año"], [], mark=True)) == b'\xef\xbb\xbf"a\xc3\xb1o"\r\n'


def test_formulas_are_quoted_in_headers_and_cells():
    data = b"".join(write_csv(["=a"], [["=1+1"], ["\tb"], ["-5"], ["\0=x"]]))

    assert list(csv.reader(StringIO(data.decode(), newline=""))) == [["'=a"], ["'=1+1"], ["'\tb"], ["-5"], ["'=x"]]


def test_long_tables_come_in_pieces():
    pieces = list(write_csv(["a", "b"], [["x" * 1000, index] for index in range(200)]))

    assert (len(pieces), len(read(b"".join(pieces)).rows)) == (4, 200)


def test_a_workbook_keeps_the_types_of_its_cells():
    data = write_xlsx(["a"], [[value] for value in VALUES])

    sheet = load_workbook(BytesIO(data)).active

    found = [cell.value for cell in sheet["A"]][1:]
    assert found == [
        3,
        -2.5,
        0.1,
        True,
        None,
        datetime.fromisoformat("2017-09-19"),
        datetime.fromisoformat("2017-09-19T13:14:40"),
        "Ana, «=1»",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", "\uff1dA1", "http://example.org", "{=1}", "007", "1e5"])
def test_text_in_a_workbook_is_text(text):
    sheet = load_workbook(BytesIO(write_xlsx([text], [[text]]))).active

    assert [(cell.value, cell.data_type) for cell in sheet["A"]] == [(text, "s"), (text, "s")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10**18 + 1, "1000000000000000001"),
        (Decimal("0.12345678901234567890"), "0.12345678901234567890"),
        (float("nan"), "nan"),
        (date(1810, 9, 16), "1810-09-16"),
        (datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01T00:00:00+00:00"),
        (datetime.fromisoformat("2026-01-01T00:00:00.000005"), "2026-01-01T00:00:00.000005"),
    ],
)
def test_values_that_a_workbook_would_spoil_are_written_as_text(value, text):
    assert read(write_xlsx(["a", "b"], [["1", value]])).rows == (Row(2, ("1", text)),)


def test_a_text_that_a_workbook_would_cut_is_refused():
    expected = ("workbook.cell_too_long", {"line": 2, "limit": 32_767})

    assert refused(write_xlsx, ["a"], [["x" * 32_768]]) == expected


def test_the_same_table_gives_the_same_workbook():
    assert write_xlsx(["a"], [["1"]]) == write_xlsx(["a"], [["1"]])
