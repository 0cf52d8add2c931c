"""Every shared read of decisions, commitments and milestones, by name. How a commitment stands hangs on the day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from tequio.apps.commitments.models import Change, Commitment, Decision, Milestone
from tequio.apps.processes.models import Process
from tequio.apps.thread.models import Knot
from tequio.core.commitments import CommitmentState, kept_late, state
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind, links_between

MOST_LISTED = 200  # knots offered as boxes to tick
DECIDES = (Kind.THEME, Kind.PROBLEM, Kind.ROUND, Kind.SOLUTION, Kind.PROTOTYPE, Kind.FEEDBACK)


@dataclass(frozen=True, slots=True)
class Board:
    """How many commitments a process has, and how many stand in each state on a day."""

    total: int
    counts: Mapping[CommitmentState, int]


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment as it stands on a day. `late`: it was kept, but after its date. `reached` of `steps` milestones."""

    commitment: Commitment
    state: CommitmentState
    late: bool
    reached: int
    steps: int


@dataclass(frozen=True, slots=True)
class Decided:
    decision: Decision
    promised: tuple[Promised, ...]


def board(process: Process, on: date) -> Board:
    """Counts by state, every state with its number also when it is none: one query."""
    found = Counter(state(one.to_core(), on) for one in Commitment.objects.filter(process=process))
    return Board(found.total(), {each: found[each] for each in CommitmentState})


def standing(commitment: Commitment, on: date) -> Promised:
    """A commitment fetched with `commitments_of`, as it stands on a day."""
    found = commitment.to_core()
    return Promised(commitment, state(found, on), kept_late(found), commitment.reached, commitment.steps)  # type: ignore[attr-defined]


def commitments_of(process: Process) -> QuerySet[Commitment]:
    """Commitments with their decision, their organisation and how many of their milestones were reached."""
    reached = Count("milestones", filter=Q(milestones__reached_on__isnull=False))
    found: QuerySet[Commitment] = Commitment.objects.filter(process=process)
    return found.select_related("decision", "organization", "process__space").annotate(
        reached=reached, steps=Count("milestones")
    )


def everything_decided(process: Process, on: date, only: CommitmentState | None = None) -> list[Decided]:
    """Decisions with what was promised, in one state if asked: two queries."""
    by_decision = defaultdict(list)
    for commitment in commitments_of(process):
        promised = standing(commitment, on)
        if only is None or promised.state is only:
            by_decision[commitment.decision_id].append(promised)
    decisions: Iterable[Decision] = Decision.objects.filter(process=process)
    rows = [Decided(decision, tuple(by_decision[decision.pk])) for decision in decisions]
    return [row for row in rows if only is None or row.promised]


def decision(process: Process, number: int) -> Decision:
    return _one(Decision.objects.select_related("process__space"), process=process, number=number)


def commitment(process: Process, number: int) -> Commitment:
    return _one(commitments_of(process), number=number)


def milestone(process: Process, number: int) -> Milestone:
    found: QuerySet[Milestone] = Milestone.objects.select_related("commitment", "process__space", "reported_by")
    return _one(found, process=process, number=number)


def _one[T](found: QuerySet[T], **which: object) -> T:  # type: ignore[type-var]
    one = found.filter(**which).first()
    if one is None:
        raise Http404
    return one


def promised_in(found: Decision, on: date) -> list[Promised]:
    return [standing(one, on) for one in commitments_of(found.process).filter(decision=found)]


def milestones_of(found: Commitment) -> list[Milestone]:
    """By their number; a step that was planned stands where it was planned."""
    return list(Milestone.objects.filter(commitment=found).select_related("reported_by"))


def changes_of(found: Commitment) -> list[Change]:
    """The history of a commitment, from the first change to the last."""
    return list(Change.objects.filter(commitment=found))


def knots_to_choose(process: Process, kinds: Iterable[Kind] = DECIDES) -> list[Knot]:
    listed = Knot.objects.filter(process=process, kind__in=list(kinds)).order_by("kind", "object_id")
    return list(listed[:MOST_LISTED])


def knots_named(process: Process, refs: Sequence[str], link: LinkKind, field: str) -> list[Knot]:
    """The knots that these codes name, each allowed to lead to a decision by this link."""
    found = {knot.ref: knot for knot in Knot.objects.filter(process=process, ref__in=refs)}
    for ref in refs:
        if ref not in found:
            raise Refusal("commitments.no_such_ref", ref=ref, field=field)
        if link not in links_between(Kind(found[ref].kind), Kind.DECISION):
            raise Refusal("commitments.cannot_lead", ref=ref, field=field)
    return [found[ref] for ref in refs]
