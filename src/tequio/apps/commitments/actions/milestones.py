"""Steps of a commitment and news about it."""

from datetime import date, datetime

from django.db import transaction

from tequio.apps.commitments.actions.knots import knotted, not_later, noted, some_words, web_address, words
from tequio.apps.commitments.models import Commitment, Milestone
from tequio.apps.organizations.models import Organization
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.thread import actions as thread
from tequio.apps.thread.queries import knot_of
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind


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
    not_later("reached_on", reached_on, at)
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
    not_later("reached_on", reached_on, at)
    milestone.reached_on, milestone.note = reached_on, some_words(note) or milestone.note
    milestone.evidence, milestone.reported_by = web_address(evidence) or milestone.evidence, reported_by
    milestone.save()
    noted("milestone.reached", milestone, by=by, at=at, commitment=f"C{milestone.commitment.number}")
    return milestone
