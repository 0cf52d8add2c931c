"""Who is invited to which phase, and what became of the invitation."""

from collections.abc import Collection

from django.db.models import Count, QuerySet

from tequio.apps.processes.models import Invitation, Participant, Phase, Process

State = Invitation.State
TOOK_PART = (State.VOLUNTEERED, State.ACCEPTED, State.CAME)
EVERYONE = (State.INVITED, *TOOK_PART)


def counts_by_phase(process: Process) -> dict[int, dict[str, int]]:
    """How many people are in each state, by phase: one query."""
    here = Invitation.objects.filter(phase__process=process, participant__withdrawn_at__isnull=True)
    counts: dict[int, dict[str, int]] = {}
    for phase, state, n in here.order_by().values_list("phase_id", "state").annotate(Count("pk")):
        counts.setdefault(phase, {})[state] = n
    return counts


def invitations_of(phase: Phase, *, states: Collection[str] = ()) -> QuerySet[Invitation]:
    """The invitations to a phase by code, without those of people who left."""
    here = phase.invitations.filter(participant__withdrawn_at__isnull=True)
    bounded = here.filter(state__in=states) if states else here
    found: QuerySet[Invitation] = bounded.select_related("participant__territory", "participant__organization")
    return found.order_by("participant__wave", "participant__number")


def people_of(phase: Phase, states: Collection[str] = EVERYONE) -> QuerySet[Participant]:
    """The people of a phase whose invitation is in one of these states."""
    found: QuerySet[Participant] = Participant.objects.filter(
        invitations__phase=phase, invitations__state__in=states, withdrawn_at__isnull=True
    )
    return found
