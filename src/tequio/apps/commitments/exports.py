"""What this app gives away as tables: decisions, commitments as they stand on a day, changes and milestones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import StreamingHttpResponse

from tequio.apps.commitments import columns, queries
from tequio.apps.commitments.columns import Columns
from tequio.apps.commitments.models import Change, Commitment, Decision, Milestone
from tequio.apps.processes.models import Process
from tequio.apps.thread.kinds import ref
from tequio.core.localized import Localized
from tequio.core.thread import Kind
from tequio.formats.tables import write_csv

type Cell = str | int | bool | None
type Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`name` becomes the name of a file; `columns` says in both languages what each cell of a row holds, in order."""

    name: str
    columns: Columns
    rows: Sequence[Row]


def tables(process: Process, on: date) -> list[Table]:
    """All that a process has of this app, as everybody may read it."""
    changes = Change.objects.filter(commitment__process=process).select_related("commitment")
    steps = Milestone.objects.filter(process=process).select_related("commitment", "reported_by")
    return [
        Table("decisions", columns.DECISIONS, [_decision(one) for one in Decision.objects.filter(process=process)]),
        commitments_table(process, on),
        Table("commitment_changes", columns.CHANGES, [_change(one) for one in changes]),
        Table("milestones", columns.MILESTONES, [_milestone(one) for one in steps]),
    ]


def commitments_table(process: Process, on: date) -> Table:
    rows = [_commitment(one, on) for one in queries.commitments_of(process)]
    return Table("commitments", columns.COMMITMENTS, rows)


def as_file(table: Table, name: str) -> StreamingHttpResponse:
    data = write_csv(list(table.columns), table.rows, mark=True)
    answer = StreamingHttpResponse(data, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}-{table.name}.csv"'
    return answer


def _decision(one: Decision) -> Row:
    texts = _both(one.title, one.text, one.reasons, one.decided_by)
    return (ref(Kind.DECISION, one.number), *texts, _day(one.decided_on), one.synthetic)


def _commitment(one: Commitment, on: date) -> Row:
    stands = queries.standing(one, on)
    head = (_name(one), ref(Kind.DECISION, one.decision.number), *_both(one.title, one.who))
    due = (
        one.organization.name if one.organization else "",
        _day(one.due_start),
        _day(one.due_end),
        str(one.precision),
    )
    state = (str(stands.state), on.isoformat(), stands.late, _day(one.closed_on), *_both(one.reason))
    return (*head, *due, *state, stands.steps, stands.reached, one.synthetic)


def _change(one: Change) -> Row:
    said = (one.at.isoformat(), one.before, one.after, *_both(one.reason), _day(one.kept_on))
    was = (*_both(one.was.get("title", {})), one.was.get("due_end"))
    return (_name(one.commitment), *said, *was, one.commitment.synthetic)


def _milestone(one: Milestone) -> Row:
    head = (ref(Kind.MILESTONE, one.number), _name(one.commitment), *_both(one.title))
    said = (_day(one.due), _day(one.reached_on), *_both(one.note), one.evidence)
    return (*head, *said, one.reported_by.name if one.reported_by else "", one.synthetic)


def _name(one: Commitment) -> str:
    return ref(Kind.COMMITMENT, one.number)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _both(*texts: Localized) -> tuple[str, ...]:
    return tuple(text.get(language, "") for text in texts for language in ("es", "en"))
