"""Write tables as text that opens safely in a spreadsheet and reads back as it was."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from tequio.formats.tables.formulas import defused
from tequio.formats.tables.values import Cell

CHUNK = 64_000
MARK = "\ufeff"


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, mark: bool = False) -> Iterator[bytes]:
    """Yield UTF-8 in pieces: comma, CRLF, text in quotes. `mark` puts first the BOM that Excel needs to see accents."""
    out = StringIO(newline="")
    out.write(MARK if mark else "")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(map(_plain, columns))
    for row in rows:
        writer.writerow(map(_plain, row))
        if out.tell() > CHUNK:
            yield _taken(out)
    yield _taken(out)


def _taken(out: StringIO) -> bytes:
    data = out.getvalue().encode()
    out.seek(0)
    out.truncate()
    return data


def _plain(cell: Cell) -> str | int | float | Decimal:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case date():
            return cell.isoformat()
        case str():
            return defused(cell.replace("\0", ""))
        case _:
            return cell
