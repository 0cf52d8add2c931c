"""The one write of the record: an event is added, never changed (the database refuses both)."""

from datetime import datetime

from tequio.apps.record.models import Event
from tequio.core.actors import Actor


def note(
    verb: str,
    *,
    by: Actor,
    at: datetime,
    space: int | None,
    process: int | None = None,
    target: str = "",
    **facts: object,
) -> Event:
    """`verb` is what was done ("contribution.accepted"), `target` the ref of the thing ("A17"); nothing personal."""
    return Event.objects.create(
        space_id=space,
        process_id=process,
        at=at,
        actor_kind=by.kind,
        actor_key=by.key,
        verb=verb,
        target=target,
        facts=facts,
    )
