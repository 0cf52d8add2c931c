"""What people write themselves: the open call, and what they may do later with their own words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from tequio.apps.contributions import queries, search
from tequio.apps.contributions.actions.keeping import Words, keep, thing, write
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes import actions as processes
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import locked, require_open
from tequio.apps.record import actions as record
from tequio.apps.territories.models import Territory
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.core.actors import Actor
from tequio.core.phases import Activity
from tequio.core.refusals import Refusal
from tequio.core.text.similar import fingerprint
from tequio.core.thread import Kind

WAVE = "A1"  # the open call ("abierta"); its people are A1#01, A1#02 …
LOST_ANSWER = timedelta(hours=1)  # in which somebody who sent twice, and never saw the first answer, gets words anew
SHOW, QUOTE = "show", "quote"


@dataclass(frozen=True, slots=True)
class Saying:
    """What the open call asks. `sent_as` names the sending: the same one twice is one contribution."""

    body: str
    sent_as: UUID
    kind: str = Contribution.Kind.NEED
    language: str = "es"
    territory: Territory | None = None
    speaks_for: Participant.SpeaksFor = Participant.SpeaksFor.SELF
    consents: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """`words_given`: the passphrase that came along is now theirs and must be shown."""

    contribution: Contribution
    words_given: bool


@transaction.atomic
def say(
    *, process: Process, saying: Saying, participant: Participant | None, words: str, by: Actor, at: datetime
) -> Told:
    """Keep what somebody writes. `words` become the passphrase of a person who is new; others keep theirs."""
    held = locked(process)
    if before := _sent_before(held, saying.sent_as) or _said_before(participant, saying):
        return _again(before, participant, words, by=by, at=at)
    require_open(held, Activity.CONTRIBUTE, localdate(at))
    if not fingerprint(saying.body):
        raise Refusal("contributions.no_words", field="body")
    person = participant or _newcomer(held, saying, words, by=by, at=at)
    status = Contribution.Status.NEW if held.moderation == Process.Moderation.BEFORE else Contribution.Status.ACCEPTED
    said = _words(saying, person, synthetic=held.synthetic)
    made = keep(held, [said], channel=Contribution.Channel.WEB, status=status, by=by, at=at)[0]
    noted("contribution.said", held, made, by=by, at=at)
    return Told(made, words_given=participant is None)


def _sent_before(process: Process, sent_as: UUID) -> Contribution | None:
    return queries.contributions_of(process).select_related("participant").filter(sent_as=sent_as).first()


def _said_before(person: Participant | None, saying: Saying) -> Contribution | None:
    """The same words of the same person: somebody went back and sent the page again, which then had a new name."""
    if person is None or not (same := fingerprint(saying.body)):
        return None
    every = queries.living_of(person).select_related("participant")
    return every.filter(fingerprint=same, kind=saying.kind).first()


def _again(before: Contribution, participant: Participant | None, words: str, *, by: Actor, at: datetime) -> Told:
    """Whoever sends the same again without being known here may never have seen their words: they get new ones."""
    person = before.participant
    lost = participant is None and person is not None and person.withdrawn_at is None
    if not lost or person is None or at - before.made_at > LOST_ANSWER:
        return Told(before, words_given=False)
    processes.give_passphrase(person, words=words, by=by, at=at)
    return Told(before, words_given=True)


def _newcomer(process: Process, saying: Saying, words: str, *, by: Actor, at: datetime) -> Participant:
    consents = {name: localdate(at).isoformat() for name in sorted(saying.consents)}
    newcomer = Newcomer(territory=saying.territory, speaks_for=saying.speaks_for, consents=consents)
    person = processes.add_participant(process, wave=WAVE, newcomer=newcomer, by=by, at=at)
    processes.give_passphrase(person, words=words, by=by, at=at)
    return person


def _words(saying: Saying, person: Participant, *, synthetic: bool) -> Words:
    return Words(
        saying.body,
        kind=saying.kind,
        language=saying.language,
        shown=SHOW in person.consents,
        participant=person,
        territory_id=saying.territory.pk if saying.territory else person.territory_id,
        sent_as=saying.sent_as,
        synthetic=synthetic,
    )


@transaction.atomic
def correct(*, contribution: Contribution, kind: str, body: str, by: Actor, at: datetime) -> Contribution:
    """New words in the place of the old ones; where words are read first, they are read again."""
    held = living(contribution)
    if not fingerprint(body):
        raise Refusal("contributions.no_words", field="body")
    read_first = held.process.moderation == Process.Moderation.BEFORE
    if read_first and body != held.body and held.status == Contribution.Status.ACCEPTED:
        held.status = Contribution.Status.NEW
    held.kind = kind
    write(held, title=held.title, body=body)
    held.save()
    thread.add_knots(held.process, [thing(held)])
    noted("contribution.corrected", held.process, held, by=by, at=at)
    return held


@transaction.atomic
def consent(*, participant: Participant, consents: Collection[str], by: Actor, at: datetime) -> Participant:
    """Change what may be done with all that a person has said here. What was agreed before keeps its date."""
    locked(participant.process)
    held: Participant = Participant.objects.select_related("process").get(pk=participant.pk)
    today = localdate(at).isoformat()
    held.consents = {name: held.consents.get(name, today) for name in sorted(consents)}
    held.save(update_fields=["consents"])
    _show(held.process, list(queries.living_of(held)), shown=SHOW in consents)
    code = str(held.code)
    record.note(
        "participant.consented", by=by, at=at, space=held.process.space_id, process=held.process_id, target=code,
        consents=sorted(consents),
    )  # fmt: skip
    return held


def _show(process: Process, rows: list[Contribution], *, shown: bool) -> None:
    for row in rows:
        row.shown = shown
        row.stems = search.document(row)
    Contribution.objects.bulk_update(rows, ["shown", "stems"])
    thread.add_knots(process, map(thing, rows))


@transaction.atomic
def withdraw(*, contribution: Contribution, by: Actor, at: datetime) -> Contribution:
    """Take one's words back: they are erased, also where they were quoted; only the number stays."""
    held = living(contribution)
    _erase(held)
    search.erase_traces()
    noted("contribution.withdrawn", held.process, held, by=by, at=at)
    return held


@transaction.atomic
def withdraw_everything(*, participant: Participant, by: Actor, at: datetime) -> int:
    """Take back all that a person said in a process and forget the person; return how many contributions it was."""
    process = locked(participant.process)
    rows = list(queries.living_of(participant))
    for row in rows:
        _erase(row)
        noted("contribution.withdrawn", process, row, by=by, at=at)
    search.erase_traces()
    processes.withdraw(participant, by=by, at=at)
    return len(rows)


def _erase(row: Contribution) -> None:
    row.title = row.body = row.stems = row.fingerprint = row.source_id = row.reason = ""
    row.shown, row.status = False, Contribution.Status.WITHDRAWN
    row.territory = row.meeting = row.said_on = row.batch = None
    row.save()
    row.quotes.all().delete()
    thread.remove_knot(row.process, Kind.CONTRIBUTION, row.pk)


def living(contribution: Contribution) -> Contribution:
    """The row, held and still with its words."""
    locked(contribution.process)
    held: Contribution = Contribution.objects.select_related("process", "participant").get(pk=contribution.pk)
    if held.status == Contribution.Status.WITHDRAWN:
        raise Refusal("contributions.withdrawn", ref=ref(Kind.CONTRIBUTION, held.number))
    return held


def noted(verb: str, process: Process, row: Contribution, *, by: Actor, at: datetime, **facts: object) -> None:
    target = ref(Kind.CONTRIBUTION, row.number)
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=target, **facts)
