"""One line of the record for a write to a process."""

from datetime import datetime

from tequio.apps.processes.models import Process
from tequio.apps.record import actions as record
from tequio.core.actors import Actor


def noted(verb: str, process: Process, target: str = "", *, by: Actor, at: datetime, **facts: object) -> None:
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=target, **facts)
