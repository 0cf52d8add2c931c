"""The numbers that all others rest on: who took part, where they met, how much was said."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from tequio.apps.contributions.queries import accepted
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.queries import Heard, groups_of, heard_of
from tequio.apps.thread.models import Knot
from tequio.core.thread import Kind, LinkKind

type Numbers = tuple[tuple[str, int], ...]  # a key and how many, in the order of the keys


@dataclass(frozen=True, slots=True)
class Counts:
    """`waves` are prefixes of codes; `hidden` contributions are counted and their words not shown."""

    waves: Numbers
    organizations: int
    meetings: Numbers
    kinds: Numbers
    hidden: int
    heard: Heard | None

    @property
    def people(self) -> int:
        return _sum(self.waves)

    @property
    def held(self) -> int:
        return _sum(self.meetings)

    @property
    def said(self) -> int:
        return _sum(self.kinds)


def counts_of(process: Process) -> Counts:
    """Five queries."""
    waves, organizations = _people(process)
    kinds, hidden = _said(process)
    groups = groups_of(process)
    heard = heard_of(process, groups) if groups else None
    return Counts(waves, organizations, _meetings(process), kinds, hidden, heard)


def codes_of(process: Process) -> QuerySet[Participant]:
    """Everybody who takes part and has not left, by code."""
    found: QuerySet[Participant] = process.participants.filter(withdrawn_at__isnull=True)
    return found.only("wave", "number", "synthetic", "process_id")


def meetings_held(process: Process) -> QuerySet[Meeting]:
    """The meetings that took place, by number."""
    found: QuerySet[Meeting] = Meeting.objects.filter(process=process, state=Meeting.State.HELD)
    return found.order_by("number")


def gathered(process: Process) -> dict[str, int]:
    """How many voices each meeting gathered, by the ref of the meeting: one query."""
    heard = Count("forward", filter=Q(forward__kind=LinkKind.GATHERED, forward__target__public=True))
    rows = Knot.objects.filter(process=process, kind=Kind.MEETING).annotate(n=heard).values_list("ref", "n")
    return dict(rows)


def _people(process: Process) -> tuple[Numbers, int]:
    here = process.participants.filter(withdrawn_at__isnull=True).order_by()
    rows = list(here.values_list("wave", "organization_id").annotate(Count("pk")))
    waves: Counter[str] = Counter()
    for wave, _organization, n in rows:
        waves[wave] += n
    return tuple(sorted(waves.items())), len({organization for _wave, organization, _n in rows} - {None})


def _meetings(process: Process) -> Numbers:
    rows = meetings_held(process).order_by("kind").values_list("kind").annotate(Count("pk"))
    return tuple(rows)


def _said(process: Process) -> tuple[Numbers, int]:
    rows = accepted(process).order_by("kind").values_list("kind")
    found = list(rows.annotate(n=Count("pk"), hidden=Count("pk", filter=Q(shown=False))))
    return tuple((kind, n) for kind, n, _hidden in found), sum(hidden for _kind, _n, hidden in found)


def _sum(numbers: Numbers) -> int:
    return sum(n for _key, n in numbers)
