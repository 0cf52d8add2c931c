"""What this app gives away as tables: decisions, commitments as they stand on a day, changes and milestones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import StreamingHttpResponse

from tequio.apps.commitments import queries
from tequio.apps.commitments.models import Change, Decision, Milestone
from tequio.apps.processes.models import Process
from tequio.core.localized import Localized
from tequio.formats.tables import write_csv

type Cell = str | int | bool | None
LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True)
class Table:
    """`name` becomes the name of a file; every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def tables(process: Process, on: date) -> list[Table]:
    """All that a process has of this app, as everybody may read it."""
    return [
        decisions_table(process),
        commitments_table(process, on),
        changes_table(process),
        milestones_table(process),
    ]


def decisions_table(process: Process) -> Table:
    columns = ("ref", *_in_both("title", "text", "reasons", "decided_by"), "decided_on", "synthetic")
    rows = [
        (
            f"D{one.number}",
            *_both(one.title, one.text, one.reasons, one.decided_by),
            _day(one.decided_on),
            one.synthetic,
        )
        for one in Decision.objects.filter(process=process)
    ]
    return Table("decisions", columns, rows)


def commitments_table(process: Process, on: date) -> Table:
    columns = ("ref", "decision", *_in_both("title", "who"), "organization", "due_start", "due_end", "precision")
    columns += ("state", "on", "kept_late", "closed_on", *_in_both("reason"), "milestones", "reached", "synthetic")
    rows = [
        (
            f"C{one.number}",
            f"D{one.decision.number}",
            *_both(one.title, one.who),
            one.organization.name if one.organization else "",
            _day(one.due_start),
            _day(one.due_end),
            str(one.precision),
            str(promised.state),
            on.isoformat(),
            promised.late,
            _day(one.closed_on),
            *_both(one.reason),
            promised.steps,
            promised.reached,
            one.synthetic,
        )
        for one in queries.commitments_of(process)
        for promised in (queries.standing(one, on),)
    ]
    return Table("commitments", columns, rows)


def changes_table(process: Process) -> Table:
    columns = ("commitment", "at", "before", "after", *_in_both("reason"), "kept_on", *_in_both("was"), "was_due")
    every = Change.objects.filter(commitment__process=process).select_related("commitment")
    rows = [
        (
            f"C{one.commitment.number}",
            one.at.isoformat(),
            one.before,
            one.after,
            *_both(one.reason),
            _day(one.kept_on),
            *_both(one.was.get("title", {})),
            one.was.get("due_end"),
        )
        for one in every
    ]
    return Table("commitment_changes", columns, rows)


def milestones_table(process: Process) -> Table:
    columns = ("ref", "commitment", *_in_both("title"), "due", "reached_on", *_in_both("note"), "evidence")
    every = Milestone.objects.filter(process=process).select_related("commitment", "reported_by")
    rows = [
        (
            f"H{one.number}",
            f"C{one.commitment.number}",
            *_both(one.title),
            _day(one.due),
            _day(one.reached_on),
            *_both(one.note),
            one.evidence,
            one.reported_by.name if one.reported_by else "",
            one.synthetic,
        )
        for one in every
    ]
    return Table("milestones", (*columns, "reported_by", "synthetic"), rows)


def as_file(table: Table, name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(
        write_csv(table.columns, table.rows, mark=True), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}-{table.name}.csv"'
    return answer


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _in_both(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{language}" for name in names for language in LANGUAGES)


def _both(*texts: Localized) -> tuple[str, ...]:
    return tuple(text.get(language, "") for text in texts for language in LANGUAGES)
