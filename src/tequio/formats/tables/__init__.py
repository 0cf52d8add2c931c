"""Tables that people send and fetch: CSV and its cousins, and Excel workbooks."""

from tequio.formats.tables.reading import read, read_in_child
from tequio.formats.tables.values import Dialect, Limits, Note, Row, Table
from tequio.formats.tables.write_text import write_csv
from tequio.formats.tables.write_workbook import write_xlsx

__all__ = ["Dialect", "Limits", "Note", "Row", "Table", "read", "read_in_child", "write_csv", "write_xlsx"]
