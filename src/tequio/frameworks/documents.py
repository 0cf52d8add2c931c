"""What does not hold in the documents of the project: tables tested anew, and what readers worked out by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, cast

from tequio.core.linting import Finding, PrintedTable, lint
from tequio.formats.described_tables import description_of, printed_table
from tequio.formats.shaped import load
from tequio.formats.tables import read
from tequio.formats.yaml_lines import read as read_yaml

FOLDER = "document_checks"


class Status(StrEnum):
    """How sure an inconsistency is: CERTAIN is arithmetic or literal text."""

    CERTAIN = "certain"
    INFERENCE = "inference"  # rests on our own reading
    EXTERNAL = "external"  # compared with a source outside the documents


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """`place` is a document and its lines; `arithmetic` the working; texts are our own, in both languages."""

    key: str
    place: str
    title: Mapping[str, str]
    says: Mapping[str, str]
    arithmetic: str
    status: Status
    why: Mapping[str, str]


class Table(StrEnum):
    """Tables of the documents that ship as printed."""

    TABLE_1 = "table1"  # document 000: the interviews of the first wave
    TABLE_4 = "table4"  # document 004: themes, dimensions and numbers of indicators


@cache
def inconsistencies() -> tuple[Inconsistency, ...]:
    return cast(
        "tuple[Inconsistency, ...]",
        load(cast("Any", tuple[Inconsistency, ...]), __package__, f"{FOLDER}/inconsistencies.yaml"),
    )


@cache
def table(which: Table) -> PrintedTable:
    folder = files(__package__) / FOLDER
    described = description_of(read_yaml((folder / f"{which}.yaml").read_bytes()))
    return printed_table(read((folder / f"{which}.csv").read_bytes()), described)


@cache
def findings(which: Table) -> tuple[Finding, ...]:
    """What the linter finds in a table of the documents."""
    return lint(table(which))
