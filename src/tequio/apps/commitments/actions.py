"""Every write to decisions, commitments and milestones. A promise is never edited away: it changes, with a reason."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from tequio.apps.commitments.knots import knotted, noted, some_words, web_address, words
from tequio.apps.commitments.models import Change, Commitment, Decision, Milestone
from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.thread import actions as thread
from tequio.apps.thread.models import Knot
from tequio.apps.thread.queries import knot_of
from tequio.core.actors import Actor
from tequio.core.commitments import UNKNOWN, Declared, check_change
from tequio.core.localized import Localized
from tequio.core.phases import Span
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind

TEXTS = ("title", "text", "reasons", "decided_by")


@transaction.atomic
def add_decision(
    *,
    process: Process,
    title: Localized,
    text: Localized,
    reasons: Localized,
    decided_by: Localized,
    decided_on: date | None,
    rests_on: Sequence[Knot],
    evidence: Sequence[Knot] = (),
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Decision:
    """`rests_on`: at least one theme, problem, round, solution, prototype or feedback; `evidence`: voices, meetings."""
    locked(process)
    if not rests_on:
        raise Refusal("commitments.rests_on_nothing", field="rests_on")
    _not_later("decided_on", decided_on, at)
    decision: Decision = Decision.objects.create(
        process=process,
        number=next_number(Decision, process),
        title=words(title),
        text=some_words(text),
        reasons=words(reasons, "reasons"),
        decided_by=words(decided_by, "decided_by"),
        decided_on=decided_on,
        synthetic=synthetic,
        made_at=at,
    )
    knot = knotted(decision)
    links = [(source, LinkKind.DECIDED, knot) for source in rests_on]
    thread.tie_many(process, links + [(one, LinkKind.EVIDENCE, knot) for one in evidence], by=by, at=at)
    noted("decision.added", decision, by=by, at=at)
    return decision


@transaction.atomic
def correct_decision(
    *,
    decision: Decision,
    title: Localized,
    text: Localized,
    reasons: Localized,
    decided_by: Localized,
    decided_on: date | None,
    by: Actor,
    at: datetime,
) -> Decision:
    """Mend a mistake in the words; how it read before stays on the page."""
    locked(decision.process)
    _not_later("decided_on", decided_on, at)
    before: dict[str, object] = {name: getattr(decision, name) for name in TEXTS}
    before["decided_on"] = decision.decided_on.isoformat() if decision.decided_on else None
    decision.earlier = [*decision.earlier, {"at": at.isoformat(), **before}]
    decision.title, decision.text = words(title), some_words(text)
    decision.reasons, decision.decided_by = words(reasons, "reasons"), words(decided_by, "decided_by")
    decision.decided_on = decided_on
    decision.save()
    knotted(decision)
    noted("decision.corrected", decision, by=by, at=at)
    return decision


@transaction.atomic
def add_commitment(
    *,
    decision: Decision,
    title: Localized,
    who: Localized,
    organization: Organization | None = None,
    due: Span = UNKNOWN,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Commitment:
    """`due` may be a day, a month, a season or a year, or not be known at all."""
    process = locked(decision.process)
    commitment: Commitment = Commitment.objects.create(
        process=process,
        decision=decision,
        number=next_number(Commitment, process),
        title=words(title),
        who=words(who, "who"),
        organization=organization,
        due_start=due.start,
        due_end=due.end,
        precision=due.precision,
        synthetic=synthetic,
        made_at=at,
    )
    source = knot_of(process, Kind.DECISION, decision.pk)
    thread.tie_many(process, [(source, LinkKind.COMMITTED, knotted(commitment))], by=by, at=at)
    noted("commitment.added", commitment, by=by, at=at)
    return commitment


@transaction.atomic
def change_commitment(
    *,
    commitment: Commitment,
    becomes: Declared,
    reason: Localized,
    on: date | None = None,
    title: Localized | None = None,
    due: Span | None = None,
    by: Actor,
    at: datetime,
) -> Commitment:
    """Say that it was kept (`on` a day), changed, dropped, or is open again. `title` and `due`: what is promised now.

    The change is added to its history, with what was promised before.
    """
    locked(commitment.process)
    commitment.refresh_from_db()
    was, said = Declared(commitment.state), some_words(reason)
    if was is becomes and becomes is not Declared.CHANGED:
        raise Refusal("commitments.same_state", field="becomes")
    check_change(was, becomes, reason=" ".join(said.values()), kept_on=on)
    _not_later("on", on, at)
    before = _promised(commitment)
    if becomes is Declared.CHANGED:
        _promise(commitment, title, due)
    commitment.state, commitment.reason = becomes, said
    commitment.closed_on = _closed(becomes, on, at)
    commitment.save()
    changed = before if before != _promised(commitment) else {}
    Change.objects.create(
        commitment=commitment,
        before=was,
        after=becomes,
        reason=said,
        kept_on=commitment.closed_on if becomes is Declared.KEPT else None,
        was=changed,
        at=at,
    )
    knotted(commitment)
    noted("commitment.changed", commitment, by=by, at=at, before=str(was), after=str(becomes))
    return commitment


def _promised(commitment: Commitment) -> dict[str, object]:
    start, end = commitment.due_start, commitment.due_end
    dates = {"due_start": start and start.isoformat(), "due_end": end and end.isoformat()}
    return {"title": commitment.title, **dates, "precision": str(commitment.precision)}


def _promise(commitment: Commitment, title: Localized | None, due: Span | None) -> None:
    if title is not None:
        commitment.title = words(title)
    if due is not None:
        commitment.due_start, commitment.due_end, commitment.precision = due.start, due.end, due.precision


def _closed(becomes: Declared, on: date | None, at: datetime) -> date | None:
    if becomes is Declared.KEPT:
        return on
    return (on or localdate(at)) if becomes is Declared.DROPPED else None


def _not_later(field: str, on: date | None, at: datetime) -> None:
    if on is not None and on > localdate(at):
        raise Refusal("commitments.in_the_future", field=field)


@transaction.atomic
def add_milestone(
    *,
    commitment: Commitment,
    title: Localized,
    due: date | None = None,
    reached_on: date | None = None,
    note: Localized | None = None,
    evidence: str = "",
    reported_by: Organization | None = None,
    synthetic: bool = False,
    by: Actor,
    at: datetime,
) -> Milestone:
    """A step that is planned, or news of one that was reached; `evidence` is the address of what shows it."""
    process = locked(commitment.process)
    _not_later("reached_on", reached_on, at)
    milestone: Milestone = Milestone.objects.create(
        commitment=commitment,
        process=process,
        number=next_number(Milestone, process),
        title=words(title),
        due=due,
        reached_on=reached_on,
        note=some_words(note or {}),
        evidence=web_address(evidence),
        reported_by=reported_by,
        synthetic=synthetic,
    )
    source = knot_of(process, Kind.COMMITMENT, commitment.pk)
    thread.tie_many(process, [(source, LinkKind.REPORTED, knotted(milestone))], by=by, at=at)
    noted("milestone.added", milestone, by=by, at=at, commitment=f"C{commitment.number}")
    return milestone


@transaction.atomic
def reach_milestone(
    *,
    milestone: Milestone,
    reached_on: date,
    note: Localized,
    evidence: str = "",
    reported_by: Organization | None = None,
    by: Actor,
    at: datetime,
) -> Milestone:
    """Say once that a planned step was reached, and what shows it."""
    locked(milestone.process)
    milestone.refresh_from_db()
    if milestone.reached_on is not None:
        raise Refusal("commitments.reached_already")
    _not_later("reached_on", reached_on, at)
    milestone.reached_on, milestone.note = reached_on, some_words(note) or milestone.note
    milestone.evidence, milestone.reported_by = web_address(evidence) or milestone.evidence, reported_by
    milestone.save()
    noted("milestone.reached", milestone, by=by, at=at, commitment=f"C{milestone.commitment.number}")
    return milestone
