"""Sums that a text gives for some rows: do they hold, do they count twice, and what is in none of them?"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from tequio.core.linting.arithmetic import UNEQUAL, added, plain, slip, taken, total
from tequio.core.linting.parts import Parts
from tequio.core.linting.totals import numbers
from tequio.core.linting.values import Code, Fact, Finding, PrintedTable, Row, Sum
from tequio.core.refusals import Refusal


def unsound_subtotals(table: PrintedTable, parts: Parts) -> Iterator[Finding]:
    """Refuse linting.row_unknown when a sum names a row that is not there, or there twice."""
    by_label = {row.label: row for row in table.rows}
    for one in table.sums:
        rows = [by_label[label] for label in _named(one, table.rows)]
        yield from _differs(one, rows)
        yield from _counts_twice(one, rows)
    if table.sums:
        yield from _left_out(table.sums, by_label, parts)


def _named(one: Sum, rows: Sequence[Row]) -> tuple[str, ...]:
    labels = [row.label for row in rows]
    for label in one.rows:
        if labels.count(label) != 1:
            raise Refusal("linting.row_unknown", sum=one.name, row=label)
    return one.rows


def _differs(one: Sum, rows: Sequence[Row]) -> Iterator[Finding]:
    found = total(numbers(list(rows)))
    if found == one.stated:
        return
    terms = added(row.count or Decimal(0) for row in rows)
    larger, smaller = max(found, one.stated), min(found, one.stated)
    working = f"{terms}; {plain(one.stated)} {UNEQUAL} {plain(found)}; {taken(larger, smaller)}"
    facts = {"sum": plain(found), "stated": plain(one.stated), "slip": slip(plain(one.stated), plain(found))}
    yield Finding(Code.SUBTOTAL_DIFFERS, one.name, working, facts)


def _counts_twice(one: Sum, rows: Sequence[Row]) -> Iterator[Finding]:
    counted = sum(len(set(row.members)) for row in rows)
    different = len({member for row in rows for member in row.members})
    if counted > different:
        working = f"{counted} − {different} = {counted - different}"
        yield Finding(
            Code.SUBTOTAL_COUNTS_TWICE, one.name, working, {"different": different, "twice": counted - different}
        )


def _left_out(sums: Sequence[Sum], by_label: Mapping[str, Row], parts: Parts) -> Iterator[Finding]:
    """Members of the table that no sum counts. Rows are named where nothing of them is counted."""
    counted = {member for one in sums for label in one.rows for member in by_label[label].members}
    every = {member for row in parts.rows for member in row.members}
    if not every - counted:
        return
    without = [row.label for row in parts.outer if row.members and not counted.intersection(row.members)]
    working = f"{len(every)} − {len(counted)} = {len(every - counted)}"
    facts: dict[str, Fact] = {"n": len(every - counted), "labels": ", ".join(without)}
    yield Finding(
        Code.LEFT_OUT, sums[0].name if len(sums) == 1 else f"{sums[0].name} … {sums[-1].name}", working, facts
    )
