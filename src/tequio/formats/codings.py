"""What coders gave, from a long table: one row for each unit and coder."""

from collections.abc import Iterator
from pathlib import Path

from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.formats.tables import Table, read_in_child

NAMES = {
    "unit": ("unit", "unidad"),
    "coder": ("coder", "codificadora", "codificador", "quien codifica"),
    "value": ("value", "valor"),
}
MISSING = {"", "na"}


def coded_rows(source: Path | bytes) -> tuple[tuple[str, str, str], ...]:
    """Read the columns `unit`, `coder` and `value`, in whatever order; other columns are not looked at.

    A value that is blank or "NA" is missing, and comes back as "". Refuses codings.column_missing, codings.no_unit and
    codings.no_coder, besides what reading a table refuses.
    """
    return tuple(_rows(read_in_child(source)))


def _rows(table: Table) -> Iterator[tuple[str, str, str]]:
    places = [_place(table, name) for name in NAMES]
    for row in table.rows:
        unit, coder, value = (row.cells[place].strip() if place < len(row.cells) else "" for place in places)
        if not unit:
            raise Refusal("codings.no_unit", line=row.line)
        if not coder:
            raise Refusal("codings.no_coder", line=row.line)
        yield unit, coder, "" if value.lower() in MISSING else value


def _place(table: Table, name: str) -> int:
    keys = [" ".join(fold(column).split()) for column in table.columns]
    for wanted in NAMES[name]:
        if wanted in keys:
            return keys.index(wanted)
    raise Refusal("codings.column_missing", column=name, columns=", ".join(table.columns))
