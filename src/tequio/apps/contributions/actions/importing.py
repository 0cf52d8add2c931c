"""Bringing in a file: first it is shown as it will be, then all of it comes in at once, or nothing does."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from tequio.apps.contributions import imports
from tequio.apps.contributions.actions.entering import require_real
from tequio.apps.contributions.actions.keeping import keep
from tequio.apps.contributions.imports import Choices, Finder, Line, Read
from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.record import actions as record
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal
from tequio.formats.contributions import Draft
from tequio.formats.contributions import Mapping as Columns
from tequio.formats.tables import Table, read_in_child

FORGOTTEN = timedelta(days=1)  # a file that nobody confirmed
FIRST = 10


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a file. `rejected` tells each row that was left out, by its line."""

    rows: int
    imported: int
    duplicates: int
    rejected: tuple[Line, ...]

    def to_json(self) -> dict[str, object]:
        """The documented shape of `tequio import contributions … --json`."""
        return {
            "rows": self.rows,
            "imported": self.imported,
            "duplicates": self.duplicates,
            "rejected": [asdict(line) for line in self.rejected],
        }


@dataclass(frozen=True, slots=True)
class Preview:
    """A file as it would come in. `first` holds its first rows; `noted` what had to be left behind of accepted ones."""

    read: Read
    first: list[Draft]
    rejected: list[Line]
    noted: list[Line]


def import_file(
    process: Process,
    path: Path,
    name: str,
    mapping: Columns | None = None,
    *,
    shown: bool = True,
    by: Actor,
    at: datetime,
) -> Report:
    """Bring in a CSV or XLSX file, all of it or nothing.

    `shown` says that the people whose words these are agreed to have them shown. Refuses what reading a table refuses,
    and a file in which no column holds words.
    """
    require_real(process)
    batch = Batch(name=name[:200], sha256=imports.digest(path))
    return report_of(_bring_in(process, read_in_child(path, name), batch, Choices(mapping, shown=shown), by=by, at=at))


def report_of(batch: Batch) -> Report:
    return Report(batch.rows, batch.imported, len(batch.duplicates), tuple(imports.lines_left_out(batch)))


@transaction.atomic
def open_batch(*, process: Process, name: str, path: str, by: Actor, at: datetime) -> Batch:
    """Note that a file was brought and waits to be confirmed. `path` is where it lies in MEDIA_ROOT."""
    held = locked(process)
    require_real(held)
    for old in Batch.objects.filter(process=held, state=Batch.State.PREVIEW, made_at__lt=at - FORGOTTEN):
        drop(batch=old, by=by, at=at)
    sha256 = imports.digest(settings.MEDIA_ROOT / path)
    made: Batch = Batch.objects.create(
        process=held, number=next_number(Batch, held), name=name[:200], path=path, sha256=sha256, made_at=at
    )
    return made


def preview(batch: Batch, table: Table, choices: Choices) -> Preview:
    """What would come of a file that was read; nothing is written."""
    found = imports.understood(batch.process, table, choices)
    finder = Finder(batch.process, found.parsed.accepted)
    remarks = [remark for draft in found.parsed.accepted for remark in finder.remarks(draft)]
    noted = sorted((*found.parsed.noted, *remarks), key=lambda remark: remark.line)
    rejected = imports.lines(found.parsed.rejected)
    return Preview(found, list(found.parsed.accepted[:FIRST]), rejected, imports.lines(noted))


def confirm(*, batch: Batch, table: Table, choices: Choices, by: Actor, at: datetime) -> Batch:
    """Bring in what was shown. A file that is in already stays as it is: confirming twice brings it in once."""
    held = _bring_in(batch.process, table, batch, choices, by=by, at=at)
    if held.state == Batch.State.DROPPED:
        raise Refusal("contributions.batch_dropped")
    imports.forget_file(held)
    return held


@transaction.atomic
def drop(*, batch: Batch, by: Actor, at: datetime) -> Batch:
    """Leave a file out; nothing of it is kept."""
    locked(batch.process)
    changed = Batch.objects.filter(pk=batch.pk, state=Batch.State.PREVIEW).update(state=Batch.State.DROPPED)
    if changed:
        imports.forget_file(batch)
        _noted("import.dropped", batch, by=by, at=at)
    batch.refresh_from_db()
    return batch


@transaction.atomic
def _bring_in(process: Process, table: Table, batch: Batch, choices: Choices, *, by: Actor, at: datetime) -> Batch:
    held = locked(process)
    batch, waits = _waiting(held, batch, at)
    if not waits:
        return batch
    found = imports.understood(held, table, choices)
    _fill(batch, found)
    batch.save()
    finder = Finder(held, found.parsed.accepted)
    said = [finder.words(draft, choices, synthetic=held.synthetic) for draft in found.parsed.accepted]
    status, channel = Contribution.Status.ACCEPTED, Contribution.Channel.FILE
    keep(held, said, channel=channel, status=status, batch=batch, by=by, at=at)
    _noted("import.done", batch, by=by, at=at, imported=batch.imported, shown=choices.shown)
    return batch


def _waiting(process: Process, batch: Batch, at: datetime) -> tuple[Batch, bool]:
    """The row of a file as it stands now that the process is held, and whether it is still to come in."""
    if batch.pk:
        held: Batch = Batch.objects.select_related("process").get(pk=batch.pk)
        return held, held.state == Batch.State.PREVIEW
    batch.process, batch.number, batch.made_at = process, next_number(Batch, process), at
    return batch, True


def _fill(batch: Batch, found: Read) -> None:
    parsed = found.parsed
    batch.state, batch.mapping = Batch.State.DONE, found.mapping.used()
    batch.rows, batch.imported = len(found.table.rows), len(parsed.accepted)
    batch.duplicates = [{"line": row.line, "of_line": row.of_line} for row in parsed.duplicates]
    batch.rejected = [{"line": row.line, "code": row.code, "facts": _plain(row.facts)} for row in parsed.rejected]


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value if isinstance(value, int) else str(value) for name, value in facts.items()}


def _noted(verb: str, batch: Batch, *, by: Actor, at: datetime, **facts: object) -> None:
    process = batch.process
    target = f"import {batch.number}"
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=target, **facts)
