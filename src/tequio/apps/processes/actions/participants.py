"""Writes to the people in a process. A code is all they are known by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.actions.invitations import invite
from tequio.apps.processes.actions.noting import noted
from tequio.apps.processes.models import Invitation, Participant, Phase, Process
from tequio.apps.processes.passphrases import sealed_words
from tequio.apps.processes.queries import locked
from tequio.apps.territories.models import Territory
from tequio.core.actors import Actor
from tequio.core.participants import Code, next_code, parse
from tequio.core.refusals import Refusal

SpeaksFor = Participant.SpeaksFor


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a person says of themselves. Who names an organisation speaks for it; `attributes` are bands by key."""

    territory: Territory | None = None
    organization: Organization | None = None
    speaks_for: SpeaksFor = SpeaksFor.SELF
    attributes: Mapping[str, str] = field(default_factory=dict)
    consents: Mapping[str, str] = field(default_factory=dict)

    @property
    def voice(self) -> SpeaksFor:
        return SpeaksFor.ORGANIZATION if self.organization else self.speaks_for


def add_participant(
    process: Process,
    *,
    wave: str,
    newcomer: Newcomer = Newcomer(),
    phase: Phase | None = None,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Participant:
    people = [newcomer]
    return add_participants(process, wave=wave, people=people, phase=phase, synthetic=synthetic, by=by, at=at)[0]


@transaction.atomic
def add_participants(
    process: Process,
    *,
    wave: str,
    people: Sequence[Newcomer],
    phase: Phase | None = None,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> list[Participant]:
    """Give each the next code of the wave, in the order given; with a phase, they take part in it."""
    held = locked(process)
    first = _next(held, parse(f"{wave}#1").wave)
    codes = [Code(first.wave, first.number + place) for place in range(len(people))]
    rows = [_row(held, code, person, synthetic=synthetic, at=at) for code, person in zip(codes, people, strict=True)]
    made: list[Participant] = Participant.objects.bulk_create(rows)
    if phase is not None:
        invite(phase, made, state=Invitation.State.CAME, by=by, at=at)
    noted("participants.added", held, str(first), by=by, at=at, n=len(made))
    return made


def _next(process: Process, wave: str) -> Code:
    """The numbers of people who left are never given again, so theirs count too."""
    last = process.participants.filter(wave=wave).aggregate(last=Max("number"))["last"]
    return next_code(wave, [Code(wave, last)] if last else [])


def _row(process: Process, code: Code, person: Newcomer, *, synthetic: bool, at: datetime) -> Participant:
    return Participant(
        process=process,
        wave=code.wave,
        number=code.number,
        speaks_for=person.voice,
        organization=person.organization,
        territory=person.territory,
        attributes=dict(person.attributes),
        consents=dict(person.consents),
        synthetic=synthetic,
        made_at=at,
    )


@transaction.atomic
def edit_participant(participant: Participant, *, person: Newcomer, by: Actor, at: datetime) -> Participant:
    """Write down anew what is known; the code and what was said stay."""
    held = _held(participant)
    held.speaks_for, held.organization, held.territory = person.voice, person.organization, person.territory
    held.attributes, held.consents = dict(person.attributes), dict(person.consents)
    held.save(update_fields=["speaks_for", "organization", "territory", "attributes", "consents"])
    noted("participant.edited", held.process, str(held.code), by=by, at=at)
    return held


@transaction.atomic
def withdraw(participant: Participant, *, by: Actor, at: datetime) -> Participant:
    """Forget all that is known of a person who leaves; the code stays, so that nobody else is ever given it.

    What they said belongs to the app of contributions, which asks them about it.
    """
    held = _held(participant)
    held.speaks_for, held.organization, held.territory = SpeaksFor.SELF, None, None
    held.attributes, held.consents, held.passphrase_hash, held.withdrawn_at = {}, {}, None, at
    held.save()
    held.invitations.all().delete()
    noted("participant.withdrew", held.process, str(held.code), by=by, at=at)
    return held


def give_passphrase(participant: Participant, *, words: str, by: Actor, at: datetime) -> None:
    """Let a person come back with these words; the words they had before stop working."""
    give_passphrases(participant.process, [(participant, words)], by=by, at=at)


@transaction.atomic
def give_passphrases(process: Process, pairs: Sequence[tuple[Participant, str]], *, by: Actor, at: datetime) -> None:
    """One passphrase for each person; only a seal of the words is kept."""
    for participant, words in pairs:
        if participant.withdrawn_at is not None:
            raise Refusal("participant.left", person=str(participant.code))
        participant.passphrase_hash = sealed_words(words)
    Participant.objects.bulk_update([participant for participant, _words in pairs], ["passphrase_hash"])
    codes = [str(participant.code) for participant, _words in pairs]
    noted("participants.passphrases_given", process, codes[0] if len(codes) == 1 else "", by=by, at=at, codes=codes)


def _held(participant: Participant) -> Participant:
    """The person's row, held and still here."""
    locked(participant.process)
    held: Participant = Participant.objects.select_related("process").get(pk=participant.pk)
    if held.withdrawn_at is not None:
        raise Refusal("participant.left", person=str(held.code))
    return held
