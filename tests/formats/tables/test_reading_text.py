import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio.core.refusals import Refusal
from tequio.formats.tables import Dialect, Limits, Row, Table, read, write_csv
from tequio.formats.tables.formulas import restored
from tests.formats.refusing import refused


def test_a_text_table_has_its_columns_rows_and_lines():
    data = b"name,words\r\nAna,water\r\n\r\nBeto,light\r\n"

    table = read(data)

    rows = (Row(2, ("Ana", "water")), Row(4, ("Beto", "light")))
    assert table == Table(("name", "words"), rows, (), Dialect("utf-8", ","))


def test_the_line_of_a_row_is_where_its_record_starts():
    data = 'quién;dijo\nAna;"agua\nluz\n\ncalles"\nBeto;"una ""plaza"""\n'.encode()

    table = read(data)

    assert table.rows == (Row(2, ("Ana", "agua\nluz\n\ncalles")), Row(6, ("Beto", 'una "plaza"')))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_as_one_line(end):
    assert read(end.join(["a,b", "1,2", "3,4"]).encode()).rows == (Row(2, ("1", "2")), Row(3, ("3", "4")))


def test_a_declared_separator_is_not_a_row():
    assert read(b"sep=;\na;b\n1;2\n").rows == (Row(3, ("1", "2")),)


def test_a_table_of_one_column_keeps_its_commas():
    table = read(b'necesidad\nAgua, luz\n"Calles, y ""parques"""\n')

    assert (table.columns, table.rows) == (("necesidad",), (Row(2, ("Agua, luz",)), Row(3, ('Calles, y "parques"',))))


def test_rows_that_are_longer_or_shorter_keep_their_cells():
    assert read(b"a,b\n1,2,3\n4\n5,6\n7,8\n9,0,,\n").rows == (
        Row(2, ("1", "2", "3")),
        Row(3, ("4",)),
        Row(4, ("5", "6")),
        Row(5, ("7", "8")),
        Row(6, ("9", "0")),
    )


def test_blank_rows_and_blank_cells_at_the_end_are_left_out():
    table = read(b"\n a  b ,c,,\n1,2,,\n,,,\n 3 ,4,,\n")

    assert (table.columns, table.rows) == (("a b", "c"), (Row(3, ("1", "2")), Row(5, ("3 ", "4"))))


def test_an_empty_column_without_name_is_left_out():
    table = read(b",a,,b\n,1,,2\n,3,,4\n")

    assert (table.columns, table.rows) == (("a", "b"), (Row(2, ("1", "2")), Row(3, ("3", "4"))))


@pytest.mark.parametrize(
    "data", [b"", b"\n\r\n  \n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", b"\xff\xfe", b"\0\0\0", b" " * 3000]
)
def test_a_file_with_nothing_is_refused(data):
    assert refused(read, data, "needs.csv") == ("table.empty", {"file": "needs.csv"})


def test_a_header_alone_is_refused():
    assert refused(read, b"a,b\n,\n") == ("table.no_rows", {"file": ""})


def test_a_column_with_content_and_no_name_is_refused_with_the_letter_of_a_spreadsheet():
    assert refused(read, b"a,,c\n1,,2\n3,x,4\n") == ("table.blank_column", {"column": "B", "line": 3, "file": ""})


def test_repeated_names_are_refused():
    expected = ("table.repeated_columns", {"columns": "a, b", "file": ""})

    assert refused(read, b"b,a,c,b, a \n1,2,3,4,5\n") == expected


def test_a_quote_that_never_closes_is_refused_where_it_opens():
    assert refused(read, b'a,b\n1,2\n3,"4\n5,6\n7,8\n') == ("table.open_quote", {"line": 3, "file": ""})


@pytest.mark.parametrize("data", [b'a\n1\n"', b'a,b\n1,2\n3,"'])
def test_a_quote_that_opens_on_the_last_character_is_refused(data):
    assert refused(read, data) == ("table.open_quote", {"line": 3, "file": ""})


def test_a_cell_that_is_too_long_is_refused_with_its_line():
    expected = ("table.cell_too_long", {"line": 2, "limit": 5, "file": ""})

    assert refused(read, b"a,b\n1,sixsix\n", limits=Limits(cell=5)) == expected


def test_a_cell_longer_than_the_reader_takes_is_refused_too():
    data = b'a,b\n1,"' + b"x" * 140_000 + b'"\n'

    assert refused(read, data) == ("table.cell_too_long", {"line": 2, "limit": 20_000, "file": ""})


def test_too_many_rows_are_refused():
    expected = ("table.too_many_rows", {"limit": 2, "file": ""})

    assert refused(read, b"a,b\n1,2\n3,4\n5,6\n", limits=Limits(rows=2)) == expected


@pytest.mark.parametrize("data", [b"a,b,c\n1,2,3\n", b"a,b\n1,2\n1,2\n1,2,3\n"])
def test_too_many_columns_are_refused(data):
    assert refused(read, data, limits=Limits(columns=2)) == ("table.too_many_columns", {"limit": 2, "file": ""})


def test_too_much_text_in_all_is_refused():
    assert refused(read, b"a,b\n1,2\n3,4\n", limits=Limits(text=5)) == ("table.too_heavy", {"file": ""})


def test_a_file_that_is_too_large_is_refused_before_it_is_opened(tmp_path):
    path = tmp_path / "needs.csv"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    assert refused(read, path) == ("table.too_large", {"limit_mb": 20, "file": "needs.csv"})


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\r\n"))
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(TEXT, min_size=width, max_size=width), min_size=1, max_size=6)
)


@settings(deadline=None)
@given(TABLES, st.booleans())
def test_what_is_written_reads_back_as_it_was(cells, mark):
    columns = [f"column {index}" for index in range(len(cells[0]))]

    table = read(b"".join(write_csv(columns, [["first", *row[1:]] for row in cells], mark=mark)))

    assert [row.cells for row in table.rows] == [("first", *row[1:]) for row in cells]


@settings(deadline=None)
@given(TABLES)
def test_tables_of_other_programs_have_the_cells_that_were_written(cells):
    out = StringIO(newline="")
    rows = [("1", *row[1:]) for row in cells]
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([[f"c{index}" for index in range(len(cells[0]))], *rows])

    table = read(out.getvalue().encode())

    assert [row.cells for row in table.rows] == [tuple(map(restored, row)) for row in rows]


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_table_or_a_refusal(data):
    try:
        found = type(read(data))
    except Refusal as refusal:
        found = refusal.code.split(".")[0]

    assert found in {Table, "table"}
