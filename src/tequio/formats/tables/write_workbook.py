"""Write tables as Excel workbooks in which text is text, whatever it looks like, and reads back as it was."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from tequio.core.refusals import Refusal
from tequio.formats.tables.values import Cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767  # characters
MOST_ROWS = 1_048_575  # and a header
EXACT = 10**15  # a workbook keeps 15 digits
OLDEST = date(1900, 3, 1)  # before it, workbooks count a day that never was
CREATED = datetime(2026, 1, 1, tzinfo=UTC)  # the same table gives the same file


def write_xlsx(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, sheet: str = "Tequio") -> bytes:
    """A workbook of one sheet with a frozen header.

    Refuses workbook.too_many_rows and workbook.cell_too_long, which would otherwise be cut in silence.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 (slow to import, and seldom needed)

    out = BytesIO()
    with Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"created": CREATED})
        page = _Page(book.add_worksheet(sheet), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}))
        page.write(0, columns)
        for line, cells in enumerate(rows, 1):
            page.write(line, cells)
    return out.getvalue()


class _Page:
    def __init__(self, sheet: "Worksheet", moment: "Format") -> None:
        self._sheet = sheet
        self._moment = moment
        sheet.freeze_panes(1, 0)

    def write(self, line: int, cells: Sequence[Cell]) -> None:
        if line > MOST_ROWS:
            raise Refusal("workbook.too_many_rows", limit=MOST_ROWS)
        for column, cell in enumerate(cells):
            self._write(line, column, cell)

    def _write(self, line: int, column: int, cell: Cell) -> None:
        match cell:
            case None | "":
                pass
            case bool():
                self._sheet.write_boolean(line, column, cell)
            case int() | float() | Decimal() if _is_kept(cell):
                self._sheet.write_number(line, column, cell)
            case datetime() if cell.tzinfo is None and cell.date() >= OLDEST and not cell.microsecond:
                self._sheet.write_datetime(line, column, cell, self._moment)
            case date() if not isinstance(cell, datetime) and cell >= OLDEST:
                self._sheet.write_datetime(line, column, cell)
            case _:
                self._sheet.write_string(line, column, _text(line, cell))


def _is_kept(number: float | Decimal) -> bool:
    """Whether a workbook keeps every digit."""
    return -EXACT < number < EXACT and (not isinstance(number, Decimal) or Decimal(repr(float(number))) == number)


def _text(line: int, cell: Cell) -> str:
    text = cell.isoformat() if isinstance(cell, date) else str(cell).replace("\0", "")
    if len(text) > LONGEST_CELL:
        raise Refusal("workbook.cell_too_long", line=line + 1, limit=LONGEST_CELL)
    return text
