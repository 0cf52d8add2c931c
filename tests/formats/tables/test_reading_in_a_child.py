from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from tequio.formats.tables import Limits, read, read_in_child, write_csv, write_xlsx
from tests.formats.refusing import refused
from tests.formats.tables.books import MAIN, book, row

COLUMNS = ["quién", "dijo"]
ROWS = [("Ana", "Más árboles 🌳\nen la colonia"), ("Beto", "=1+1"), ("Caro", "\t\r\n'")]
CELL = "<c><v>1</v></c>"


@pytest.mark.parametrize(
    "data", [b"".join(write_csv(COLUMNS, ROWS)), write_xlsx(COLUMNS, ROWS)], ids=["text", "workbook"]
)
def test_a_child_reads_what_this_process_reads(data):
    assert read_in_child(data) == read(data)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"])
def test_a_child_knows_every_encoding(encoding):
    data = "qué;dónde\náéíóúñ;Coyoacán\n".encode(encoding)

    assert read_in_child(data) == read(data)


def test_a_refusal_comes_back_whole_and_names_the_file(tmp_path):
    path = tmp_path / "needs.xlsx"
    path.write_bytes(b"a,b\n1,2\n1,3\n")

    found = refused(read_in_child, path, limits=Limits(rows=1))

    assert found == ("table.too_many_rows", {"limit": 1, "file": "needs.xlsx"})


def test_a_member_that_says_it_is_huge_is_not_unpacked():
    data = book(" " * 5_000_000)

    assert refused(read_in_child, data, limits=Limits(unpacked=1_000_000)) == ("table.too_heavy", {"file": ""})


def test_a_member_that_lies_about_its_size_is_damage():
    honest = book(row("a") + row("b") + " " * 100_000)
    lying = bytearray(honest)
    start = honest.rindex(b"PK\x01\x02", 0, honest.rindex(b"xl/worksheets/sheet1.xml"))
    lying[start + 24 : start + 28] = (50).to_bytes(4, "little")

    assert refused(read_in_child, bytes(lying)) == ("table.damaged", {"file": ""})


def test_members_that_share_their_bytes_are_damage():
    out = BytesIO(book(row("a") + row("b")))
    with ZipFile(out, "a", ZIP_DEFLATED) as package:
        twin = ZipInfo("xl/more.xml")
        first = package.getinfo("xl/worksheets/sheet1.xml")
        for name in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
            setattr(twin, name, getattr(first, name))
        package.filelist.append(twin)
        package.NameToInfo[twin.filename] = twin
        package._didModify = True

    assert refused(read_in_child, out.getvalue()) == ("table.damaged", {"file": ""})


def test_entities_that_multiply_are_damage():
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    strings = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{laughs}]><sst xmlns="{MAIN}"><si><t>&l9;</t></si></sst>'
    data = book(row("a") + row("b"), **{"xl__sharedStrings.xml": strings})

    assert refused(read_in_child, data) == ("table.damaged", {"file": ""})


def test_entities_from_elsewhere_are_damage(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("CURP")
    strings = f'<!DOCTYPE sst [<!ENTITY s SYSTEM "{secret.as_uri()}">]><sst xmlns="{MAIN}"><si><t>&s;</t></si></sst>'
    data = book(row("a") + '<row><c t="s"><v>0</v></c></row>', **{"xl__sharedStrings.xml": strings})

    assert refused(read_in_child, data) == ("table.damaged", {"file": ""})


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is():
    head = '<dimension ref="A1:XFD1048576"/>'
    data = book(row("a", "b") + row("1", "2", line=1_048_576), head=head)

    assert [(r.line, r.cells) for r in read_in_child(data).rows] == [(1_048_576, ("1", "2"))]


def test_a_cell_in_the_last_column_is_too_many_columns():
    far = '<row r="2"><c r="XFD2"><v>1</v></c></row>'

    assert refused(read_in_child, book(row("a", "b") + far)) == ("table.too_many_columns", {"limit": 200, "file": ""})


def test_one_long_text_used_by_many_cells_is_too_heavy():
    strings = f"<si><t>{'x' * 20_000}</t></si>"
    wide = "<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>"
    names = row(*(f"c{index}" for index in range(100)))

    found = refused(read_in_child, book(names + wide * 40, strings=strings))

    assert found == ("table.too_heavy", {"file": ""})


def test_more_memory_than_allowed_is_too_heavy():
    strings = f"<si><t>{'x' * 19_000}</t></si>" * 5_000

    assert refused(read_in_child, book(row("a"), strings=strings), limits=Limits(memory_mb=100)) == (
        "table.too_heavy",
        {"file": ""},
    )


def test_more_time_than_allowed_is_told():
    names = row(*(f"c{index}" for index in range(100)))
    slow = book(names + f"<row>{CELL * 100}</row>" * 12_000)

    assert refused(read_in_child, slow, limits=Limits(seconds=1)) == ("table.timeout", {"file": ""})


@pytest.mark.shared
def test_every_form_of_the_shared_folder_reads_alike_in_a_child(shared_data):
    books = sorted((shared_data / "xlsform").glob("*.xlsx"))

    assert [path.name for path in books if read_in_child(path) != read(path)] == []


@pytest.mark.shared
def test_the_files_of_the_earthquake_and_of_the_proposals_read_whole(shared_data):
    paths = ["proposals/proposals_latest.csv", "needs_offers/earthquake_2017_offers_needs.csv", "cdmx/wifi_cdmx.csv"]

    tables = [read_in_child(shared_data / path) for path in paths]

    assert [(len(table.rows), len(table.columns)) for table in tables] == [(2738, 6), (1104, 13), (35350, 5)]
