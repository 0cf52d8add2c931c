"""What staff decide about contributions: accept, set aside with a reason, put under the right kind and borough."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from tequio.apps.contributions import queries, search
from tequio.apps.contributions.actions.keeping import thing
from tequio.apps.contributions.actions.saying import living, noted
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked
from tequio.apps.record import actions as record
from tequio.apps.territories.models import Territory
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind

LONGEST_REASON = 300


def accept(*, process: Process, numbers: Collection[int], by: Actor, at: datetime) -> int:
    """Let everybody read what was said; return how many."""
    return _decide(process, numbers, Contribution.Status.ACCEPTED, "", by=by, at=at)


def set_aside(*, process: Process, numbers: Collection[int], reason: str, by: Actor, at: datetime) -> int:
    """Keep it out of sight, with a reason that whoever wrote it reads; return how many."""
    if not reason.strip():
        raise Refusal("contributions.reason_needed", field="reason")
    return _decide(process, numbers, Contribution.Status.ASIDE, reason.strip()[:LONGEST_REASON], by=by, at=at)


@transaction.atomic
def _decide(process: Process, numbers: Collection[int], status: str, reason: str, *, by: Actor, at: datetime) -> int:
    held = locked(process)
    chosen = queries.contributions_of(held).filter(number__in=numbers).exclude(status=Contribution.Status.WITHDRAWN)
    rows = list(chosen.select_related("process").order_by("number"))
    if not rows:
        raise Refusal("contributions.nothing_chosen")
    for row in rows:
        row.status, row.reason = status, reason
        row.stems = search.document(row)
    Contribution.objects.bulk_update(rows, ["status", "reason", "stems"], batch_size=500)
    thread.add_knots(held, map(thing, rows))
    refs = [ref(Kind.CONTRIBUTION, row.number) for row in rows]
    verb = f"contributions.{'set_aside' if status == Contribution.Status.ASIDE else status}"
    record.note(verb, by=by, at=at, space=held.space_id, process=held.pk, contributions=refs)
    return len(rows)


@transaction.atomic
def edit(
    *, contribution: Contribution, kind: str, territory: Territory | None, by: Actor, at: datetime
) -> Contribution:
    """Put it under another kind or borough. Its words are its author's, and nobody else changes them."""
    held = living(contribution)
    held.kind, held.territory = kind, territory
    held.stems = search.document(held)
    held.save(update_fields=["kind", "territory", "stems"])
    noted("contribution.edited", held.process, held, by=by, at=at, kind=kind)
    return held
