"""A table as a document prints it, with a YAML file that says which column is what and what the text claims.

    label: theme                      # names of columns
    group: dimension
    count: kpis
    members: codes                    # codes with spaces between
    expected_group: expected          # the group by a reference
    stated:
      total: 91
      sums:                           # sums of some rows, named by their labels
        - {name: "6.5", rows: [Solid waste, Drainage], total: 6}

`label` and `count` are needed, the rest is not. A cell of dashes is a blank one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from tequio.core.linting import PrintedTable, Row, Sum
from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.formats.tables import Limits, Table, read_in_child
from tequio.formats.yaml_lines import Items, Names, Node, Plain
from tequio.formats.yaml_lines import read_in_child as read_yaml

LIMITS = Limits(rows=2_000)
COLUMNS = ("label", "group", "count", "members", "expected_group")
NEEDED = ("label", "count")
DASHES = re.compile(r"[-–—−.\s]*")
NUMBER = re.compile(r"-?(?:\d{1,3}(?:(?P<mark>[,\u00a0\u202f ])\d{3})(?:(?P=mark)\d{3})*|\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Description:
    """`columns` maps what a column is ("label", "count" …) to its name in the table."""

    columns: Mapping[str, str]
    total: Decimal | None = None
    sums: tuple[Sum, ...] = ()


def described_table(table: Path | bytes, description: Path | bytes) -> PrintedTable:
    """Read both files, each in a child process. Refuses what reading them refuses, and described.… with the line."""
    return printed_table(read_in_child(table, limits=LIMITS), description_of(read_yaml(description)))


def description_of(node: Node) -> Description:
    """Refuses described.shape, described.unknown_name, described.column_needed and described.not_a_number."""
    names = _names(node, {*COLUMNS, "stated"})
    columns = {what: _text(names.entries[what]) for what in COLUMNS if what in names.entries}
    for what in NEEDED:
        if what not in columns:
            raise Refusal("described.column_needed", line=names.line, name=what)
    stated = names.entries.get("stated")
    if stated is None:
        return Description(columns)
    claims = _names(stated, {"total", "sums"})
    total = claims.entries.get("total")
    sums = tuple(_sum(each) for each in _items(claims.entries["sums"])) if "sums" in claims.entries else ()
    return Description(columns, None if total is None else _number(total), sums)


def printed_table(table: Table, description: Description) -> PrintedTable:
    """Refuses described.column_missing with the columns that there are."""
    places = {what: _place(table, name) for what, name in description.columns.items()}
    rows = tuple(_row(row.line, {what: _cell(row.cells, at) for what, at in places.items()}) for row in table.rows)
    names = {what: description.columns.get(what, "") for what in COLUMNS}
    return PrintedTable(
        rows,
        description.total,
        description.sums,
        count=names["count"],
        group=names["group"],
        members=names["members"],
        expected=names["expected_group"],
    )


def _row(line: int, cells: Mapping[str, str]) -> Row:
    printed = cells["count"]
    found = NUMBER.fullmatch(printed)
    return Row(
        line,
        cells["label"],
        cells.get("group", ""),
        Decimal(re.sub(r"[,\s]", "", printed)) if found else None,
        "" if found else printed,
        tuple(cells.get("members", "").split()),
        cells.get("expected_group", ""),
    )


def _cell(cells: tuple[str, ...], at: int) -> str:
    text = " ".join(cells[at].split()) if at < len(cells) else ""
    return "" if DASHES.fullmatch(text) else text


def _place(table: Table, name: str) -> int:
    keys = [_key(column) for column in table.columns]
    if _key(name) not in keys:
        raise Refusal("described.column_missing", column=name, columns=", ".join(table.columns))
    return keys.index(_key(name))


def _key(name: str) -> str:
    return " ".join(fold(name).split())


def _sum(node: Node) -> Sum:
    names = _names(node, {"name", "rows", "total"})
    for needed in ("name", "rows", "total"):
        if needed not in names.entries:
            raise Refusal("described.column_needed", line=names.line, name=needed)
    rows = tuple(_text(each) for each in _items(names.entries["rows"]))
    return Sum(_text(names.entries["name"]), rows, _number(names.entries["total"]))


def _names(node: Node, known: set[str]) -> Names:
    if not isinstance(node, Names):
        raise Refusal("described.shape", line=node.line)
    for name, line in node.lines.items():
        if name not in known:
            raise Refusal("described.unknown_name", line=line, name=name, known=", ".join(sorted(known)))
    return node


def _items(node: Node) -> tuple[Node, ...]:
    if not isinstance(node, Items):
        raise Refusal("described.shape", line=node.line)
    return node.items


def _text(node: Node) -> str:
    if not isinstance(node, Plain) or node.value is None:
        raise Refusal("described.shape", line=node.line)
    return " ".join(str(node.value).split())


def _number(node: Node) -> Decimal:
    text = _text(node)
    if not NUMBER.fullmatch(text):
        raise Refusal("described.not_a_number", line=node.line, text=text)
    return Decimal(re.sub(r"[,\s]", "", text))
