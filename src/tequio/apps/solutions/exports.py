"""What this app gives away as tables: prototypes on their features, results with their bases, comments on show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import StreamingHttpResponse

from tequio.apps.processes.models import Process
from tequio.apps.solutions import queries
from tequio.apps.solutions.comparing import compared
from tequio.apps.solutions.models import Feedback, Problem, Prototype, Solution, Version
from tequio.apps.solutions.results import Result, results
from tequio.apps.thread.kinds import ref
from tequio.core.localized import Localized
from tequio.core.thread import Kind
from tequio.formats.tables import write_csv

type Cell = str | int | float | bool | None
LANGUAGES = ("es", "en")


@dataclass(frozen=True, slots=True)
class Table:
    """`name` becomes the name of a file; every row has a cell for each column."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def tables(process: Process) -> list[Table]:
    """All that a process has of this app, as everybody may read it."""
    solutions = list(Solution.objects.filter(process=process).prefetch_related("features", "prototypes"))
    rounds = [queries.feedback(process, one.number) for one in Feedback.objects.filter(process=process)]
    asked = [(one, results(one)) for one in rounds]
    return [
        problems_table(process),
        solutions_table(solutions),
        versions_table(process),
        features_table(solutions),
        Table("feedback_results", RESULT_COLUMNS, [row for one, found in asked for row in _result_rows(one, found)]),
        comments_table(rounds),
    ]


def problems_table(process: Process) -> Table:
    columns = ("ref", *_in_both("title", "statement", "affected", "memo"), "state", *_in_both("reason"), "synthetic")
    rows: list[tuple[Cell, ...]] = [
        (
            ref(Kind.PROBLEM, one.number),
            *_both(one.title, one.statement, one.affected, one.memo),
            one.state,
            *_both(one.reason),
            one.synthetic,
        )
        for one in Problem.objects.filter(process=process)
    ]
    return Table("problems", columns, rows)


def solutions_table(solutions: Sequence[Solution]) -> Table:
    columns = ("ref", *_in_both("title", "without_technology", "about"), "synthetic")
    rows: list[tuple[Cell, ...]] = [
        (ref(Kind.SOLUTION, one.number), *_both(one.title, one.without_technology, one.about), one.synthetic)
        for one in solutions
    ]
    return Table("solutions", columns, rows)


def versions_table(process: Process) -> Table:
    columns = (
        "prototype",
        *_in_both("title"),
        "version",
        "label",
        *_in_both("what_changed"),
        "made_on",
        "link",
        "picture",
    )
    every = Version.objects.filter(prototype__process=process).select_related("prototype", "picture")
    rows = [
        (
            ref(Kind.PROTOTYPE, one.prototype.number),
            *_both(one.prototype.title),
            one.number,
            one.label,
            *_both(one.what_changed),
            one.made_on.isoformat() if one.made_on else None,
            one.link,
            one.picture.sha256 if one.picture else None,
        )
        for one in every.order_by("prototype__number", "number")
    ]
    return Table("prototype_versions", columns, rows)


def features_table(solutions: Sequence[Solution]) -> Table:
    """A row for each feature of each prototype, as its latest version stands."""
    columns = ("solution", *_in_both("feature"), "prototype", "version", "state", *_in_both("note"))
    rows = [row for one in solutions for row in _feature_rows(one, list(one.prototypes.all()))]
    return Table("prototype_features", columns, rows)


def _feature_rows(one: Solution, prototypes: Sequence[Prototype]) -> list[tuple[Cell, ...]]:
    found = compared(list(one.features.all()), prototypes)
    return [
        (
            ref(Kind.SOLUTION, one.number),
            *_both(row.feature.title),
            ref(Kind.PROTOTYPE, column.prototype.number),
            column.version.number if column.version else None,
            cell.state,
            *_both(cell.note),
        )
        for row in found.rows
        for column, cell in zip(found.columns, row.cells, strict=True)
    ]


RESULT_COLUMNS = (
    "feedback",
    "question",
    "question_es",
    "question_en",
    "only_for",
    "asked",
    "base",
    "dont_know",
    "empty",
    "answer",
    "answer_es",
    "answer_en",
    "n",
    "share",
    "low",
    "high",
    "synthetic",
)


def results_table(one: Feedback) -> Table:
    return Table("feedback_results", RESULT_COLUMNS, _result_rows(one, results(one)))


def _result_rows(one: Feedback, found: Sequence[Result]) -> list[tuple[Cell, ...]]:
    """A row for each answer; a question with fewer than ten answers has one row, without numbers of answers."""
    rows: list[tuple[Cell, ...]] = []
    for result in found:
        question = result.question
        phase = question.only_for.key if question.only_for else ""
        head = (ref(Kind.FEEDBACK, one.number), question.key, *_both(question.wording), phase)
        if not result.enough:
            rows.append((*head, *(None,) * 11, one.synthetic))
            continue
        base = (result.asked, result.base, result.dont_know, result.empty)
        rows += [
            (*head, *base, s.key, *_both(s.label), s.n, s.share, s.low, s.high, one.synthetic) for s in result.shares
        ]
    return rows


def comments_table(rounds: Sequence[Feedback]) -> Table:
    """Only the comments that everybody may read."""
    rows = [
        (
            ref(Kind.FEEDBACK, one.number),
            answer.question.key,
            str(answer.response.participant or ""),
            answer.response.channel,
            answer.value,
            answer.response.synthetic,
        )
        for one in rounds
        for answer in queries.comments_on(one)
    ]
    return Table("feedback_comments", ("feedback", "question", "code", "channel", "comment", "synthetic"), rows)


def as_file(table: Table, name: str) -> StreamingHttpResponse:
    answer = StreamingHttpResponse(
        write_csv(table.columns, table.rows, mark=True), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}-{table.name}.csv"'
    return answer


def _in_both(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{language}" for name in names for language in LANGUAGES)


def _both(*texts: Localized) -> tuple[str, ...]:
    return tuple(text.get(language, "") for text in texts for language in LANGUAGES)
