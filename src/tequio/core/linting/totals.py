"""The stated total against the sum of the rows, and what explains the difference."""

from collections.abc import Iterator
from decimal import Decimal

from tequio.core.linting.arithmetic import UNEQUAL, added, plain, slip, taken, total
from tequio.core.linting.parts import Parts
from tequio.core.linting.values import Code, Finding, PrintedTable, Row


def unsound_total(table: PrintedTable, parts: Parts) -> Iterator[Finding]:
    """Compare the sum of the column, and the number of different members, with the stated total."""
    if table.total is None:
        return
    counted = [row for row in table.rows if row.count is not None]
    found = total(numbers(counted))
    if found != table.total:
        yield _differs(table, counted, found, table.total)
        yield from _explained(table, parts, found, table.total)
    yield from _members(table, table.total)


def numbers(rows: list[Row] | tuple[Row, ...]) -> list[Decimal]:
    """The counts of rows that have one."""
    return [row.count for row in rows if row.count is not None]


def _differs(table: PrintedTable, counted: list[Row], found: Decimal, stated: Decimal) -> Finding:
    larger, smaller = max(found, stated), min(found, stated)
    working = f"{added(numbers(counted))}; {plain(found)} {UNEQUAL} {plain(stated)}; {taken(larger, smaller)}"
    facts = {"sum": plain(found), "stated": plain(stated), "slip": slip(plain(stated), plain(found))}
    return Finding(Code.SUM_DIFFERS, table.count, working, facts)


def _explained(table: PrintedTable, parts: Parts, found: Decimal, stated: Decimal) -> Iterator[Finding]:
    """Rows counted inside others explain a sum exactly when the others alone add up to what was stated.

    A cell that could not be read may explain it too: then the difference is what the cell would have to say.
    """
    inner, outer = numbers(parts.inner), numbers(parts.outer)
    if inner and total(outer) == stated:
        working = f"{added(inner)}; {taken(found, total(inner))}; {added(outer)}"
        labels = ", ".join(row.label for row in parts.inner if row.count is not None)
        yield Finding(Code.SUM_EXPLAINED, table.count, working, {"n": len(inner), "labels": labels})
    unread = [row for row in table.rows if row.unread]
    if len(unread) == 1 and stated > found:
        facts = {"label": unread[0].label, "unread": unread[0].unread, "missing": plain(stated - found)}
        yield Finding(Code.SUM_UNREAD, unread[0].place, taken(stated, found), facts)


def _members(table: PrintedTable, stated: Decimal) -> Iterator[Finding]:
    """Only where every row that counts something also says what."""
    counting = [row for row in table.rows if row.count]
    if not counting or not all(row.members for row in counting):
        return
    different = Decimal(len({member for row in table.rows for member in row.members}))
    if different != stated:
        working = f"{plain(different)} {UNEQUAL} {plain(stated)}"
        yield Finding(
            Code.MEMBERS_TOTAL, table.members, working, {"different": plain(different), "stated": plain(stated)}
        )
