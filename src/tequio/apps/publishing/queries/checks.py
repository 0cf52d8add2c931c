"""What whoever publishes a result must know first."""

from dataclasses import dataclass

from django.db.models import QuerySet

from tequio.apps.commitments.models import Commitment
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.queries import contributions_of
from tequio.apps.processes import limits
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import groups_of, heard_of
from tequio.apps.publishing.queries.rests import without_voices
from tequio.apps.thread.models import Knot
from tequio.core.commitments import Declared


@dataclass(frozen=True, slots=True)
class Checks:
    """`unheard` are results that rest on no voice; `waiting` contributions have not been read by anybody yet."""

    unheard: tuple[Knot, ...]
    undated: tuple[Commitment, ...]
    waiting: int
    limits: tuple[str, ...]


def checks_of(process: Process) -> Checks:
    """Nine queries."""
    waiting = contributions_of(process).filter(status=Contribution.Status.NEW).count()
    return Checks(tuple(without_voices(process)), tuple(_undated(process)), waiting, tuple(_limits(process)))


def _undated(process: Process) -> QuerySet[Commitment]:
    found: QuerySet[Commitment] = Commitment.objects.filter(process=process, due_end__isnull=True)
    return found.filter(state__in=(Declared.OPEN, Declared.CHANGED))


def _limits(process: Process) -> list[str]:
    groups = groups_of(process)
    heard = heard_of(process, groups) if groups else None
    return limits.sentences(heard) if heard and heard.found.n else []
