"""Every table of the open data: what each app gives away, with one way to say what a column is."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from tequio.apps.commitments import exports as commitments
from tequio.apps.contributions import exports as contributions
from tequio.apps.meetings import exports as meetings
from tequio.apps.prioritising import exports as prioritising
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import BOROUGH, Heard, groups_of, heard_of, wordings_of
from tequio.apps.publishing.open_columns import COVERAGE, KNOTS, LINKS, SYNTHETIC, type_of
from tequio.apps.publishing.open_thread import Thread
from tequio.apps.solutions import exports as solutions
from tequio.apps.synthesis import exports as synthesis
from tequio.core.localized import Localized, both
from tequio.formats.package import Column, DataTable, FieldType
from tequio.formats.tables.values import Cell

type Row = Sequence[Cell]

TITLES: dict[str, Localized] = {
    "contributions": both("Lo que se dijo", "What was said"),
    "meetings": both("Encuentros", "Meetings"),
    "themes": both("Temas", "Themes"),
    "quotes": both("Citas que se muestran", "Quotes on show"),
    "groupings": both("Qué aporte está en qué tema", "Which contribution is in which theme"),
    "rounds": both("Priorizaciones cerradas", "Closed prioritisations"),
    "round_results": both("Resultado de cada priorización", "Result of each prioritisation"),
    "round_groups": both("Resultado por zona y por canal", "Result by area and by channel"),
    "round_slips": both("Papeletas impresas", "Slips printed"),
    "problems": both("Problemas", "Problems"),
    "solutions": both("Soluciones", "Solutions"),
    "prototype_versions": both("Versiones de los prototipos", "Versions of the prototypes"),
    "prototype_features": both("Prototipos, función por función", "Prototypes, feature by feature"),
    "feedback_results": both("Qué opinó la gente, con su base", "What people thought, with the base"),
    "feedback_comments": both("Comentarios que se muestran", "Comments on show"),
    "decisions": both("Decisiones", "Decisions"),
    "commitments": both("Compromisos y cómo van", "Commitments and how they stand"),
    "commitment_changes": both("Cómo cambiaron los compromisos", "How commitments changed"),
    "milestones": both("Pasos de los compromisos", "Steps of the commitments"),
    "coverage": both("Quién participó y quién vive aquí", "Who took part and who lives here"),
    "knots": both("El hilo: sus nudos", "The thread: its knots"),
    "links": both("El hilo: qué salió de qué", "The thread: what came of what"),
}


class Given(Protocol):
    """A table as an app gives it: `columns` says in both languages what each cell of a row holds, in order."""

    @property
    def name(self) -> str: ...
    @property
    def columns(self) -> Mapping[str, Localized]: ...
    @property
    def rows(self) -> Iterable[Row]: ...


@dataclass(frozen=True, slots=True)
class Ours:
    """The same, for what no app gives as a table."""

    name: str
    columns: Mapping[str, Localized]
    rows: Iterable[Row]


def tables(process: Process, on: date, thread: Thread) -> list[DataTable]:
    """All that everybody may read of a process, each row marked where it was made up."""
    return [_whole(given, thread.synthetic) for given in _given(process, on, thread)]


def _given(process: Process, on: date, thread: Thread) -> Iterator[Given]:
    met = {column.name: both(column.es, column.en) for column in meetings.COLUMNS}
    yield Ours("contributions", contributions.COLUMNS, contributions.public_rows(process))
    yield Ours("meetings", met, meetings.rows(process))
    yield from synthesis.tables(process)
    yield from prioritising.tables(process)
    yield from solutions.tables(process)
    yield from commitments.tables(process, on)
    yield Ours("coverage", COVERAGE, _coverage(process))
    yield Ours("knots", KNOTS, thread.knot_rows())
    yield Ours("links", LINKS, thread.link_rows())


def _whole(given: Given, made_up: Collection[str]) -> DataTable:
    """With a mark on what was made up: the row's own, or else that of the thing its first cell names."""
    marked = "synthetic" in given.columns
    meanings = given.columns if marked else {**given.columns, "synthetic": SYNTHETIC}
    rows = given.rows if marked else ((*row, row[0] in made_up) for row in given.rows)
    columns = [Column(name, type_of(given.name, name), meaning) for name, meaning in meanings.items()]
    kinds = [column.type for column in columns]
    return DataTable(given.name, TITLES[given.name], columns, (_cells(row, kinds) for row in rows))


def _cells(row: Row, kinds: Sequence[FieldType]) -> tuple[Cell, ...]:
    return tuple(_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True))


def _cell(cell: Cell, kind: FieldType) -> Cell:
    """A moment that was kept as text is one again, so that all are written alike."""
    if kind is FieldType.DATETIME and isinstance(cell, str) and cell:
        return datetime.fromisoformat(cell)
    return cell


def _coverage(process: Process) -> Iterator[Row]:
    """As the page of coverage shows it: nothing below ten people."""
    for by in (BOROUGH, *(key for key, _title in wordings_of(process))):
        groups = groups_of(process, by)
        heard = heard_of(process, groups) if groups else None
        if heard is not None and heard.drawn:
            yield from _groups(process, by, heard)


def _groups(process: Process, by: str, heard: Heard) -> Iterator[Row]:
    made_up = process.synthetic or process.participants.filter(synthetic=True).exists()
    for group in heard.found.groups:
        shares = (group.n, group.share, group.low, group.high, group.population_share, group.state.value)
        yield (by, group.group, heard.groups.labels[group.group], *shares, heard.groups.source, made_up)
