from datetime import date, datetime, time, timedelta
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tequio.core.refusals import Refusal
from tequio.formats.tables import Limits, Note, Row, Table, read, write_xlsx
from tests.formats.refusing import refused
from tests.formats.tables.books import book, row, zipped


def saved(*rows, **sheets):
    """A workbook with these rows in its first sheet and more sheets by name."""
    workbook = Workbook()
    first = workbook.active
    for cells in rows:
        first.append(cells)
    for name, cells in sheets.items():
        workbook.create_sheet(name).append(cells)
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_a_sheet_has_its_columns_rows_and_row_numbers():
    data = saved(["nombre", "dijo"], ["Ana", "agua"], [], ["Beto", None])

    table = read(data)

    assert table == Table(("nombre", "dijo"), (Row(2, ("Ana", "agua")), Row(4, ("Beto", ""))))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (-1.5, "-1.5"),
        (True, "true"),
        (date(2017, 9, 19), "2017-09-19"),
        (datetime.fromisoformat("2017-09-19T13:14:40"), "2017-09-19T13:14:40"),
        (time(13, 14), "13:14:00"),
        (timedelta(hours=26, minutes=3), "26:03:00"),
        ("=1+", ""),
        ("#N/A", ""),
        ("a\nb", "a\nb"),
    ],
)
def test_values_are_read_as_the_text_that_people_see(value, text):
    assert read(saved(["a", "b"], ["first", value])).rows == (Row(2, ("first", text)),)


def test_errors_and_formulas_without_a_result_are_blank_and_noted():
    table = read(saved(["a", "b"], ["1", "#N/A"], ["2", "=A2*2"], ["3", "4"]))

    assert table.notes == (Note("table.unread_cells", {"count": 2, "first": "B2"}),)


def test_the_first_visible_sheet_with_rows_is_read_and_the_others_named():
    workbook = Workbook()
    workbook.active.title = "Portada"
    workbook.create_sheet("Oculta").append(["x"])
    workbook["Oculta"].sheet_state = "hidden"
    for name in ("Necesidades", "Catálogo", "Vacía"):
        workbook.create_sheet(name)
    workbook["Necesidades"].append(["a"])
    workbook["Necesidades"].append(["1"])
    workbook["Catálogo"].append(["b"])
    out = BytesIO()
    workbook.save(out)

    table = read(out.getvalue())

    note = Note("table.other_sheets", {"sheet": "Necesidades", "others": "Catálogo"})
    assert table == Table(("a",), (Row(2, ("1",)),), (note,))


def test_a_title_above_a_shifted_table_keeps_row_numbers():
    data = book(row("", "nombre", "dijo", line=4) + row("", "Ana", "agua", line=9))

    table = read(data)

    assert (table.columns, table.rows) == (("nombre", "dijo"), (Row(9, ("Ana", "agua")),))


def test_formatted_runs_are_joined_and_pronunciations_left_out():
    runs = "<si><r><t>ag</t></r><r><rPr><b/></rPr><t>ua</t></r><rPh><t>x</t></rPh></si>"
    controls = "<si><t>a_x000D_b_x005F_x0041_</t></si>"
    data = book(row("a", "b") + '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', strings=runs + controls)

    assert read(data).rows == (Row(2, ("agua", "a\rb_x0041_")),)


def test_an_empty_workbook_and_a_header_alone_are_refused():
    found = [refused(read, saved(), "n.xlsx"), refused(read, saved(["a", "b"]), "n.xlsx")]

    assert found == [("table.empty", {"file": "n.xlsx"}), ("table.no_rows", {"file": "n.xlsx"})]


def test_limits_hold_for_sheets():
    data = saved(["a", "b"], ["1", "sixsix"], ["2", "3"])
    limits = [Limits(cell=5), Limits(columns=1), Limits(rows=1), Limits(text=10), Limits(unpacked=1000)]

    assert [refused(read, data, limits=limit) for limit in limits] == [
        ("table.cell_too_long", {"line": 2, "limit": 5, "file": ""}),
        ("table.too_many_columns", {"limit": 1, "file": ""}),
        ("table.too_many_rows", {"limit": 1, "file": ""}),
        ("table.too_heavy", {"file": ""}),
        ("table.too_heavy", {"file": ""}),
    ]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"word/document.xml": "", "[Content_Types].xml": ""}, ("table.not_a_table", {"kind": "Word"})),
        ({"xl/workbook.bin": "", "[Content_Types].xml": ""}, ("table.old_excel", {})),
        ({"photo.jpg": ""}, ("table.not_a_table", {"kind": "ZIP"})),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, ("table.open_document", {})),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, ("table.not_a_table", {"kind": "ZIP"})),
        ({"[Content_Types].xml": "not xml"}, ("table.damaged", {})),
    ],
)
def test_other_zips_are_refused_by_what_they_are(members, expected):
    code, facts = expected

    assert refused(read, zipped(members), "needs.xlsx") == (code, {**facts, "file": "needs.xlsx"})


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ("table.old_excel", {})),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ("table.locked", {})),
        (b"%PDF-1.7 ...", ("table.not_a_table", {"kind": "PDF"})),
        (b"\x89PNG\r\n", ("table.not_a_table", {"kind": "PNG"})),
        (b" <!DOCTYPE html><html>", ("table.not_a_table", {"kind": "HTML"})),
        (b"PK\x03\x04 and no more", ("table.damaged", {})),
    ],
)
def test_other_files_are_refused_whatever_their_name(data, expected):
    code, facts = expected

    assert refused(read, data, "needs.csv") == (code, {**facts, "file": "needs.csv"})


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\0"))


@settings(deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_what_is_written_reads_back_as_it_was(cells):
    data = write_xlsx(["a", "b", "c"], [("first", *row) for row in cells])

    table = read(data)

    assert [row.cells for row in table.rows] == [("first", *row) for row in cells]


GOOD = write_xlsx(["a", "b"], [("1", "dos")])


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_a_workbook_with_a_spoilt_byte_gives_a_table_or_a_refusal(position, change):
    data = bytearray(GOOD)
    data[position] ^= change

    try:
        found = type(read(bytes(data)))
    except Refusal as refusal:
        found = refusal.code.split(".")[0]

    assert found in {Table, "table"}
