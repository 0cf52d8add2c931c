"""Writes to what people can do in a process, and in which phases."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from tequio.apps.processes.actions.naming import free_key
from tequio.apps.processes.actions.noting import noted
from tequio.apps.processes.models import Activity, Phase, Process
from tequio.apps.processes.queries import locked
from tequio.core import phases as core
from tequio.core.actors import Actor
from tequio.core.localized import Localized


@transaction.atomic
def add_activity(
    process: Process,
    *,
    kind: core.Activity,
    title: Localized,
    about: Localized | None = None,
    phases: Collection[Phase] = (),
    key: str = "",
    by: Actor,
    at: datetime,
) -> Activity:
    """An activity is open whenever one of its phases is."""
    held = locked(process)
    last = held.activities.aggregate(last=Max("place"))["last"] or 0
    activity: Activity = held.activities.create(
        kind=kind,
        key=key or free_key(title, set(held.activities.values_list("key", flat=True)), str(kind)),
        title=dict(title),
        about=dict(about or {}),
        place=last + 1,
    )
    activity.phases.set(phases)
    noted("activity.added", held, activity.key, by=by, at=at, kind=str(kind))
    return activity


@transaction.atomic
def edit_activity(
    activity: Activity,
    *,
    kind: core.Activity,
    title: Localized,
    about: Localized,
    phases: Collection[Phase],
    by: Actor,
    at: datetime,
) -> Activity:
    process = locked(activity.process)
    activity.kind, activity.title, activity.about = kind, dict(title), dict(about)
    activity.save(update_fields=["kind", "title", "about"])
    activity.phases.set(phases)
    noted("activity.edited", process, activity.key, by=by, at=at, kind=str(kind))
    return activity


@transaction.atomic
def remove_activity(activity: Activity, *, by: Actor, at: datetime) -> str:
    """Nobody can do it any more; what was done in it stays in the process."""
    process, key = locked(activity.process), activity.key
    activity.delete()
    noted("activity.removed", process, key, by=by, at=at)
    return key
