"""What a printed table is, and what can be found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

type Fact = str | int


class Code(StrEnum):
    """What a finding is about."""

    SUM_DIFFERS = "sum.differs"
    SUM_EXPLAINED = "sum.explained"
    SUM_UNREAD = "sum.unread"
    PART_NESTED = "part.nested"
    PART_REPEATED = "part.repeated"
    PARTS_OVERLAP = "parts.overlap"
    MEMBERS_DIFFER = "members.differ"
    MEMBERS_TOTAL = "members.total"
    MEMBER_TWICE = "member.twice"
    COUNT_UNREAD = "count.unread"
    LABEL_TWICE = "label.twice"
    LABEL_CONTRADICTS = "label.contradicts"
    COLUMN_SHIFTED = "column.shifted"
    GROUP_WITHOUT_COUNT = "group.without_count"
    COUNT_WITHOUT_GROUP = "count.without_group"
    SUBTOTAL_DIFFERS = "subtotal.differs"
    SUBTOTAL_COUNTS_TWICE = "subtotal.counts_twice"
    LEFT_OUT = "subtotals.leave_out"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as printed. `count` is None where the cell is blank or no number; `unread` then keeps its words.

    `members` are the codes counted in the row, `expected` the group that a reference gives it; an empty `group` or
    `expected` means "none", as a dash in the table does. `line` is where a person finds the row.
    """

    line: int
    label: str
    group: str = ""
    count: Decimal | None = None
    unread: str = ""
    members: tuple[str, ...] = ()
    expected: str = ""

    @property
    def place(self) -> str:
        return f"L{self.line} · {self.label}"


@dataclass(frozen=True, slots=True)
class Sum:
    """A number that a text gives for some rows of the table, named by their labels."""

    name: str
    rows: tuple[str, ...]
    stated: Decimal


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table and what is said of it. `total` is the stated sum of all rows, `sums` those of some of them.

    The names of columns serve as places; `expected` and `members` are empty where the table has no such column.
    """

    rows: tuple[Row, ...]
    total: Decimal | None = None
    sums: tuple[Sum, ...] = ()
    count: str = "count"
    group: str = ""
    members: str = ""
    expected: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """`where` is a column, a row ("L13 · Solid Waste") or the name of a sum; `arithmetic` is the working in full.

    `facts` fill the sentence that `message` gives.
    """

    code: Code
    where: str
    arithmetic: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)


def to_json(finding: Finding, message: str) -> dict[str, str]:
    """Return the documented shape: code, where, arithmetic, message."""
    return {"code": finding.code.value, "where": finding.where, "arithmetic": finding.arithmetic, "message": message}
