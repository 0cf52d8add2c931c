"""Read a table that a person sends: text or workbook, told apart by content."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import chain, compress, repeat
from pathlib import Path
from typing import Any, BinaryIO

from tequio.core.refusals import Refusal
from tequio.formats.confined import Fence, Reason, Stopped, as_file, run
from tequio.formats.tables.bounds import Item, bounded
from tequio.formats.tables.kinds import Kind, kind_of
from tequio.formats.tables.values import Dialect, Limits, Note, Row, Table

LIMITS = Limits()
MEGABYTE = 1_000_000
STOPPED = {Reason.TIME: "table.timeout", Reason.MEMORY: "table.too_heavy", Reason.CRASH: "table.damaged"}


def read(source: Path | bytes, filename: str = "", limits: Limits = LIMITS) -> Table:
    """Read a table in this process. `filename` only names the file in a refusal: every one has a fact `file`."""
    with _named(source, filename), _opened(source, limits) as file:
        return _collected(items(file, limits))


def read_in_child(source: Path | bytes, filename: str = "", limits: Limits = LIMITS) -> Table:
    """As `read`, in a child process with little memory and time: for every file from outside."""
    with _named(source, filename), _opened(source, limits) as file:
        return _collected(_from_child(file, limits))


def items(file: BinaryIO, limits: Limits) -> Iterator[Item]:
    """Yield the header and the rows, within the limits, with the dialect and notes among them."""
    if kind_of(file) is Kind.WORKBOOK:
        from tequio.formats.tables.read_workbook import workbook_rows  # noqa: PLC0415 (slow to import, and seldom needed)

        return bounded(workbook_rows(file, limits), limits, fill=True)
    from tequio.formats.tables.read_text import text_rows  # noqa: PLC0415

    return bounded(text_rows(file.read(), limits), limits, fill=False)


@contextmanager
def _named(source: Path | bytes, filename: str) -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        refusal.facts["file"] = filename or (source.name if isinstance(source, Path) else "")
        raise


@contextmanager
def _opened(source: Path | bytes, limits: Limits) -> Iterator[BinaryIO]:
    size = source.stat().st_size if isinstance(source, Path) else len(source)
    if size > limits.bytes:
        raise Refusal("table.too_large", limit_mb=limits.bytes // MEGABYTE)
    with as_file(source) as file:
        yield file


def _from_child(file: BinaryIO, limits: Limits) -> Iterator[Item]:
    fence = Fence(limits.seconds, limits.memory_mb)
    try:
        for message in run("tequio.formats.tables.child", file, asdict(limits), fence):
            yield _item(*message)
    except Stopped as stopped:
        raise Refusal(STOPPED[stopped.reason]) from stopped


def _item(kind: object, *parts: Any) -> Item:
    match kind:
        case "row":
            line, cells = parts
            return Row(line, tuple(cells))
        case "note":
            return Note(*parts)
        case _:
            return Dialect(*parts)


def _collected(every: Iterable[Item]) -> Table:
    dialect, rows, notes = None, list[Row](), list[Note]()
    for item in every:
        match item:
            case Row():
                rows.append(item)
            case Note():
                notes.append(item)
            case Dialect():
                dialect = item
    if not rows[1:]:
        raise Refusal("table.no_rows" if rows else "table.empty")
    return _without_nameless(Table(rows[0].cells, tuple(rows[1:]), tuple(notes), dialect))


def _without_nameless(table: Table) -> Table:
    """A column without name is here only when it is empty."""
    if all(table.columns):
        return table
    rows = (Row(row.line, tuple(compress(row.cells, chain(table.columns, repeat(1))))) for row in table.rows)
    return replace(table, columns=tuple(filter(None, table.columns)), rows=tuple(rows))
