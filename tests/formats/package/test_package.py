import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from hashlib import sha256
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.formats.package import About, Column, DataTable, Extra, FieldType, License, write_package
from tequio.formats.tables import read

ABOUT = About(
    name="sombra",
    title={"es": "Sombra para todas", "en": "Shade for all"},
    description={"es": "Lo que se dijo y lo que pasó.", "en": "What was said and what happened."},
    created=datetime(2026, 11, 22, 4, tzinfo=UTC),
    license=License("CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    homepage="https://tequio.example/p/sombra/",
    sources={"Tequio": "https://tequio.example/"},
    notes=({"es": "Quienes participaron fueron invitadas.", "en": "Those who took part were invited."},),
)
NEEDS = DataTable(
    "needs",
    {"es": "Necesidades", "en": "Needs"},
    (
        Column("number", FieldType.INTEGER, {"es": "Número.", "en": "Number."}),
        Column("title", FieldType.STRING, {"es": "Lo que se pide.", "en": "What is asked for."}),
        Column("said_on", FieldType.DATE, {"es": "Cuándo se dijo."}),
        Column("shown", FieldType.BOOLEAN, {"es": "Si se muestra.", "en": "Whether it is shown."}),
    ),
    [(1, "Más árboles", date(2026, 3, 1), True), (2, "=1+1; @Ana", None, False)],
)
GRAPH = Extra("thread.json", {"es": "El hilo", "en": "The thread"}, "application/json", b'{"nodes": []}')


def packed(*arguments):
    out = BytesIO()
    write_package(out, *arguments)
    return out.getvalue()


def members(data):
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_package_holds_words_for_people_tables_and_a_descriptor():
    found = members(packed(ABOUT, [NEEDS], [GRAPH]))

    assert list(found) == ["LEEME.txt", "README.txt", "data/needs.csv", "thread.json", "datapackage.json"]


def test_a_table_reads_back_as_it_was():
    table = read(members(packed(ABOUT, [NEEDS]))["data/needs.csv"])

    assert (table.columns, [row.cells for row in table.rows]) == (
        ("number", "title", "said_on", "shown"),
        [("1", "Más árboles", "2026-03-01", "true"), ("2", "=1+1; @Ana", "", "false")],
    )


def test_text_that_would_run_in_a_spreadsheet_does_not():
    text = members(packed(ABOUT, [NEEDS]))["data/needs.csv"].decode()

    assert list(csv.reader(StringIO(text)))[2] == ["2", "'=1+1; @Ana", "", "false"]


def test_the_descriptor_says_what_every_file_and_column_is():
    found = members(packed(ABOUT, [NEEDS], [GRAPH]))

    table, graph = found["data/needs.csv"], found["thread.json"]
    assert json.loads(found["datapackage.json"]) == {
        "profile": "data-package",
        "name": "sombra",
        "languages": ["es", "en"],
        "title": "Sombra para todas",
        "title@en": "Shade for all",
        "description": "Lo que se dijo y lo que pasó.",
        "description@en": "What was said and what happened.",
        "created": "2026-11-22T04:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "homepage": "https://tequio.example/p/sombra/",
        "sources": [{"title": "Tequio", "path": "https://tequio.example/"}],
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "needs",
                "path": "data/needs.csv",
                "title": "Necesidades",
                "title@en": "Needs",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{sha256(table).hexdigest()}",
                "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
                "schema": {
                    "fields": [
                        {"name": "number", "type": "integer", "description": "Número.", "description@en": "Number."},
                        {
                            "name": "title",
                            "type": "string",
                            "description": "Lo que se pide.",
                            "description@en": "What is asked for.",
                        },
                        {"name": "said_on", "type": "date", "description": "Cuándo se dijo."},
                        {
                            "name": "shown",
                            "type": "boolean",
                            "description": "Si se muestra.",
                            "description@en": "Whether it is shown.",
                        },
                    ],
                    "missingValues": [""],
                },
            },
            {
                "profile": "data-resource",
                "name": "thread.json",
                "path": "thread.json",
                "title": "El hilo",
                "title@en": "The thread",
                "format": "json",
                "mediatype": "application/json",
                "encoding": "utf-8",
                "bytes": len(graph),
                "hash": f"sha256:{sha256(graph).hexdigest()}",
            },
        ],
    }


def test_people_read_the_same_in_both_languages():
    found = members(packed(ABOUT, [NEEDS], [GRAPH]))

    spanish, english = found["LEEME.txt"].decode().split("\r\n"), found["README.txt"].decode().split("\r\n")
    assert (spanish[:5], english[:5], len(spanish) - len(english), spanish[-9:]) == (
        ["SOMBRA PARA TODAS", "", "Lo que se dijo y lo que pasó.", "", "Hecho el: 2026-11-22T04:00:00Z"],
        ["SHADE FOR ALL", "", "What was said and what happened.", "", "Made on: 2026-11-22T04:00:00Z"],
        0,
        [
            "  Necesidades",
            "  - number (integer): Número.",
            "  - title (string): Lo que se pide.",
            "  - said_on (date): Cuándo se dijo.",
            "  - shown (boolean): Si se muestra.",
            "",
            "thread.json",
            "  El hilo",
            "",
        ],
    )


def test_moments_are_written_in_utc():
    here = timezone(timedelta(hours=-6))
    column = Column("at", FieldType.DATETIME, {"es": "Cuándo."})
    table = DataTable("steps", {"es": "Pasos"}, (column,), [(datetime(2026, 3, 1, 11, tzinfo=here),)])

    assert members(packed(ABOUT, [table]))["data/steps.csv"] == b'"at"\r\n"2026-03-01T17:00:00Z"\r\n'


def test_the_same_content_gives_the_same_bytes():
    assert packed(ABOUT, [NEEDS], [GRAPH]) == packed(ABOUT, [NEEDS], [GRAPH])


@pytest.mark.parametrize(
    ("about", "tables", "extras"),
    [
        (replace(ABOUT, name="Sombra para todas"), [NEEDS], []),
        (ABOUT, [replace(NEEDS, name="../needs")], []),
        (ABOUT, [NEEDS, NEEDS], []),
        (ABOUT, [NEEDS], [replace(GRAPH, path="datapackage.json")]),
        (ABOUT, [NEEDS], [replace(GRAPH, path="/etc/passwd")]),
        (ABOUT, [NEEDS], [GRAPH, GRAPH]),
    ],
)
def test_names_that_would_clash_or_leave_the_package_are_not_written(about, tables, extras):
    with pytest.raises(ValueError, match="cannot be a name"):
        packed(about, tables, extras)


CELLS = st.none() | st.integers() | st.booleans() | st.dates() | st.text("ab=@+-'\n,;|", max_size=6)


@given(st.lists(st.tuples(st.integers(), CELLS), min_size=1))
def test_any_rows_read_back_as_what_a_program_would_read(rows):
    columns = (Column("a", FieldType.INTEGER, {"es": "A"}), Column("b", FieldType.STRING, {"es": "B"}))

    table = read(members(packed(ABOUT, [DataTable("t", {"es": "T"}, columns, rows)]))["data/t.csv"])

    shown = {None: "", True: "true", False: "false"}
    assert [row.cells for row in table.rows] == [
        (str(a), shown[b] if b is None or isinstance(b, bool) else str(b)) for a, b in rows
    ]
