"""Write a package of open data: tables, other files, and what describes them for people and for programs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tequio.formats.package.descriptor import Entry, Written, descriptor, moment, of_extra, of_table
from tequio.formats.package.readme import FILES, readme
from tequio.formats.package.values import About, DataTable, Extra
from tequio.formats.tables.values import Cell
from tequio.formats.tables.write_text import write_csv

DESCRIPTOR = "datapackage.json"
NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
PATH = re.compile(r"[a-z0-9][a-z0-9_-]*\.[a-z0-9]+")


def write_package(out: IO[bytes], about: About, tables: Sequence[DataTable], extras: Sequence[Extra] = ()) -> None:
    """Write a zip to `out`, table by table, in little memory. The same content always gives the same bytes.

    Text that a spreadsheet would run is written as `tables.formulas.defused` leaves it, which the package says.
    """
    _require_names([about.name, *(table.name for table in tables)], [extra.path for extra in extras])
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for language, path in FILES.items():
            _write(package, path, [readme(language, about, tables, extras)])
        resources = [*_tables(package, tables), *_extras(package, extras)]
        _write(package, DESCRIPTOR, [descriptor(about, resources)])


def _tables(package: ZipFile, tables: Iterable[DataTable]) -> Iterator[Entry]:
    for table in tables:
        names = [column.name for column in table.columns]
        rows = (tuple(map(_cell, row)) for row in table.rows)
        yield of_table(table, _write(package, f"data/{table.name}.csv", write_csv(names, rows)))


def _extras(package: ZipFile, extras: Iterable[Extra]) -> Iterator[Entry]:
    for extra in extras:
        yield of_extra(extra, _write(package, extra.path, [extra.data]))


def _cell(cell: Cell) -> Cell:
    """Table Schema has moments in UTC."""
    return moment(cell) if isinstance(cell, datetime) and cell.tzinfo else cell


def _write(package: ZipFile, path: str, pieces: Iterable[bytes]) -> Written:
    digest, size = sha256(), 0
    info = ZipInfo(path)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
    with package.open(info, "w", force_zip64=True) as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return Written(path, size, digest.hexdigest())


def _require_names(names: Sequence[str], paths: Sequence[str]) -> None:
    every = [*names[1:], *paths]
    wrong = [name for name in names if not NAME.fullmatch(name)] + [path for path in paths if not PATH.fullmatch(path)]
    wrong += [name for name in every if every.count(name) > 1 or name == DESCRIPTOR]
    if wrong:
        raise ValueError(f"{wrong[0]!r} cannot be a name in a package")
