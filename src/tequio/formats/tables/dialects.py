"""How a text file was written: its encoding and what stands between its cells."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from tequio.core.refusals import Refusal
from tequio.formats.tables.values import Dialect

if TYPE_CHECKING:
    from _csv import Reader

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ONE_BYTE = ("cp1252", "mac_roman", "cp850")
SPANISH = frozenset("áéíóúñüÁÉÍÓÚÑÜ¿¡ºª°«»“”\u2018\u2019\u2013—…·€")
BINARY = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
SEPARATORS = (",", ";", "\t", "|")
DECLARED = re.compile(r"\ufeff?sep=([,;\t|])\r?\n", re.IGNORECASE)
NO_SEPARATOR = "\x1f"
SAMPLE = 200
AGREEING = 0.5
TEXTUAL = 0.95


def sniff(data: bytes) -> Dialect:
    """Find out encoding and separator of a text file. Refuses what is not text: table.not_text, table.encoding."""
    encoding = encoding_of(data)
    return Dialect(encoding, separator_of(data[:400_000].decode(encoding, "ignore")))


def encoding_of(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, else the one-byte encoding under which most odd bytes are letters of Spanish."""
    marked = [encoding for mark, encoding in MARKS.items() if data.startswith(mark)]
    encoding = marked[0] if marked else _unmarked(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal("table.encoding", line=data.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise Refusal("table.not_text")
    return encoding


def _unmarked(data: bytes) -> str:
    if b"\0" in data or len(data.translate(None, BINARY)) < len(data) * TEXTUAL:
        raise Refusal("table.not_text")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(data)
    return "utf-8"


def _one_byte(data: bytes) -> str:
    """A text that is mostly good UTF-8 is a damaged one: read as anything else, every accent in it would be spoilt."""
    odd = _beyond_ascii(data)
    if len(_beyond_ascii(data.decode("utf-8", "ignore").encode())) * 2 > len(odd):
        return "utf-8"
    return max(ONE_BYTE, key=lambda encoding: sum(map(SPANISH.__contains__, odd.decode(encoding, "ignore"))))


def _beyond_ascii(data: bytes) -> bytes:
    return data.translate(None, bytes(range(128)))


def separator_of(text: str) -> str:
    """The one the file declares, as Excel does, or the one under which most records have as many cells as the first."""
    if declared := DECLARED.match(text):
        return declared[1]
    fits = [(*_fit(text, separator), separator) for separator in SEPARATORS]
    good = [fit for fit in fits if fit[1] > 1 and fit[0] >= AGREEING]
    return max(good, key=lambda fit: fit[:2])[2] if good else ""


def _fit(text: str, separator: str) -> tuple[float, int]:
    widths = list(_widths(text, separator))
    if not widths:
        return 0.0, 0
    return widths.count(widths[0]) / len(widths), widths[0]


def _widths(text: str, separator: str) -> Iterator[int]:
    with suppress(csv.Error):  # a cell without end: the separator is wrong, or reading will say so
        for record in islice(records(StringIO(text, newline=""), separator), SAMPLE):
            if any(record):
                yield len(record)


def records(lines: Iterable[str], separator: str) -> "Reader":
    """Records of cells; quoted cells may hold separators and line breaks."""
    return csv.reader(lines, delimiter=separator or NO_SEPARATOR, skipinitialspace=True)
