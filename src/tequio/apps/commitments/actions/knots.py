"""What the actions of this app share: a thing's knot, words that must be there, a line in the record."""

from datetime import date, datetime
from urllib.parse import urlsplit

from django.utils.timezone import localdate

from tequio.apps.commitments.models import Commitment, Decision, Milestone
from tequio.apps.record import actions as record
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind

type Thing = Decision | Commitment | Milestone

KINDS: dict[type, Kind] = {Decision: Kind.DECISION, Commitment: Kind.COMMITMENT, Milestone: Kind.MILESTONE}


def words(text: Localized, field: str = "title") -> dict[str, str]:
    """The text without empty languages; refused when nothing is left."""
    kept = some_words(text)
    if not kept:
        raise Refusal("commitments.words_needed", field=field)
    return kept


def some_words(text: Localized) -> dict[str, str]:
    return {language: said.strip() for language, said in text.items() if said.strip()}


def web_address(link: str) -> str:
    """A link that a browser may follow: nothing but http and https."""
    if link and urlsplit(link).scheme not in {"http", "https"}:
        raise Refusal("commitments.not_a_link", field="evidence")
    return link


def not_later(field: str, on: date | None, at: datetime) -> None:
    """Nothing is said to have happened on a day that has not come."""
    if on is not None and on > localdate(at):
        raise Refusal("commitments.in_the_future", field=field)


def knotted(thing: Thing) -> Knot:
    """Make the knot of a thing, or bring it up to date."""
    kind = KINDS[type(thing)]
    row = thread.Thing(kind, thing.pk, ref(kind, thing.number), thing.title, synthetic=thing.synthetic)
    return thread.add_knot(thing.process, row)


def noted(verb: str, thing: Thing, *, by: Actor, at: datetime, **facts: object) -> None:
    process, target = thing.process, ref(KINDS[type(thing)], thing.number)
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=target, **facts)
