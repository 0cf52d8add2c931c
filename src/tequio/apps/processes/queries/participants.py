"""The people in a process, known by their codes."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Participant, Process
from tequio.apps.territories.models import Territory
from tequio.core.coverage import shown

BOROUGH = Territory.Kind.BOROUGH


def participants_of(
    process: Process,
    *,
    wave: str = "",
    phase: str = "",
    borough: Territory | None = None,
    organization: Organization | None = None,
) -> QuerySet[Participant]:
    """Those who have not left, by code; each filter narrows the list, and `phase` is the key of one."""
    bounds = Q(withdrawn_at__isnull=True)
    bounds &= Q(wave=wave) if wave else Q()
    bounds &= Q(invitations__phase__key=phase) if phase else Q()
    bounds &= _lives_in(borough) if borough else Q()
    bounds &= Q(organization=organization) if organization else Q()
    found: QuerySet[Participant] = process.participants.filter(bounds).select_related("territory", "organization")
    return found


def _lives_in(borough: Territory) -> Q:
    return Q(territory=borough) | Q(territory__parent=borough)


def participant_at(process: Process, wave: str, number: int) -> Participant:
    """The person behind the code of an address; those who left keep theirs."""
    people = process.participants.select_related("territory__parent", "organization", "process")
    found: Participant = get_object_or_404(people, wave=wave, number=number)
    return found


def waves_of(process: Process) -> list[str]:
    return list(process.participants.order_by("wave").values_list("wave", flat=True).distinct())


def anybody_with(process: Process, attribute: str, bands: Iterable[str]) -> list[str]:
    """Which of these bands somebody has given as an answer, in the order asked."""
    return [band for band in bands if process.participants.filter(**{f"attributes__{attribute}": band}).exists()]


def shared_borough(participant: Participant) -> Territory | None:
    """Where this person lives, when enough others of the process live there too that it points at nobody."""
    borough = borough_of(participant.territory)
    if borough is None:
        return None
    n = participants_of(participant.process, borough=borough).aggregate(n=Count("pk"))["n"]
    return borough if shown(n) else None


class Lived(NamedTuple):
    """A territory, and how many of a process's participants live there."""

    pk: int
    code: str
    name: str
    kind: str
    people: int

    @property
    def sparse(self) -> bool:
        """Beside a code, the name of a place where fewer than ten participants live could point at a person."""
        return self.people > 0 and not shown(self.people)


def places_of(process: Process) -> tuple[Lived, ...]:
    """The boroughs, and wherever participants live: one query for each state of the thread."""
    return _places(process.pk, process.thread_revision)


def sparse_places(process: Process) -> frozenset[int]:
    return frozenset(place.pk for place in places_of(process) if place.sparse)


@lru_cache(maxsize=512)
def _places(process_id: int, revision: int) -> tuple[Lived, ...]:  # noqa: ARG001 (the revision is there to be forgotten by)
    here = Q(participant__process=process_id, participant__withdrawn_at__isnull=True)
    every = Territory.objects.filter(Q(kind=BOROUGH) | here).annotate(people=Count("participant", here, distinct=True))
    rows = every.order_by("code").values_list("pk", "code", "name", "kind", "people")
    return tuple(Lived(*row) for row in rows)


def borough_of(territory: Territory | None) -> Territory | None:
    """The borough itself, or the one a neighbourhood lies in; a larger place is none."""
    lies_in = (territory, territory.parent) if territory else ()
    return next((place for place in lies_in if place is not None and place.kind == BOROUGH), None)
