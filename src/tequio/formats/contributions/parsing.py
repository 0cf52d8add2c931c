"""From a table to contributions: which rows are taken, which repeat another, which are left out and why."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tequio.core.refusals import Refusal
from tequio.core.text.plain import excerpt
from tequio.formats.contributions.drafts import Draft, DraftReader, Remark
from tequio.formats.contributions.mapping import Mapping, require_columns
from tequio.formats.tables.values import Row, Table

LONGEST_BODY = 10_000
SHOWN = 90


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A row that says what an earlier line of the file says, or what is stored already: then `of_line` is None."""

    line: int
    of_line: int | None
    title: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """Every row of the table is in one of the first three; `noted` tells what was left behind of accepted rows."""

    accepted: tuple[Draft, ...]
    duplicates: tuple[Duplicate, ...]
    rejected: tuple[Remark, ...]
    noted: tuple[Remark, ...]


def parse(
    table: Table,
    mapping: Mapping,
    known: AbstractSet[str] = frozenset(),
    *,
    kind: str = "need",
    repeats: bool = False,
    longest: int = LONGEST_BODY,
) -> Parsed:
    """Sort the rows of a table.

    `known` holds fingerprints of what is stored; `kind` is for rows that state none that is known; `repeats` takes rows
    that say the same as another of the file, as two people may; `longest` counts characters of a text.

    Left out: row.cells, row.empty, row.too_long. Taken, and noted: row.date_unread, row.kind_unread,
    row.language_unread and row.id_too_long, which go without; row.title_moved, whose long title went into the text.
    """
    require_columns(mapping, table.columns)
    sorter = _Sorter(DraftReader(table.columns, mapping, kind, longest), known, repeats=repeats)
    for row in table.rows:
        sorter.take(row)
    return sorter.parsed()


class _Sorter:
    def __init__(self, reader: DraftReader, known: AbstractSet[str], *, repeats: bool) -> None:
        self._reader = reader
        self._known = known
        self._repeats = repeats
        self._lines: dict[str, int] = {}
        self._accepted = list[Draft]()
        self._duplicates = list[Duplicate]()
        self._rejected = list[Remark]()
        self._noted = list[Remark]()

    def take(self, row: Row) -> None:
        try:
            draft, remarks = self._reader.draft(row)
        except Refusal as refusal:
            self._rejected.append(Remark(row.line, refusal.code, refusal.facts))
            return
        if duplicate := self._duplicate(draft):
            self._duplicates.append(duplicate)
        else:
            self._accepted.append(draft)
            self._noted.extend(remarks)

    def _duplicate(self, draft: Draft) -> Duplicate | None:
        stored = draft.fingerprint in self._known
        first = self._lines.setdefault(draft.fingerprint, draft.line)
        if not stored and (first == draft.line or self._repeats):
            return None
        return Duplicate(draft.line, None if stored else first, excerpt(draft.title or draft.body, SHOWN))

    def parsed(self) -> Parsed:
        return Parsed(tuple(self._accepted), tuple(self._duplicates), tuple(self._rejected), tuple(self._noted))
