"""The list that everybody reads: twenty rows a page, as quick at its end as at its start, with what was asked for."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db.models import QuerySet
from django.db.models.functions import Substr

from tequio.apps.contributions import search
from tequio.apps.contributions.filters import Filters, number_in
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.queries import accepted, accepted_under, among, contributions_of
from tequio.apps.contributions.search import Search
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Process

SIZE = 20
MOST = 1000  # counted one by one; beyond it a page says "more than 1,000"
PEEK = 260
NOWHERE = -1
KEPT_COUNTS, KEPT_THEMES = 512, 64
SHOWN_OF_ROW = (
    "number", "kind", "title", "language", "shown", "said_on", "synthetic", "process_id",
    "participant__wave", "participant__number", "territory__name", "meeting__number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """Ids of territories by their code, and of the knots of public themes by their ref."""

    places: Mapping[str, int]
    themes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """Rows from newest to oldest; the numbers to go on from (None at an end).

    `count` is how many there are, up to `MOST` + 1 where something narrows the list; only the first page counts.
    """

    rows: list[Contribution]
    newer: int | None
    older: int | None
    count: int | None


def page_of(process: Process, wanted: Filters, known: Known) -> Page:
    place = known.places.get(wanted.territory, NOWHERE) if wanted.territory else None
    theme = known.themes.get(wanted.theme, NOWHERE) if wanted.theme else None
    meeting = _meeting(process, wanted.meeting) if wanted.meeting else None
    if NOWHERE in (place, theme, meeting):
        return Page([], None, None, 0)
    if wanted.text:
        marks = search.marks_of(process.pk, wanted.kind, place, meeting, visible=True)
        return _searched(process, wanted, search.search_for(wanted.text, marks), theme)
    chosen = Chosen(process.pk, wanted.kind, place, theme, meeting)
    return _listed(chosen, wanted, process.thread_revision)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What narrows a list without words, as ids; None and "" mean all."""

    process: int
    kind: str = ""
    place: int | None = None
    theme: int | None = None
    meeting: int | None = None

    @property
    def narrowing(self) -> bool:
        return any((self.kind, self.place, self.theme, self.meeting))

    def found(self) -> QuerySet[Contribution]:
        wanted = {"kind": self.kind, "territory_id": self.place, "meeting_id": self.meeting}
        found = accepted_under(self.theme) if self.theme else accepted(self.process)
        return found.filter(**{name: value for name, value in wanted.items() if value})


def rows_for(found: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """With what a row shows, and of long texts no more than their beginning."""
    related = found.select_related("participant", "territory", "meeting")
    return related.only(*SHOWN_OF_ROW).annotate(peek=Substr("body", 1, PEEK))


def _meeting(process: Process, ref: str) -> int:
    number = number_in(ref[1:]) or 0
    found: int | None = Meeting.objects.filter(process=process, number=number).values_list("pk", flat=True).first()
    return found or NOWHERE


def _listed(chosen: Chosen, wanted: Filters, revision: int) -> Page:
    if chosen.theme and chosen == Chosen(chosen.process, theme=chosen.theme):
        return _grouped(_under(chosen.theme, revision), wanted)
    found, order = chosen.found(), "-number" if wanted.after is None else "number"
    bounds = {"number__gt": wanted.after, "number__lt": wanted.before if wanted.after is None else None}
    near = found.filter(**{name: number for name, number in bounds.items() if number is not None})
    rows = list(rows_for(near).order_by(order)[: SIZE + 1])
    return _page(rows, wanted, _count(chosen, revision) if wanted.first_page else None)


@dataclass(frozen=True, slots=True)
class Under:
    """What is accepted in a theme: numbers in ascending order, and the ids of the same."""

    numbers: "array[int]"
    ids: "array[int]"


@lru_cache(maxsize=KEPT_THEMES)
def _under(theme: int, revision: int) -> Under:  # noqa: ARG001 (the revision is there to be forgotten by)
    found = list(accepted_under(theme).order_by("number").values_list("number", "pk"))
    return Under(array("q", (number for number, _pk in found)), array("q", (pk for _number, pk in found)))


def _grouped(under: Under, wanted: Filters) -> Page:
    if wanted.after is not None:
        start = bisect_right(under.numbers, wanted.after)
        near, order = under.ids[start : start + SIZE + 1], "number"
    else:
        end = len(under.ids) if wanted.before is None else bisect_left(under.numbers, wanted.before)
        near, order = under.ids[max(0, end - SIZE - 1) : end], "-number"
    rows = rows_for(among(near).filter(status=Contribution.Status.ACCEPTED)).order_by(order)
    return _page(list(rows), wanted, len(under.ids) if wanted.first_page else None)


@lru_cache(maxsize=KEPT_COUNTS)
def _count(chosen: Chosen, revision: int) -> int:  # noqa: ARG001 (the revision is there to be forgotten by)
    """Counted anew only when something on the thread of the process changed, as any change of what is accepted does."""
    found = chosen.found().order_by()
    return (found[: MOST + 1] if chosen.narrowing else found).count()


def _searched(process: Process, wanted: Filters, asked: Search | None, theme: int | None) -> Page:
    if asked is None:
        return Page([], None, None, 0)
    if theme:
        asked = replace(asked, among=_under(theme, process.thread_revision).ids)
    if wanted.first_page:
        ids = asked.ids(limit=MOST + 1)
        return _page(_rows(ids[: SIZE + 1]), wanted, len(ids))
    before, after = _id_below(process, wanted.before), _id_below(process, wanted.after)
    rows = _rows(asked.ids(limit=SIZE + 1, before=before, after=after))
    return _page(rows[::-1] if after is not None else rows, wanted, None)


def _rows(ids: list[int]) -> list[Contribution]:
    return list(rows_for(among(ids).filter(status=Contribution.Status.ACCEPTED, shown=True)).order_by("-number"))


def _id_below(process: Process, number: int | None) -> int | None:
    if number is None:
        return None
    found: int | None = contributions_of(process).filter(number=number).values_list("pk", flat=True).first()
    return found if found is not None else NOWHERE


def _page(near: list[Contribution], wanted: Filters, count: int | None) -> Page:
    """`near` holds one more than a page where there is more in its direction."""
    more, forward = len(near) > SIZE, wanted.after is not None
    rows = near[:SIZE][::-1] if forward else near[:SIZE]
    if not rows:
        return Page([], None, None, count)
    newer = rows[0].number if (more if forward else wanted.before is not None) else None
    older = rows[-1].number if (forward or more) else None
    return Page(rows, newer, older, count)
