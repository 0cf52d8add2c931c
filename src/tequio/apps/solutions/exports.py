"""What this app gives away as tables: prototypes on their features, results with their bases, comments on show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import StreamingHttpResponse

from tequio.apps.processes.models import Process
from tequio.apps.solutions import columns, queries
from tequio.apps.solutions.columns import Columns
from tequio.apps.solutions.comparing import compared
from tequio.apps.solutions.models import Feedback, Problem, Solution, Version
from tequio.apps.solutions.results import results
from tequio.apps.thread.kinds import ref
from tequio.core.localized import Localized
from tequio.core.thread import Kind
from tequio.formats.tables import write_csv

type Cell = str | int | float | bool | None
type Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`name` becomes the name of a file; `columns` says in both languages what each cell of a row holds, in order."""

    name: str
    columns: Columns
    rows: Sequence[Row]


def tables(process: Process) -> list[Table]:
    """All that a process has of this app, as everybody may read it."""
    solutions = list(Solution.objects.filter(process=process).prefetch_related("features", "prototypes"))
    rounds = [queries.feedback(process, one.number) for one in Feedback.objects.filter(process=process)]
    versions = Version.objects.filter(prototype__process=process).select_related("prototype", "picture")
    ordered = versions.order_by("prototype__number", "number")
    return [
        Table("problems", columns.PROBLEMS, [_problem(one) for one in Problem.objects.filter(process=process)]),
        Table("solutions", columns.SOLUTIONS, [_solution(one) for one in solutions]),
        Table("prototype_versions", columns.VERSIONS, [_version(one) for one in ordered]),
        Table("prototype_features", columns.FEATURES, [row for one in solutions for row in _features(one)]),
        Table("feedback_results", columns.RESULTS, [row for one in rounds for row in _results(one)]),
        Table("feedback_comments", columns.COMMENTS, [row for one in rounds for row in _comments(one)]),
    ]


def results_table(one: Feedback) -> Table:
    return Table("feedback_results", columns.RESULTS, list(_results(one)))


def as_file(table: Table, name: str) -> StreamingHttpResponse:
    data = write_csv(list(table.columns), table.rows, mark=True)
    answer = StreamingHttpResponse(data, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}-{table.name}.csv"'
    return answer


def _problem(one: Problem) -> Row:
    texts = _both(one.title, one.statement, one.affected, one.memo)
    return (ref(Kind.PROBLEM, one.number), *texts, one.state, *_both(one.reason), one.synthetic)


def _solution(one: Solution) -> Row:
    texts = _both(one.title, one.without_technology, one.about)
    return (ref(Kind.SOLUTION, one.number), *texts, one.synthetic)


def _version(one: Version) -> Row:
    made_on = one.made_on.isoformat() if one.made_on else None
    head: Row = (ref(Kind.PROTOTYPE, one.prototype.number), *_both(one.prototype.title), one.number, one.label)
    picture = one.picture.sha256 if one.picture else None
    return (*head, *_both(one.what_changed), made_on, one.link, picture, one.prototype.synthetic)


def _features(one: Solution) -> Iterator[Row]:
    """A row for each feature of each prototype, as its latest version stands."""
    found = compared(list(one.features.all()), list(one.prototypes.all()))
    for row in found.rows:
        head: Row = (ref(Kind.SOLUTION, one.number), *_both(row.feature.title))
        for column, cell in zip(found.columns, row.cells, strict=True):
            prototype, number = column.prototype, column.version.number if column.version else None
            state: Row = (ref(Kind.PROTOTYPE, prototype.number), number, cell.state)
            yield (*head, *state, *_both(cell.note), prototype.synthetic)


def _results(one: Feedback) -> Iterator[Row]:
    """A row for each answer; a question with fewer than ten answers has one row, without any number."""
    for result in results(one):
        question = result.question
        phase = question.only_for.key if question.only_for else ""
        head = (ref(Kind.FEEDBACK, one.number), question.key, *_both(question.wording), phase)
        if not result.enough:
            yield (*head, *(None,) * 11, one.synthetic)
        base = (result.asked, result.base, result.dont_know, result.empty)
        for each in result.shares:
            share = (each.n, each.share, each.low, each.high)
            yield (*head, *base, each.key, *_both(each.label), *share, one.synthetic)


def _comments(one: Feedback) -> Iterator[Row]:
    """Only the comments that everybody may read."""
    for answer in queries.comments_on(one):
        response = answer.response
        said = (answer.question.key, str(response.participant or ""), response.channel, answer.value)
        yield (ref(Kind.FEEDBACK, one.number), *said, response.synthetic)


def _both(*texts: Localized) -> tuple[str, ...]:
    return tuple(text.get(language, "") for text in texts for language in ("es", "en"))
