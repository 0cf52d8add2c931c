from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.apps.territories import actions, rows
from tequio.apps.territories.models import Population, Territory
from tequio.apps.territories.rows import Defect, Row
from tequio.core.actors import SYSTEM
from tequio.core.refusals import Refusal
from tequio.formats.tables import Row as Line
from tequio.formats.tables import Table
from tequio.web.refusals import sentences
from tests.people import NOON

COLUMNS = ("Clave", "Nombre", "Tipo", "Dentro de", "Edición", "Población", "Columna", "Fila")
CITY = ("09", "Ciudad de México", "ciudad", "", "2020", "9,209,944", "", "")
IZTAPALAPA = ("09007", "Iztapalapa", "Alcaldía", "09", "2020", "1835486", "3", "3")


def table(*lines: Sequence[str], columns: Sequence[str] = COLUMNS) -> Table:
    return Table(tuple(columns), tuple(Line(number, tuple(cells)) for number, cells in enumerate(lines, 2)))


def test_lines_become_territories_whatever_their_order() -> None:
    found = rows.read(table(IZTAPALAPA, CITY), {})

    assert found == (
        [
            Row("09007", "Iztapalapa", "borough", "09", "2020", 1_835_486, (3, 3)),
            Row("09", "Ciudad de México", "city", "", "2020", 9_209_944),
        ],
        [],
    )


def test_columns_may_be_in_english_and_most_may_be_missing() -> None:
    found = rows.read(table(("1", "Park", "neighbourhood"), columns=("code", "NAME", "Kind")), {})

    assert found == ([Row("1", "Park", "neighbourhood")], [])


def test_a_parent_may_be_there_already() -> None:
    found, defects = rows.read(table(IZTAPALAPA), {"09": "city"})

    assert ([row.parent for row in found], defects) == (["09"], [])


@pytest.mark.parametrize(
    ("cells", "code", "facts"),
    [
        (("", "Sin clave", "ciudad"), "territory.row_blank", {"column": "code"}),
        (("1", "Algo", "planeta"), "territory.row_kind", {"typed": "planeta"}),
        (("1", "Algo", "ciudad", "77"), "territory.row_parent", {"typed": "77"}),
        (("1", "Algo", "ciudad", "09"), "territory.parent_not_larger", {"parent": "09"}),
        (("1", "Algo", "colonia", "09", "", "5"), "territory.row_no_edition", {}),
        (("1", "Algo", "colonia", "09", "2020", "cinco"), "territory.row_number", {"typed": "cinco"}),
        (("1", "Algo", "colonia", "09", "2020", "-5"), "territory.row_number", {"typed": "-5"}),
        (("1", "Algo", "colonia", "09", "2020", "5", "1", ""), "territory.row_number", {"typed": ""}),
        (("1", "Algo", "colonia", "09", "2020", "5", "999", "1"), "territory.row_number", {"typed": "999"}),
        (("1" * 21, "Algo", "ciudad"), "territory.row_too_long", {"column": "code", "limit": 20}),
        (("09", "Otra ciudad", "ciudad"), "territory.row_twice", {"typed": "09"}),
        (CITY, "territory.row_twice", {"typed": "09"}),
    ],
)
def test_what_is_wrong_is_told_with_its_line(cells: Sequence[str], code: str, facts: dict[str, object]) -> None:
    _found, defects = rows.read(table(CITY, cells), {})

    assert defects == [Defect(3, code, facts)]
    assert code in sentences()


def test_two_editions_of_one_place_are_two_lines() -> None:
    older = (*CITY[:4], "2010", "8851080", "", "")

    found, defects = rows.read(table(CITY, older), {})

    assert ([(row.edition, row.people) for row in found], defects) == ([("2020", 9_209_944), ("2010", 8_851_080)], [])


def test_a_table_without_a_needed_column_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        rows.read(table(("1", "Algo"), columns=("clave", "nombre")), {})

    facts = {"column": "kind", "columns": "clave, nombre", "field": "file"}
    assert (refused.value.code, refused.value.facts) == ("territory.column_missing", facts)


@given(st.lists(st.lists(st.text(max_size=30), max_size=9), min_size=1, max_size=6))
def test_any_table_is_read_line_by_line(lines: list[list[str]]) -> None:
    found, defects = rows.read(table(*lines), {})

    wrong = {defect.line for defect in defects if defect.code != "territory.row_twice"}
    assert len(found) + len(wrong) == len(lines)
    assert {defect.code for defect in defects} <= set(sentences())


@pytest.mark.django_db
def test_importing_twice_changes_nothing() -> None:
    found, _defects = rows.read(table(IZTAPALAPA, CITY), {})
    doing = {"source": "INEGI, 2020", "by": SYSTEM, "at": NOON}

    counts = [actions.import_rows(found, **doing), actions.import_rows(found, **doing)]

    assert counts == [(2, 2), (0, 2)]
    places = Territory.objects.values_list("code", "kind", "name", "parent__code", "tile_column", "tile_row")
    assert list(places) == [
        ("09", "city", "Ciudad de México", None, None, None),
        ("09007", "borough", "Iztapalapa", "09", 3, 3),
    ]
    people = Population.objects.order_by("people").values_list(
        "territory__code", "edition", "group", "people", "source"
    )
    assert list(people) == [
        ("09007", "2020", "total", 1_835_486, "INEGI, 2020"),
        ("09", "2020", "total", 9_209_944, "INEGI, 2020"),
    ]


@pytest.mark.django_db
def test_a_tile_that_the_file_does_not_give_stays() -> None:
    doing = {"source": "INEGI, 2020", "by": SYSTEM, "at": NOON}
    actions.import_rows([Row("1", "Uno", "borough", tile=(2, 4))], **doing)

    actions.import_rows([Row("1", "Uno nuevo", "borough")], **doing)

    assert list(Territory.objects.values_list("name", "tile_column", "tile_row")) == [("Uno nuevo", 2, 4)]
