"""All checks of a printed table, in the order in which a reader wants them."""

from tequio.core.linting.cells import unsound_cells
from tequio.core.linting.groups import unsound_groups
from tequio.core.linting.parts import Parts, parts_of, unsound_parts
from tequio.core.linting.subtotals import unsound_subtotals
from tequio.core.linting.totals import unsound_total
from tequio.core.linting.values import Finding, PrintedTable


def lint(table: PrintedTable) -> tuple[Finding, ...]:
    """Return what does not hold: the total and what explains it, the sums, then parts, labels and single cells.

    A check is only made where the table has what it needs: without `members` nothing is said about parts, without
    `expected` nothing about which label is right. Nothing is reported for a table that holds.
    """
    parts: Parts = parts_of(table.rows)
    return (
        *unsound_total(table, parts),
        *unsound_subtotals(table, parts),
        *unsound_parts(parts),
        *unsound_groups(table),
        *unsound_cells(table),
    )
