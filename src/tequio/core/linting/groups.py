"""The group printed beside each row against the group that a reference gives it, and whether the column slipped."""

from collections.abc import Iterator, Sequence

from tequio.core.linting.values import Code, Fact, Finding, PrintedTable, Row
from tequio.core.text.fold import fold

FEWEST = 2  # rows that a shift must set right before it is worth telling


def unsound_groups(table: PrintedTable) -> Iterator[Finding]:
    """Without a reference, only what the table itself shows: a group without a count, a count without a group."""
    if table.expected:
        yield from _shifted(table)
    if table.group:
        for row in table.rows:
            yield from _of_row(table, row)


def _of_row(table: PrintedTable, row: Row) -> Iterator[Finding]:
    facts = {"label": row.label, "group": row.group, "expected": row.expected}
    counted = row.count is not None or bool(row.unread)
    if row.group and not counted:
        yield Finding(Code.GROUP_WITHOUT_COUNT, row.place, "", facts)
    elif counted and not row.group and (row.expected or not table.expected):
        yield Finding(Code.COUNT_WITHOUT_GROUP, row.place, "", facts)
    elif table.expected and not same(row.group, row.expected):
        yield Finding(Code.LABEL_CONTRADICTS, row.place, f"{row.group or '—'} ≠ {row.expected or '—'}", facts)


def _shifted(table: PrintedTable) -> Iterator[Finding]:
    """Suppose that one cell was lost, or one too many put in, somewhere: from there on the column stands one row off.

    All places are tried; the one that sets most rows right wins, and of equals the one that moves fewest.
    """
    printed = [row.group for row in table.rows]
    expected = [row.expected for row in table.rows]
    now = _agreeing(printed, expected)
    tries = [(_agreeing(column, expected), at, down) for column, at, down in _moved(printed)]
    best, at, down = max(tries, default=(0, 0, True))
    if best - now < FEWEST or 2 * (len(printed) - best) > len(printed) - now:
        return
    facts: dict[str, Fact] = {
        "label": table.rows[at].label,
        "n": len(printed),
        "now": now,
        "then": best,
        "way": "down" if down else "up",
    }
    yield Finding(Code.COLUMN_SHIFTED, table.group, f"{now}/{len(printed)} → {best}/{len(printed)}", facts)


def _moved(column: Sequence[str]) -> Iterator[tuple[list[str], int, bool]]:
    for at in range(len(column)):
        yield [*column[:at], "", *column[at:-1]], at, True
        yield [*column[:at], *column[at + 1 :], ""], at, False


def _agreeing(column: Sequence[str], expected: Sequence[str]) -> int:
    return sum(map(same, column, expected))


def same(one: str, other: str) -> bool:
    """Whatever the case, the accents and the spaces."""
    return " ".join(fold(one).split()) == " ".join(fold(other).split())
