"""Finding contributions by their words: FTS5 of SQLite or GIN of PostgreSQL, behind a few functions.

What is indexed is the column `stems`: the stems of the words, and before them marks that no text can hold (they begin
with "_") for the process and, of what everybody may read, for its kind, territory and meeting. So the index alone
narrows a search; no row has to be read to know that it is not wanted.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from tequio.apps.contributions.models import Contribution
from tequio.core.text.plain import plain
from tequio.core.text.stems import query_terms

PROCESS, VISIBLE = "_p", "_v"
BEYOND_LATIN = "\u0250"
FTS5 = "SELECT rowid FROM contributions_search WHERE contributions_search MATCH %s"
GIN = "SELECT id FROM contributions_contribution WHERE string_to_array(stems, ' ') @> %s"


def document(contribution: Contribution) -> str:
    """What the index keeps of a contribution; nothing once its words are gone."""
    words = terms_of(f"{contribution.title} {contribution.body}")
    if not words:
        return ""
    c = contribution
    where = (c.process_id, c.kind, c.territory_id, c.meeting_id)
    marks = marks_of(c.process_id)
    if c.shown and c.status == Contribution.Status.ACCEPTED:
        marks += [*marks_of(c.process_id, visible=True), *marks_of(*where, visible=True)]
    return " ".join([*marks, *words])


def terms_of(text: str) -> list[str]:
    """The stems of a text. Letters beyond Latin are spelt in hexadecimal: databases differ on which are letters."""
    stems = query_terms(plain(text))
    return [stem if max(stem) < BEYOND_LATIN else f"x{stem.encode().hex()}" for stem in stems]


def marks_of(
    process: int, kind: str = "", territory: int | None = None, meeting: int | None = None, *, visible: bool = False
) -> list[str]:
    """The marks to look for: one for each thing that narrows, or the process alone.

    Those of what everybody may read (`visible`) say the process too, so that the fewest and shortest lists are walked.
    """
    whole = f"{VISIBLE if visible else PROCESS}{process}"
    found = {"k": kind, "t": territory, "m": meeting} if visible else {}
    return [f"{whole}{letter}{value}" for letter, value in found.items() if value] or [whole]


@dataclass(frozen=True, slots=True)
class Search:
    """Every word and mark that must be there; `among` narrows it further to some ids.

    Within a process, rows are added in the order of their numbers, so the order of ids is the order of numbers.
    """

    terms: tuple[str, ...]
    among: Sequence[int] | None = None

    def ids(self, *, limit: int, before: int | None = None, after: int | None = None) -> list[int]:
        """The newest ids below `before`, newest first; or the oldest above `after`, oldest first."""
        sql, params = self._sql()
        key = "rowid" if connection.vendor == "sqlite" else "id"
        for bound, sign in ((before, "<"), (after, ">")):
            sql += f" AND {key} {sign} %s" if bound is not None else ""
            params += [bound] if bound is not None else []
        return _column(f"{sql} ORDER BY {key} {'DESC' if after is None else 'ASC'} LIMIT %s", [*params, limit])

    def _sql(self) -> tuple[str, list[object]]:
        lite = connection.vendor == "sqlite"
        asked: list[object] = [quoted(self.terms) if lite else list(self.terms)]
        sql = FTS5 if lite else GIN
        if self.among is not None:
            # The plus keeps SQLite from asking the index anew for each of those ids.
            sql += " AND +rowid IN (SELECT value FROM json_each(%s))" if lite else " AND id = ANY(%s)"
            asked.append(json.dumps(list(self.among)) if lite else list(self.among))
        return sql, asked


def search_for(text: str, marks: Iterable[str]) -> Search | None:
    """None when the text asks for no word at all ("de la")."""
    words = terms_of(text)
    return Search((*marks, *words)) if words else None


def matching(found: QuerySet[Contribution], text: str, marks: Iterable[str]) -> QuerySet[Contribution]:
    """Those of `found` that hold every word of `text`; for pages of staff, which sort and narrow as they like."""
    search = search_for(text, marks)
    if search is None:
        return found.none()
    terms = quoted(search.terms) if connection.vendor == "sqlite" else list(search.terms)
    return found.filter(pk__in=RawSQL(FTS5 if connection.vendor == "sqlite" else GIN, [terms]))  # noqa: S611


def quoted(terms: Iterable[str]) -> str:
    return " ".join(f'"{term}"' for term in terms)


def erase_traces() -> None:
    """Leave no word of what was just withdrawn in the index.

    FTS5 marks entries as deleted and keeps them until it merges; a full merge drops them, and secure_delete then writes
    zeros over the pages. PostgreSQL removes index entries with the rows, when it vacuums.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO contributions_search (contributions_search) VALUES ('optimize')")


def _column(sql: str, params: Sequence[Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [row[0] for row in cursor.fetchall()]
