"""Writes to invitations, which carry people forward from phase to phase."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import transaction

from tequio.apps.processes.actions.noting import noted
from tequio.apps.processes.models import Invitation, Participant, Phase
from tequio.apps.processes.queries import locked, people_of
from tequio.apps.processes.queries.invitations import EVERYONE
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal

State = Invitation.State


@transaction.atomic
def invite(
    phase: Phase,
    people: Iterable[Participant],
    *,
    carried_from: Phase | None = None,
    state: str = State.INVITED,
    by: Actor,
    at: datetime,
) -> int:
    """How many people are new to the phase; those who were invited before keep their answer."""
    process = locked(phase.process)
    before = set(phase.invitations.values_list("participant_id", flat=True))
    ids = {person.pk for person in people if person.process_id == process.pk} - before
    rows = [
        Invitation(phase=phase, participant_id=pk, state=state, carried_from=carried_from, changed_at=at)
        for pk in sorted(ids)
    ]
    Invitation.objects.bulk_create(rows)
    source = {"carried_from": carried_from.key} if carried_from else {}
    noted("people.invited", process, phase.key, by=by, at=at, n=len(rows), state=str(state), **source)
    return len(rows)


@transaction.atomic
def carry(source: Phase, target: Phase, *, states: Collection[str] = EVERYONE, by: Actor, at: datetime) -> int:
    """Invite to one phase the people of another: all who did not decline, or those in these states alone."""
    if source.pk == target.pk:
        raise Refusal("invitation.same_phase", field="source")
    if source.process_id != target.process_id:
        raise Refusal("invitation.other_process", field="source")
    return invite(target, people_of(source, states), carried_from=source, by=by, at=at)


@transaction.atomic
def change_invitations(phase: Phase, people: Collection[Participant], *, state: str, by: Actor, at: datetime) -> int:
    """What became of these people's invitations: they volunteered, accepted, declined or came."""
    process = locked(phase.process)
    ids = [person.pk for person in people]
    changed: int = phase.invitations.filter(participant__in=ids).update(state=state, changed_at=at)
    noted("people.answered", process, phase.key, by=by, at=at, n=changed, state=str(state))
    return changed
