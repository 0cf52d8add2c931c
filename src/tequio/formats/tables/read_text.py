"""Rows of a text file (CSV, TSV and their cousins)."""

import csv
from collections.abc import Iterator
from io import StringIO

from tequio.core.refusals import Refusal
from tequio.formats.tables.dialects import DECLARED, records, sniff
from tequio.formats.tables.formulas import restored
from tequio.formats.tables.values import Dialect, Limits, Row

# Handed to the reader after the last line: it comes back alone, or at the end of a cell whose quotes were never closed.
LAST = "\x1e"


def text_rows(data: bytes, limits: Limits) -> Iterator[Dialect | Row]:
    """Yield the dialect, then each record that is not blank. Refuses table.cell_too_long and table.open_quote."""
    dialect = sniff(data)
    yield dialect
    text = data.decode(dialect.encoding)
    for row in _rows(text, dialect.separator, limits.cell):
        if any(map(str.strip, row.cells)):
            yield row


def _rows(text: str, separator: str, longest: int) -> Iterator[Row]:
    line = 1
    reader = records(_lines(text), separator)
    try:
        for record in reader:
            if record == [LAST] and line == reader.line_num:
                return
            _check(record, line, longest)
            if line > 1 or not DECLARED.match(text):
                yield Row(line, tuple(map(restored, record)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Refusal("table.cell_too_long", line=line, limit=longest) from error


def _lines(text: str) -> Iterator[str]:
    yield from StringIO(text, newline="")
    yield LAST


def _check(record: list[str], line: int, longest: int) -> None:
    if any(len(cell) > longest for cell in record):
        raise Refusal("table.cell_too_long", line=line, limit=longest)
    if record and record[-1].endswith(LAST):
        raise Refusal("table.open_quote", line=line)
