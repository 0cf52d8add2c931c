"""Single cells: counts that are no number or not what is listed, members and labels that come twice."""

from collections import Counter
from collections.abc import Iterator

from tequio.core.linting.arithmetic import UNEQUAL, plain
from tequio.core.linting.values import Code, Fact, Finding, PrintedTable, Row
from tequio.core.text.fold import fold


def unsound_cells(table: PrintedTable) -> Iterator[Finding]:
    yield from _labels_twice(table)
    for row in table.rows:
        if row.unread:
            yield Finding(Code.COUNT_UNREAD, row.place, "", {"label": row.label, "unread": row.unread})
        if table.members:
            yield from _members(row)


def _labels_twice(table: PrintedTable) -> Iterator[Finding]:
    """A blank label is no label: rows may go on under the one above."""
    lines: dict[str, list[int]] = {}
    for row in table.rows:
        lines.setdefault(" ".join(fold(row.label).split()), []).append(row.line)
    first = {line: row for row in table.rows for line in [row.line]}
    for label, those in lines.items():
        if label and len(those) > 1:
            row = first[those[0]]
            facts = {"label": row.label, "lines": ", ".join(map(str, those))}
            yield Finding(Code.LABEL_TWICE, row.place, "", facts)


def _members(row: Row) -> Iterator[Finding]:
    twice = sorted(member for member, n in Counter(row.members).items() if n > 1)
    if twice:
        working = f"{len(row.members)} − {len(row.members) - len(set(row.members))} = {len(set(row.members))}"
        yield Finding(Code.MEMBER_TWICE, row.place, working, {"label": row.label, "members": ", ".join(twice)})
    listed = len(set(row.members))
    if (row.count is not None and row.count != listed) or (row.count is None and listed and not row.unread):
        printed = plain(row.count) if row.count is not None else "—"
        facts: dict[str, Fact] = {"label": row.label, "printed": printed, "listed": listed}
        yield Finding(Code.MEMBERS_DIFFER, row.place, f"{printed} {UNEQUAL} {listed}", facts)
