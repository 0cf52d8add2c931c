"""Rows of an Excel workbook (.xlsx): the first visible sheet that has any."""

from collections.abc import Iterator
from itertools import chain
from typing import IO, Any, BinaryIO
from warnings import catch_warnings, simplefilter
from xml.etree.ElementTree import Element
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from tequio.core.refusals import Refusal
from tequio.formats.tables.cells import as_text
from tequio.formats.tables.values import Limits, Note, Row, letter
from tequio.formats.zips import BoundedZip, TooMuch

BROKEN = (
    *(BadZipFile, SyntaxError, DefusedXmlException, RuntimeError, OSError, EOFError),
    *(ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError),
)
TEXT = f"{{{SHEET_MAIN_NS}}}t"
RUN = f"{{{SHEET_MAIN_NS}}}r"
STRING = f"{{{SHEET_MAIN_NS}}}si"


def workbook_rows(file: BinaryIO, limits: Limits) -> Iterator[Row | Note]:
    """Yield each row that is not blank, with blank cells where the sheet has none, then notes on what was left out."""
    try:
        yield from _rows(file, limits)
    except TooMuch as error:
        raise Refusal("table.too_heavy") from error
    except BROKEN as error:
        raise Refusal("table.damaged") from error


def _rows(file: BinaryIO, limits: Limits) -> Iterator[Row | Note]:
    sheets = _sheets(file, limits)
    full = [
        (sheet, first, rows)
        for sheet, rows in ((sheet, sheet.rows()) for sheet in sheets)
        if (first := next(rows, None))
    ]
    if not full:
        raise Refusal("table.empty")
    sheet, first, rows = full[0]
    yield from chain((first,), rows)
    yield from sheet.notes()
    if others := ", ".join(other.name for other, _, _ in full[1:]):
        yield Note("table.other_sheets", {"sheet": sheet.name, "others": others})


def _sheets(file: BinaryIO, limits: Limits) -> "list[_Sheet]":
    reader = _Reader(file, read_only=True, data_only=True, keep_links=False)
    reader.archive = BoundedZip(file, limits.unpacked)
    with catch_warnings():
        simplefilter("ignore")
        reader.read()
    sheets = [sheet for sheet in reader.wb.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
    return [_Sheet(sheet, limits) for sheet in sheets if sheet.sheet_state == "visible"]


class _Reader(ExcelReader):
    """Reads shared strings as they are written: the library would drop a part of some of them."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == STRING:
                    self.shared_strings.append(_written(node))
                    node.clear()


def _written(node: Element) -> str:
    """The text and its formatted runs, without the pronunciation that may stand beside them."""
    parts = [child for child in node if child.tag in {TEXT, RUN}]
    return "".join(part.text or "" if part.tag == TEXT else part.findtext(TEXT, "") for part in parts)


class _Cells(WorkSheetParser):
    """Marks as errors the formulas that were saved without a result; passes over how cells look."""

    def parse_cell(self, element: Element) -> dict[str, object]:
        cell: dict[str, object] = super().parse_cell(element)
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            cell["data_type"] = "e"
        return cell

    def parse_formatting(self, element: object) -> None:
        pass

    def parse_extensions(self, element: object) -> None:
        pass


class _Sheet:
    """Reads the rows that are written: those that the library offers are filled up to whatever size the file claims."""

    def __init__(self, sheet: Any, limits: Limits) -> None:
        self.name = str(sheet.title)
        self._sheet = sheet
        self._limits = limits
        self._unread = 0
        self._first = ""

    def rows(self) -> Iterator[Row]:
        with self._sheet._get_source() as source:  # noqa: SLF001
            for line, cells in self._parser(source).parse():
                row = Row(line, self._texts(line, cells))
                if any(map(str.strip, row.cells)):
                    yield row

    def notes(self) -> Iterator[Note]:
        if self._unread:
            yield Note("table.unread_cells", {"count": self._unread, "first": self._first})

    def _parser(self, source: IO[bytes]) -> _Cells:
        book = self._sheet.parent
        dates = {"date_formats": book._date_formats, "timedelta_formats": book._timedelta_formats}  # noqa: SLF001
        return _Cells(source, self._sheet._shared_strings, data_only=True, epoch=book.epoch, **dates)  # noqa: SLF001

    def _texts(self, line: int, cells: list[dict[str, Any]]) -> tuple[str, ...]:
        texts: list[str] = []
        for cell in cells:
            if text := self._text(line, cell):
                texts.extend([""] * (cell["column"] - 1 - len(texts)))
                texts[cell["column"] - 1 :] = [text]
        return tuple(texts)

    def _text(self, line: int, cell: dict[str, Any]) -> str:
        """The text of a cell; an error such as #N/A is blank, and counted."""
        if cell["data_type"] == "e":
            self._unread += 1
            self._first = self._first or f"{letter(cell['column'] - 1)}{line}"
            return ""
        text = as_text(cell["value"])
        if text and cell["column"] > self._limits.columns:
            raise Refusal("table.too_many_columns", limit=self._limits.columns)
        if len(text) > self._limits.cell:
            raise Refusal("table.cell_too_long", line=line, limit=self._limits.cell)
        return text
