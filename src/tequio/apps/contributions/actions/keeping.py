"""The one way in: whatever people say, from wherever it comes, gets its number, its knot and its links here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tequio.apps.contributions import search
from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import next_number
from tequio.apps.thread import actions as thread
from tequio.apps.thread import queries as knots
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor
from tequio.core.text.plain import excerpt, plain
from tequio.core.text.similar import fingerprint
from tequio.core.thread import Kind, LinkKind

BATCH = 1000
LABEL = 90

type Tie = tuple[Knot, LinkKind, Knot]


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said, before it has a number. `shown`: they agreed that it may be shown with their code."""

    body: str
    title: str = ""
    kind: str = Contribution.Kind.NEED
    language: str = "es"
    shown: bool = False
    participant: Participant | None = None
    meeting: Meeting | None = None
    territory_id: int | None = None
    said_on: date | None = None
    source_id: str = ""
    sent_as: UUID | None = None
    synthetic: bool = False


def keep(
    process: Process,
    said: Iterable[Words],
    *,
    channel: str,
    status: str,
    by: Actor,
    at: datetime,
    batch: Batch | None = None,
) -> list[Contribution]:
    """Number and keep what was said, in its order, and tie it to who said it and where.

    Call it inside the transaction that holds the process.
    """
    first = next_number(Contribution, process)
    shared = {"process": process, "channel": channel, "status": status, "batch": batch, "made_at": at}
    rows = [_row(words, number, shared) for number, words in enumerate(said, first)]
    Contribution.objects.bulk_create(rows, batch_size=BATCH)
    _tie(process, rows, thread.add_knots(process, map(thing, rows)), by=by, at=at)
    return rows


def _row(words: Words, number: int, shared: Mapping[str, Any]) -> Contribution:
    row = Contribution(
        number=number,
        kind=words.kind,
        language=words.language,
        shown=words.shown,
        participant=words.participant,
        meeting=words.meeting,
        territory_id=words.territory_id,
        said_on=words.said_on,
        source_id=words.source_id,
        sent_as=words.sent_as,
        synthetic=words.synthetic,
        **shared,
    )
    write(row, title=words.title, body=words.body)
    return row


def write(row: Contribution, *, title: str, body: str) -> None:
    """Put words into a row, with all that is worked out from them."""
    row.title, row.body = plain(title), plain(body)
    row.fingerprint = fingerprint(f"{row.title}\n{row.body}")
    row.stems = search.document(row)


def thing(row: Contribution) -> thread.Thing:
    """The knot of a contribution: public once accepted; if it is only counted, it has no words and leads to nobody."""
    public = row.status == Contribution.Status.ACCEPTED
    name = ref(Kind.CONTRIBUTION, row.number)
    marks = {"public": public, "shown": row.shown, "synthetic": row.synthetic}
    return thread.Thing(Kind.CONTRIBUTION, row.pk, name, label(row), **marks)


def label(row: Contribution) -> dict[str, str]:
    name = ref(Kind.CONTRIBUTION, row.number)
    if not row.shown:
        return {"es": f"Aporte {name}: se cuenta y no se muestra", "en": f"Contribution {name}: counted, not shown"}
    return {row.language: excerpt(row.title or row.body, LABEL)}


def _tie(process: Process, rows: Sequence[Contribution], made: Sequence[Knot], *, by: Actor, at: datetime) -> None:
    people = _knots_of_people(process, rows)
    meetings = knots.knots_of(process, Kind.MEETING, {row.meeting_id for row in rows if row.meeting_id})
    links: list[Tie] = []
    for row, knot in zip(rows, made, strict=True):
        if row.participant_id in people:
            links.append((people[row.participant_id], LinkKind.SAID, knot))
        if row.meeting_id in meetings:
            links.append((meetings[row.meeting_id], LinkKind.GATHERED, knot))
    if links:
        thread.tie_many(process, links, by=by, at=at)


def _knots_of_people(process: Process, rows: Iterable[Contribution]) -> dict[int | None, Knot]:
    people = {row.participant_id: row.participant for row in rows if row.participant is not None}
    things = [
        thread.Thing(Kind.PARTICIPANT, person.pk, str(person), {"es": str(person)}, synthetic=person.synthetic)
        for person in people.values()
    ]
    return dict(zip(people, thread.add_knots(process, things), strict=True)) if things else {}
