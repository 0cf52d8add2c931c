"""What goes into a package of open data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tequio.core.localized import Localized
from tequio.formats.tables.values import Cell


class FieldType(StrEnum):
    """Types of Table Schema (https://specs.frictionlessdata.io/table-schema/)."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


@dataclass(frozen=True, slots=True)
class Column:
    """`description` says in both languages what a cell means and when it is blank."""

    name: str
    type: FieldType
    description: Localized


@dataclass(frozen=True, slots=True)
class DataTable:
    """`name` becomes the name of a file: small letters, digits, "-" and "_". Rows have a cell for each column."""

    name: str
    title: Localized
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Extra:
    """A file that is no table, such as the thread as GraphML. `path` is its name in the package."""

    path: str
    title: Localized
    mediatype: str
    data: bytes


@dataclass(frozen=True, slots=True)
class License:
    """`name` is an SPDX or Open Definition identifier: CC-BY-4.0."""

    name: str
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class About:
    """`created` is aware. `sources` maps titles to addresses; `notes` are sentences that readers must know."""

    name: str
    title: Localized
    description: Localized
    created: datetime
    license: License
    homepage: str = ""
    sources: Mapping[str, str] | None = None
    notes: Sequence[Localized] = ()
