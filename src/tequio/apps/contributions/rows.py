"""A contribution as one row of a list: the few words and facts that the template writes, worked out once."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.apps.contributions import queries
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.wording import KINDS, STATUS_MARKS, STATUSES
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import sparse_places
from tequio.apps.territories.models import Territory

HEAD = 110
MORE = 180


class Mine(NamedTuple):
    """What somebody said themselves, with where it stands and what came of it."""

    said: Contribution
    ref: str
    kind: str
    status: str
    mark: str
    came: queries.Counts


class Waiting(NamedTuple):
    """What staff decide about, with all of its words."""

    said: Contribution
    ref: str
    kind: str
    facts: str
    ticked: bool


class Row(NamedTuple):
    """`head` is what the link says, `more` goes beneath; `language` only where it is not the page's own."""

    ref: str
    url: str
    head: str
    more: str
    language: str
    facts: str
    synthetic: bool


def rows_of(process: Process, found: Iterable[Contribution], sparse: Collection[int] | None = None) -> list[Row]:
    """Rows for everybody: in a place of `sparse`, where few take part, no code stands beside the name of the place."""
    contributions, sparse = list(found), sparse_places(process) if sparse is None else sparse
    themes = queries.themes_of(process, contributions)
    base = reverse("contributions:list", args=[process.space.slug, process.slug])
    names = {key: str(name) for key, name in KINDS.items()}
    rows = ((row, f"{base}{row.number}/", names[row.kind], themes.get(row.pk, ())) for row in contributions)
    return [_row(*row, sparse) for row in rows]


def _row(row: Contribution, url: str, kind: str, themes: Iterable[str], sparse: Collection[int]) -> Row:
    head, more = _words(row) if row.shown else (_("Counted, not shown"), "")
    facts = [kind, *(_where_from(row, sparse) if row.shown else ()), *themes]
    language = row.language if row.shown and row.language != get_language() else ""
    return Row(f"A{row.number}", url, head, more, language, " · ".join(facts), row.synthetic)


def _words(row: Contribution) -> tuple[str, str]:
    peek: str = row.peek  # type: ignore[attr-defined]  # (the beginning of the body, cut by the query)
    return (row.title, cut(peek)) if row.title else (cut(peek), "")


def cut(text: str) -> str:
    """The beginning of words that were made plain when they were kept."""
    line = " ".join(text.split())
    if len(line) <= MORE:
        return line
    words, space, _rest = line[:MORE].rpartition(" ")
    return (words if space else line[: MORE - 1]).rstrip(" ,;:.") + "…"


def place_of(row: Contribution, sparse: Collection[int]) -> Territory | None:
    """Where it was said from, unless that and the code together could point at a person."""
    telling = row.participant_id is not None and row.territory_id in sparse
    return None if telling else row.territory


def _where_from(row: Contribution, sparse: Collection[int] = ()) -> Iterable[str]:
    place = place_of(row, sparse)
    if row.participant is not None:
        yield str(row.participant)
    if place is not None:
        yield place.name
    if row.meeting is not None:
        yield f"E{row.meeting.number}"
    if row.said_on is not None:
        yield date_format(row.said_on, "DATE_FORMAT")


def mine_of(person: Participant) -> list[Mine]:
    said = list(queries.everything_of(person))
    came = queries.came_of_each(person.process, said)
    return [
        Mine(
            row,
            f"A{row.number}",
            str(KINDS[row.kind]),
            str(STATUSES[row.status]),
            STATUS_MARKS[row.status],
            came.get(row.pk, []),
        )
        for row in said
    ]


def waiting_of(found: Iterable[Contribution], *, ticked: Collection[int]) -> list[Waiting]:
    return [
        Waiting(row, f"A{row.number}", str(KINDS[row.kind]), " · ".join(_where_from(row)), row.number in ticked)
        for row in found
    ]
