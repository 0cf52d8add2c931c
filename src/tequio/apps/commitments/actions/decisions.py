"""What was decided, by whom and why, and what it rests on."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from tequio.apps.commitments.actions.knots import knotted, not_later, noted, some_words, words
from tequio.apps.commitments.models import Decision
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.thread import actions as thread
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import LinkKind

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
    not_later("decided_on", decided_on, at)
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
    not_later("decided_on", decided_on, at)
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
