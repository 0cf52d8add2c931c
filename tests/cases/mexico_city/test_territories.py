import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from statistics import fmean

import pytest

from tequio.cases.mexico_city import facts
from tequio.cases.mexico_city.territories import Population

TERRITORIES = facts().territories
BOROUGHS = TERRITORIES.boroughs


def test_the_boroughs_are_the_sixteen_of_the_census_in_the_order_of_their_codes() -> None:
    codes = [borough.code for borough in BOROUGHS]

    assert codes == [f"090{number:02d}" for number in range(2, 18)]


def test_the_populations_of_the_boroughs_add_up_to_the_official_one_of_the_city() -> None:
    counted = [borough.population for borough in BOROUGHS]

    summed = Population(
        sum(each.total for each in counted), sum(each.women for each in counted), sum(each.men for each in counted)
    )

    assert summed == TERRITORIES.city.population == Population(9_209_944, 4_805_017, 4_404_927)


def test_women_and_men_add_up_in_every_borough() -> None:
    assert {b.name: b.population.women + b.population.men for b in BOROUGHS} == {
        b.name: b.population.total for b in BOROUGHS
    }


def test_every_borough_is_in_one_area_and_the_areas_have_three_three_three_three_and_four() -> None:
    members = [code for area in TERRITORIES.areas for code in area.boroughs]

    assert sorted(members) == [borough.code for borough in BOROUGHS]
    assert {area.key: len(area.boroughs) for area in TERRITORIES.areas} == {"A": 3, "B": 3, "C": 3, "D": 3, "E": 4}


def test_a_borough_is_found_by_name_and_its_area_by_code() -> None:
    milpa_alta = TERRITORIES.borough_named("Milpa Alta")

    assert (milpa_alta.code, TERRITORIES.area_of(milpa_alta.code).key) == ("09009", "E")


def test_the_tile_map_has_the_shape_of_the_city() -> None:
    tiles = {borough.tile: borough.name for borough in BOROUGHS}

    rows = [[tiles.get((column, row), "") for column in range(4)] for row in range(6)]

    assert rows == [
        ["", "Azcapotzalco", "Gustavo A. Madero", ""],
        ["", "Miguel Hidalgo", "Cuauhtémoc", "Venustiano Carranza"],
        ["Cuajimalpa de Morelos", "Álvaro Obregón", "Benito Juárez", "Iztacalco"],
        ["", "La Magdalena Contreras", "Coyoacán", "Iztapalapa"],
        ["", "Tlalpan", "Xochimilco", "Tláhuac"],
        ["", "", "", "Milpa Alta"],
    ]


@pytest.mark.shared
def test_a_tile_far_to_the_east_or_south_lies_to_the_east_or_south(shared_data: Path) -> None:
    text = (shared_data / "cdmx" / "alcaldias_simplificado_damiancalderon.geojson").read_text("utf-8")
    places = {f["properties"]["CVEGEO"]: _middle(f["geometry"]["coordinates"]) for f in json.loads(text)["features"]}

    wrong = [
        (one.name, other.name)
        for one, other in permutations(BOROUGHS, 2)
        if (one.tile[0] - other.tile[0] >= 2 and places[one.code][0] <= places[other.code][0])
        or (one.tile[1] - other.tile[1] >= 2 and places[one.code][1] >= places[other.code][1])
    ]

    assert wrong == []
    assert len(places) == 16


@pytest.mark.shared
def test_the_populations_are_those_of_the_census_file(shared_data: Path) -> None:
    lines = (shared_data / "cdmx" / "alcaldias_indicadores_2020.csv").read_text("utf-8").splitlines()[1:]
    census = {code: (name, int(total), int(women)) for code, name, total, _, women, *_ in (x.split(",") for x in lines)}

    typed = {b.code: (b.name, b.population.total, b.population.women) for b in BOROUGHS}

    assert typed == census


def _middle(coordinates: list[object]) -> tuple[float, float]:
    points = list(_points(coordinates))
    return fmean(point[0] for point in points), fmean(point[1] for point in points)


def _points(nested: list[object]) -> Iterator[list[float]]:
    for each in nested:
        if isinstance(each, list) and isinstance(each[0], float):
            yield each
        elif isinstance(each, list):
            yield from _points(each)
