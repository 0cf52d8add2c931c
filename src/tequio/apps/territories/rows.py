"""A table of territories as checked rows: every defect is told with its line, and one defect stops them all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tequio.apps.territories.models import Territory
from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.formats.tables import Table

Kind = Territory.Kind
SIZES = list(Kind)
COLUMNS = {
    "code": ("code", "clave", "codigo", "cvegeo"),
    "name": ("name", "nombre"),
    "kind": ("kind", "tipo"),
    "parent": ("parent", "dentro de", "pertenece a"),
    "edition": ("edition", "edicion", "censo"),
    "population": ("population", "poblacion", "habitantes"),
    "column": ("column", "columna"),
    "row": ("row", "fila"),
}
NEEDED = ("code", "name", "kind")
KINDS = {
    "city": Kind.CITY,
    "ciudad": Kind.CITY,
    "area": Kind.AREA,
    "zona": Kind.AREA,
    "borough": Kind.BOROUGH,
    "alcaldia": Kind.BOROUGH,
    "municipio": Kind.BOROUGH,
    "neighbourhood": Kind.NEIGHBOURHOOD,
    "colonia": Kind.NEIGHBOURHOOD,
}
LONGEST = {"code": 20, "name": 120, "edition": 20}
LARGEST_TILE = 60
MOST_PEOPLE = 10**11


@dataclass(frozen=True, slots=True)
class Row:
    """A territory; `parent` is a code, `people` and `tile` None where the file gives none."""

    code: str
    name: str
    kind: str
    parent: str = ""
    edition: str = ""
    people: int | None = None
    tile: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong in a line, as the code of a refusal and its facts."""

    line: int
    code: str
    facts: Mapping[str, object]


def read(table: Table, known: Mapping[str, str]) -> tuple[list[Row], list[Defect]]:
    """Return the rows and every defect of a table; `known` has the kinds of the territories there are, by code."""
    places = _places(table)
    rows, defects = [], []
    kinds = dict(known) | _kinds(table, places)
    for line in table.rows:
        cells = {name: _cell(line.cells, place) for name, place in places.items()}
        try:
            rows.append(_row(cells, kinds))
        except Refusal as refusal:
            defects.append(Defect(line.line, refusal.code, refusal.facts))
    return rows, defects + _contradictions(table, rows, defects)


def _places(table: Table) -> dict[str, int]:
    columns = [fold(column) for column in table.columns]
    places = {name: columns.index(word) for name, words in COLUMNS.items() for word in words if word in columns}
    if missing := [name for name in NEEDED if name not in places]:
        columns_there = ", ".join(table.columns)
        raise Refusal("territory.column_missing", column=COLUMNS[missing[0]][0], columns=columns_there, field="file")
    return places


def _cell(cells: Sequence[str], place: int) -> str:
    return " ".join(cells[place].split()) if place < len(cells) else ""


def _kinds(table: Table, places: Mapping[str, int]) -> dict[str, str]:
    """The kinds that the file itself gives, so that a parent may come after its children."""
    cells = [(_cell(row.cells, places["code"]), fold(_cell(row.cells, places["kind"]))) for row in table.rows]
    return {code: KINDS[kind] for code, kind in cells if kind in KINDS}


def _row(cells: Mapping[str, str], kinds: Mapping[str, str]) -> Row:
    for name in NEEDED:
        if not cells[name]:
            raise Refusal("territory.row_blank", column=name)
    for name, longest in LONGEST.items():
        if len(cells.get(name, "")) > longest:
            raise Refusal("territory.row_too_long", column=name, limit=longest)
    kind = KINDS.get(fold(cells["kind"]))
    if kind is None:
        raise Refusal("territory.row_kind", typed=cells["kind"])
    parent = _parent(cells.get("parent", ""), kind, kinds)
    return Row(cells["code"], cells["name"], kind, parent, *_people(cells), _tile(cells))


def _parent(code: str, kind: Kind, kinds: Mapping[str, str]) -> str:
    if code and code not in kinds:
        raise Refusal("territory.row_parent", typed=code)
    if code and SIZES.index(Kind(kinds[code])) >= SIZES.index(kind):
        raise Refusal("territory.parent_not_larger", parent=code)
    return code


def _people(cells: Mapping[str, str]) -> tuple[str, int | None]:
    edition, typed = cells.get("edition", ""), cells.get("population", "")
    if not typed:
        return edition, None
    if not edition:
        raise Refusal("territory.row_no_edition")
    return edition, _whole(typed.replace(",", "").replace(" ", ""), typed, MOST_PEOPLE)


def _tile(cells: Mapping[str, str]) -> tuple[int, int] | None:
    column, row = cells.get("column", ""), cells.get("row", "")
    if not column and not row:
        return None
    return _whole(column, column, LARGEST_TILE), _whole(row, row, LARGEST_TILE)


def _whole(digits: str, typed: str, most: int) -> int:
    if not (digits.isascii() and digits.isdigit() and len(digits) < 16 and int(digits) <= most):  # noqa: PLR2004
        raise Refusal("territory.row_number", typed=typed)
    return int(digits)


def _contradictions(table: Table, rows: Sequence[Row], defects: Sequence[Defect]) -> list[Defect]:
    """Lines of one code must tell of one place, and of each edition once."""
    wrong = {defect.line for defect in defects}
    lines = [row.line for row in table.rows if row.line not in wrong]
    first: dict[str, Row] = {}
    seen: set[tuple[str, str]] = set()
    found = []
    for line, row in zip(lines, rows, strict=True):
        before = first.setdefault(row.code, row)
        same = (row.name, row.kind, row.parent) == (before.name, before.kind, before.parent)
        if not same or (row.code, row.edition) in seen:
            found.append(Defect(line, "territory.row_twice", {"typed": row.code}))
        seen.add((row.code, row.edition))
    return found
