"""What the child process does to a table: reads it and tells it, item by item."""

import codecs
import sys
import warnings
from collections.abc import Iterator
from typing import BinaryIO

from tequio.formats.tables.kinds import ZIP
from tequio.formats.tables.reading import items
from tequio.formats.tables.values import Dialect, Limits, Note, Row

ENCODINGS = ("utf_16", "utf_8_sig", "cp1252", "mac_roman", "cp850", "cp437")


def prepare(source: BinaryIO) -> None:
    for encoding in ENCODINGS:
        codecs.lookup(encoding)
    from tequio.formats.tables import read_text  # noqa: F401, PLC0415

    if source.read(len(ZIP)) == ZIP:
        sys.modules["PIL"] = None  # type: ignore[assignment]  # for pictures in sheets, which nobody asked for
        from tequio.formats.tables import read_workbook  # noqa: F401, PLC0415
    source.seek(0)
    warnings.simplefilter("ignore")


def work(source: BinaryIO, options: dict[str, int]) -> Iterator[list[object]]:
    for item in items(source, Limits(**options)):
        match item:
            case Row(line, cells):
                yield ["row", line, cells]
            case Note(code, facts):
                yield ["note", code, facts]
            case Dialect(encoding, separator):
                yield ["dialect", encoding, separator]
