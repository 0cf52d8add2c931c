"""Reads of the record: what was done, newest first, a page at a time by the number of the event."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from tequio.apps.record.models import Event

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Some events; `newer` and `older` are the numbers to go on from, None where there is nothing more."""

    events: tuple[Event, ...]
    newer: int | None = None
    older: int | None = None


def events(*, process: int | None = None, verb: str = "") -> QuerySet[Event]:
    """What was done in the space in force, newest first; of one process, or of one verb."""
    found: QuerySet[Event] = Event.objects.order_by("-id")
    found = found.filter(process_id=process) if process is not None else found
    return found.filter(verb=verb) if verb else found


def page_of(found: QuerySet[Event], *, before: int | None = None, after: int | None = None) -> Page:
    """The events older than `before`, or else those just newer than `after`, or else the newest: one query."""
    if before is None and after is not None:
        rows = list(found.filter(id__gt=after).order_by("id")[: PER_PAGE + 1])
        shown, more = rows[:PER_PAGE][::-1], len(rows) > PER_PAGE
        return Page(tuple(shown), shown[0].pk if shown and more else None, shown[-1].pk if shown else None)
    rows = list((found.filter(id__lt=before) if before is not None else found)[: PER_PAGE + 1])
    shown, more = rows[:PER_PAGE], len(rows) > PER_PAGE
    newer = shown[0].pk if shown and before is not None else None
    return Page(tuple(shown), newer, shown[-1].pk if more else None)


def processes_in(space: Any) -> Mapping[int, Any]:
    """The processes of a space by id. They live on a floor above this one, so they are reached through the space."""
    return {process.pk: process for process in space.processes.order_by("slug")}
