"""The record as a table to take away: nothing in it says who a person is."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.timezone import localtime

from tequio.apps.record.models import Event
from tequio.apps.record.wording import SENTENCES

COLUMNS = ("number", "at", "verb", "what", "target", "process", "actor_kind", "actor")
KEY = 4  # digits of a pseudonym: enough to tell two people of a team apart, too few to look anybody up
PERSON = "person:"

type Row = tuple[Any, ...]


def rows(events: Iterable[Event], processes: Mapping[int, Any]) -> Iterator[Row]:
    """A row for each event, in the order given; the sentences are those of the reader's language at this moment."""
    words = {verb: str(said) for verb, said in SENTENCES.items()}
    slugs = {pk: process.slug for pk, process in processes.items()}
    return (_row(event, words, slugs) for event in events)


def _row(event: Event, words: Mapping[str, str], slugs: Mapping[int, str]) -> Row:
    what, process = words.get(event.verb, event.verb), slugs.get(event.process_id or 0, "")
    at = localtime(event.at).isoformat(timespec="seconds")
    return (event.pk, at, event.verb, what, target(event), process, event.actor_kind, event.actor_key[:KEY])


def target(event: Event) -> str:
    """The thing it was done to; somebody who signs in is not one that is told."""
    return "" if event.target.startswith(PERSON) else event.target
