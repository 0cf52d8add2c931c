"""Writes to the phases of a process."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tequio.apps.processes.actions.naming import free_key
from tequio.apps.processes.actions.noting import noted
from tequio.apps.processes.models import Activity, Phase, Process
from tequio.apps.processes.queries import locked, timeline
from tequio.core import phases as core
from tequio.core.actors import Actor
from tequio.core.localized import Localized, pick
from tequio.core.refusals import Refusal

NOT_KNOWN = core.Span()


@transaction.atomic
def add_phase(
    process: Process,
    *,
    title: Localized,
    purpose: Localized | None = None,
    key: str = "",
    span: core.Span = NOT_KNOWN,
    source: str = "",
    by: Actor,
    at: datetime,
) -> Phase:
    """The last phase of the process so far. Without `key`, one is made from the title."""
    held = locked(process)
    key = key or free_key(title, set(held.phases.values_list("key", flat=True)), "fase")
    core.check_timeline([*timeline(held), core.Phase(key, span)])
    last = held.phases.aggregate(last=Max("place"))["last"] or 0
    phase: Phase = held.phases.create(
        key=key,
        title=dict(title),
        purpose=dict(purpose or {}),
        place=last + 1,
        start=span.start,
        end=span.end,
        precision=span.precision,
        source=source,
    )
    noted("phase.added", held, key, by=by, at=at)
    return phase


@transaction.atomic
def edit_phase(
    phase: Phase,
    *,
    title: Localized,
    purpose: Localized,
    activities: Collection[Activity],
    source: str = "",
    by: Actor,
    at: datetime,
) -> Phase:
    process = locked(phase.process)
    phase.title, phase.purpose, phase.source = dict(title), dict(purpose), source
    phase.save(update_fields=["title", "purpose", "source"])
    phase.activities.set(activities)
    noted("phase.edited", process, phase.key, by=by, at=at)
    return phase


@transaction.atomic
def date_phase(phase: Phase, *, span: core.Span, by: Actor, at: datetime) -> Phase:
    """Say when a phase is, exactly or about; `Span()` says that nobody knows."""
    process = locked(phase.process)
    _check_ends(phase, span)
    phase.start, phase.end, phase.precision = span.start, span.end, span.precision
    phase.save(update_fields=["start", "end", "precision"])
    dates = {"start": _iso(span.start), "end": _iso(span.end), "precision": str(span.precision)}
    noted("phase.dated", process, phase.key, by=by, at=at, **dates)
    return phase


def _check_ends(phase: Phase, span: core.Span) -> None:
    """Refuse in the words of the title and not of the key."""
    core.check_phase(core.Phase(pick(phase.title, "es").text or phase.key, span))


def _iso(day: object) -> str:
    return str(day) if day else ""


@transaction.atomic
def override_phase(phase: Phase, *, override: core.Override | None, by: Actor, at: datetime) -> Phase:
    """Open or close a phase by hand, whatever its dates say; None goes back to the dates."""
    process = locked(phase.process)
    phase.override = override or ""
    phase.save(update_fields=["override"])
    noted("phase.set_by_hand", process, phase.key, by=by, at=at, override=phase.override)
    return phase


@transaction.atomic
def move_phase(phase: Phase, *, earlier: bool, by: Actor, at: datetime) -> list[Phase]:
    """Change places with the neighbour; the first cannot go earlier nor the last later, and that changes nothing."""
    process = locked(phase.process)
    order = list(process.phases.all())
    now = next(place for place, other in enumerate(order) if other.pk == phase.pk)
    then = now - 1 if earlier else now + 1
    if 0 <= then < len(order):
        order[now], order[then] = order[then], order[now]
        _renumber(order)
        noted("phase.moved", process, phase.key, by=by, at=at, place=then + 1)
    return order


def _renumber(order: list[Phase]) -> None:
    for place, phase in enumerate(order, 1):
        phase.place = place
    Phase.objects.bulk_update(order, ["place"])


@transaction.atomic
def remove_phase(phase: Phase, *, by: Actor, at: datetime) -> str:
    """Take out a phase that nobody is invited to; what happened in it stays in the process."""
    process = locked(phase.process)
    if n := phase.invitations.count():
        raise Refusal("phase.has_people", phase=pick(phase.title, "es").text, n=n)
    key = phase.key
    phase.delete()
    _renumber(list(process.phases.all()))
    noted("phase.removed", process, key, by=by, at=at)
    return key
