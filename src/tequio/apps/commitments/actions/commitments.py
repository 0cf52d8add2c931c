"""What was promised, and what became of it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from tequio.apps.commitments.actions.knots import knotted, not_later, noted, some_words, words
from tequio.apps.commitments.models import Change, Commitment, Decision
from tequio.apps.organizations.models import Organization
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.thread import actions as thread
from tequio.apps.thread.queries import knot_of
from tequio.core.actors import Actor
from tequio.core.commitments import UNKNOWN, Declared, check_change
from tequio.core.localized import Localized
from tequio.core.phases import Span
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind


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
    not_later("on", on, at)
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
