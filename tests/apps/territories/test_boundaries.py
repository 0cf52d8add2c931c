from pathlib import Path

import pytest

from tequio.apps.territories import actions, queries
from tequio.apps.territories.actions import Matches
from tequio.apps.territories.models import Territory
from tequio.core.actors import SYSTEM
from tequio.core.refusals import Refusal
from tequio.formats.geojson import Boundary, boundaries
from tests.people import NOON

pytestmark = pytest.mark.django_db
DOING = {"by": SYSTEM, "at": NOON}

# INEGI's codes and names of the sixteen boroughs of Mexico City.
BOROUGHS = {
    "09002": "Azcapotzalco",
    "09003": "Coyoacán",
    "09004": "Cuajimalpa de Morelos",
    "09005": "Gustavo A. Madero",
    "09006": "Iztacalco",
    "09007": "Iztapalapa",
    "09008": "La Magdalena Contreras",
    "09009": "Milpa Alta",
    "09010": "Álvaro Obregón",
    "09011": "Tláhuac",
    "09012": "Tlalpan",
    "09013": "Xochimilco",
    "09014": "Benito Juárez",
    "09015": "Cuauhtémoc",
    "09016": "Miguel Hidalgo",
    "09017": "Venustiano Carranza",
}


def place(code: str, name: str, kind: str = "borough") -> Territory:
    return Territory.objects.create(code=code, name=name, kind=kind)


def area(code: str, name: str, west: float = 0.0) -> Boundary:
    ring = [[west, 0.0], [west + 1, 0.0], [west + 1, 1.0], [west, 1.0], [west, 0.0]]
    return Boundary(code, name, {"type": "MultiPolygon", "coordinates": [[ring]]})


def bounded() -> list[str]:
    return list(Territory.objects.filter(boundary__isnull=False).values_list("code", flat=True))


def test_areas_go_to_the_territory_with_their_code_or_name() -> None:
    place("1", "Tláhuac")
    place("2", "Iztapalapa")
    place("3", "Tlalpan")

    found = actions.load_boundaries([area("1", "Otro nombre"), area("", "IZTAPALÁPA"), area("9", "Toluca")], **DOING)

    assert found == Matches(("Iztapalapa", "Tláhuac"), ("Toluca",), ("Tlalpan",))
    assert bounded() == ["1", "2"]
    assert Territory.objects.get(code="1").boundary == area("1", "").geometry


def test_a_name_that_two_territories_share_fits_neither() -> None:
    place("1", "Centro", "neighbourhood")
    place("2", "centro", "neighbourhood")

    with pytest.raises(Refusal) as refused:
        actions.load_boundaries([area("", "Centro")], **DOING)

    assert (refused.value.code, bounded()) == ("territory.no_boundary_fits", [])


def test_two_areas_of_one_territory_are_refused_and_nothing_is_kept() -> None:
    place("1", "Tláhuac")
    place("2", "Tlalpan")

    with pytest.raises(Refusal) as refused:
        actions.load_boundaries([area("2", "Tlalpan"), area("1", "Tláhuac"), area("", "Tlahuac")], **DOING)

    assert refused.value.facts == {"name": "Tláhuac", "field": "file"}
    assert (refused.value.code, bounded()) == ("territory.boundary_twice", [])


def test_without_boundaries_there_is_no_drawing() -> None:
    place("1", "Tláhuac")

    assert queries.drawing() is None


def test_boundaries_are_drawn_side_by_side() -> None:
    here, there = place("1", "Aquí"), place("2", "Allá")
    actions.load_boundaries([area("1", ""), area("2", "", 1.0)], **DOING)

    found = queries.drawing()

    assert found is not None
    assert [(territory, path[:1], path[-1:]) for territory, path in found.areas] == [
        (here, "M", "z"),
        (there, "M", "z"),
    ]
    assert (found.width, found.height) == (640, 320)


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["alcaldias_inegi_mg_isaacarroyov.geojson", "alcaldias_simplificado_damiancalderon.geojson"]
)
def test_all_sixteen_boroughs_fit_the_real_files(shared_data: Path, name: str) -> None:
    for code, borough in BOROUGHS.items():
        place(code, borough)

    found = actions.load_boundaries(boundaries((shared_data / "cdmx" / name).read_bytes()), **DOING)

    assert found == Matches(tuple(sorted(BOROUGHS.values())), (), ())
    assert bounded() == list(BOROUGHS)


@pytest.mark.shared
def test_all_sixteen_boroughs_fit_by_name_alone(shared_data: Path) -> None:
    for number, borough in enumerate(BOROUGHS.values()):
        place(f"x{number:02}", borough)
    data = (shared_data / "cdmx" / "alcaldias_simplificado_damiancalderon.geojson").read_bytes()

    found = actions.load_boundaries(boundaries(data), **DOING)

    assert found == Matches(tuple(sorted(BOROUGHS.values())), (), ())
