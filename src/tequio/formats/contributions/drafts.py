"""From a row of a table to a contribution that is not one yet."""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Facts
from dataclasses import dataclass, field
from datetime import date

from tequio.core.refusals import Refusal
from tequio.core.text.plain import excerpt, plain
from tequio.core.text.similar import fingerprint
from tequio.formats.contributions import words
from tequio.formats.contributions.clean import clean
from tequio.formats.contributions.days import day
from tequio.formats.contributions.mapping import Mapping
from tequio.formats.tables.values import Row

LONGEST_TITLE = 300
SHORT_TITLE = 120
LONGEST_ID = 80
SHOWN = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """A row that may become a contribution. Empty text means not stated; `line` is where a person finds it."""

    line: int
    title: str
    body: str
    kind: str
    fingerprint: str
    territory_text: str = ""
    said_on: date | None = None
    source_id: str = ""
    code: str = ""
    organization: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A code and facts about a line: why it was left out, or what of it was not understood."""

    line: int
    code: str
    facts: Facts[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftReader:
    """`kind` is for rows that state none that is known; `longest` counts characters of a text."""

    columns: Sequence[str]
    mapping: Mapping
    kind: str
    longest: int

    def draft(self, row: Row) -> tuple[Draft, tuple[Remark, ...]]:
        """Read a row. Refuses row.cells, row.empty and row.too_long; remarks on what the draft had to leave behind."""
        cells = self._cells(row)
        remarks = list[Remark]()

        def understood[T](name: str, understand: Callable[[str], T], code: str) -> T:
            text = cells.get(name, "")
            value = understand(text)
            if text and not value:
                remarks.append(Remark(row.line, code, {"text": excerpt(text, SHOWN)}))
            return value

        title, body = self._words(row.line, cells, remarks)
        draft = Draft(
            line=row.line,
            title=title,
            body=body,
            kind=understood("kind", words.kind, "row.kind_unread") or self.kind,
            fingerprint=fingerprint(f"{title}\n{body}"),
            territory_text=cells.get("territory", ""),
            said_on=understood("said_on", day, "row.date_unread"),
            source_id=understood("source_id", _short, "row.id_too_long"),
            code=cells.get("code", ""),
            organization=cells.get("organization", ""),
            language=understood("language", words.language, "row.language_unread"),
        )
        return self._checked(draft), tuple(remarks)

    def _cells(self, row: Row) -> dict[str, str]:
        if len(row.cells) != len(self.columns):
            raise Refusal("row.cells", found=len(row.cells), expected=len(self.columns))
        by_column = dict(zip(self.columns, row.cells, strict=True))
        return {name: _read(name, by_column[column]) for name, column in self.mapping.used().items()}

    def _words(self, line: int, cells: Facts[str, str], remarks: list[Remark]) -> tuple[str, str]:
        title, body = cells.get("title", ""), cells.get("body", "")
        if len(title) <= LONGEST_TITLE:
            return title, body
        remarks.append(Remark(line, "row.title_moved", {"limit": LONGEST_TITLE}))
        return excerpt(title, SHORT_TITLE), "\n\n".join(filter(None, (title, body)))

    def _checked(self, draft: Draft) -> Draft:
        if not draft.fingerprint:
            raise Refusal("row.empty")
        if len(draft.body) > self.longest:
            raise Refusal("row.too_long", length=len(draft.body), limit=self.longest)
        return draft


def _read(name: str, text: str) -> str:
    if name == "body":
        return clean(text)
    return " ".join((clean if name == "title" else plain)(text).split())


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_ID else ""
