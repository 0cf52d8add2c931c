"""What a table is once it has been read, and how large one may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

type Fact = str | int
type Cell = str | int | float | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class Limits:
    """`bytes` of the file; characters of one `cell` and of the whole `text`; bytes `unpacked` from a workbook."""

    bytes: int = 20_000_000
    rows: int = 200_000
    columns: int = 200
    cell: int = 20_000
    text: int = 60_000_000
    unpacked: int = 200_000_000
    seconds: int = 20
    memory_mb: int = 400


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text file was written. `separator` is empty when the table has one column alone."""

    encoding: str
    separator: str


@dataclass(frozen=True, slots=True)
class Row:
    """`line` is where a person finds it: the line its record starts on in a text file, the row of a sheet."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was understood in one of several ways, told as a code and its facts."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows keep the cells they came with, so one may be longer or shorter than `columns`. Blank rows are left out."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    dialect: Dialect | None = None


def letter(index: int) -> str:
    """The name a spreadsheet gives to a column counted from 0: A … Z, AA …"""
    head, last = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)
