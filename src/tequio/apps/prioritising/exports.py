"""What prioritisation gives away as tables: closed rounds and their results, as the page shows them; never a ballot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tequio.apps.prioritising import queries
from tequio.apps.prioritising.models import Option, Round
from tequio.apps.processes.models import Process
from tequio.apps.thread.kinds import ref
from tequio.core.localized import Localized, both
from tequio.core.thread import Kind

type Cell = str | int | float | bool | None

_ROUND = both("Número de la priorización", "Number of the prioritisation")
_OPTION = both("Número de lo que se podía elegir", "Number of what could be chosen")

ROUNDS = {
    "round": _ROUND,
    "title_es": both("Título en español", "Title in Spanish"),
    "title_en": both("Título en inglés", "Title in English"),
    "most": both("Cuántas opciones podía marcar cada persona", "How many options each person could mark"),
    "opened": both("Día en que se abrió", "Day on which it opened"),
    "closed": both("Día en que se cerró", "Day on which it closed"),
    "n": both("Personas que eligieron; vacío si fueron menos de 10", "People who chose; empty if fewer than 10"),
    "synthetic": both("Inventado para mostrar cómo funciona", "Made up to show how it works"),
}
RESULTS = {
    "round": _ROUND,
    "option": _OPTION,
    "label_es": both("Texto de la opción en español", "Words of the option in Spanish"),
    "label_en": both("Texto de la opción en inglés", "Words of the option in English"),
    "place": both("Lugar; los empates comparten lugar", "Place; ties share a place"),
    "tied": both("Empatada con otra", "Tied with another"),
    "marks": both("Personas que la marcaron", "People who marked it"),
    "n": both("Personas que eligieron", "People who chose"),
    "share": both("Parte de las personas, de 0 a 1", "Share of the people, from 0 to 1"),
    "low": both("Extremo inferior del intervalo de Wilson (95 %)", "Lower end of the Wilson interval (95 %)"),
    "high": both("Extremo superior del intervalo de Wilson (95 %)", "Upper end of the Wilson interval (95 %)"),
}
GROUPS = {
    "round": _ROUND,
    "by": both("Por zona (areas) o por canal (channels)", "By area or by channel"),
    "group": both("Zona o canal; vacío si ninguno en particular", "Area or channel; empty if none in particular"),
    "n": both("Personas; vacío si no se muestra", "People; empty if not shown"),
    "option": _OPTION,
    "marks": both("Personas que la marcaron; vacío si no se muestra", "People who marked it; empty if not shown"),
}
SLIPS = {
    "round": _ROUND,
    "area": both("Zona; vacío si ninguna en particular", "Area; empty if none in particular"),
    "slips": both("Papeletas impresas", "Slips printed"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """`name` becomes the name of a file; `columns` tells in both languages what each holds, in their order."""

    name: str
    columns: Mapping[str, Localized]
    rows: Sequence[tuple[Cell, ...]]


def tables(process: Process) -> list[Table]:
    """The closed rounds of a process, as everybody may read them."""
    closed = list(Round.objects.filter(process=process, state=Round.State.CLOSED).prefetch_related("options__knot"))
    return [
        Table("rounds", ROUNDS, [_round(one) for one in closed]),
        Table("round_results", RESULTS, [row for one in closed for row in _results(one)]),
        Table("round_groups", GROUPS, [row for one in closed for row in _groups(one)]),
        Table("round_slips", SLIPS, [row for one in closed for row in _slips(one)]),
    ]


def _name(one: Round) -> str:
    return ref(Kind.ROUND, one.number)


def _option(option: Option) -> str:
    return option.knot.ref if option.knot is not None else ""


def _round(one: Round) -> tuple[Cell, ...]:
    titles = (one.title.get("es", ""), one.title.get("en", ""))
    days = (moment.date().isoformat() if moment else "" for moment in (one.opened_at, one.closed_at))
    return (_name(one), *titles, one.most, *days, (one.result or {}).get("n"), one.synthetic)


def _results(one: Round) -> Iterator[tuple[Cell, ...]]:
    for line in queries.lines_of(one, list(one.options.all())):
        words = (line.option.label.get("es", ""), line.option.label.get("en", ""))
        counted = (line.rank, line.tied, line.approvals, (one.result or {})["n"], line.share, line.low, line.high)
        yield (_name(one), _option(line.option), *words, *counted)


def _groups(one: Round) -> Iterator[tuple[Cell, ...]]:
    for by in ("areas", "channels"):
        for group in queries.groups_of(one, by, list(one.options.all())):
            if group.lines is None:
                yield (_name(one), by, group.name, None, "", None)
            for option, marks in group.lines or ():
                yield (_name(one), by, group.name, group.n, _option(option), marks)


def _slips(one: Round) -> Iterator[tuple[Cell, ...]]:
    for row in (one.result or {}).get("issued", []):
        yield (_name(one), row["name"], row["slips"])
