import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tequio.apps.territories.models import Population, Territory
from tests.apps.territories.test_boundaries import BOROUGHS
from tests.people import Cast

BASE = "/red/territorios/"
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')
HEAD = "clave,nombre,tipo,dentro de,edición,población,columna,fila\n"


@pytest.fixture
def ana(cast: Cast) -> Client:
    return cast.signed_in(cast.ana)


def place(code: str = "09007", name: str = "Iztapalapa", **facts: object) -> Territory:
    return Territory.objects.create(code=code, name=name, kind=facts.pop("kind", "borough"), **facts)


def html(client: Client, path: str = "") -> str:
    answer = client.get(BASE + path)
    assert answer.status_code == 200
    return answer.content.decode()


def file(text: str, name: str = "lugares.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def square(*names: str) -> str:
    ring = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
    features = [
        {"type": "Feature", "properties": {"nombre": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for name in names
    ]
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_everybody_may_read_who_lives_where_with_its_source(cast: Cast) -> None:
    iztapalapa = place(tile_column=0, tile_row=0)
    Population.objects.create(territory=iztapalapa, edition="2020", people=1_835_486, source="INEGI, Censo 2020")

    pages = [html(Client()), html(Client(), "lugar/09007/")]

    told = ("Iztapalapa", "1,835,486", "INEGI, Censo 2020", "<caption")
    assert [[words for words in told if words not in page] for page in pages] == [[], []]
    assert ("/agregar/" in pages[0], 'class="tiles"' in pages[0]) == (False, True)


def test_the_people_of_each_edition_stand_by_their_source_everybody_first(cast: Cast) -> None:
    iztapalapa = place()
    for edition, group, people in (
        ("2020", "men", 887_651),
        ("2020", "total", 1_835_486),
        ("2010", "total", 1_815_786),
    ):
        facts = {"edition": edition, "group": group, "people": people, "source": f"INEGI, {edition}"}
        Population.objects.create(territory=iztapalapa, **facts)

    page = html(Client(), "lugar/09007/")

    told = ["Población, 2020", "1,835,486", "887,651", "INEGI, 2020", "Población, 2010", "1,815,786", "INEGI, 2010"]
    assert [words for words in told if words not in page] == []
    assert sorted(told, key=page.index) == told


def test_without_territories_the_page_says_what_to_do(cast: Cast) -> None:
    assert "Todavía no hay territorios" in html(Client())


def test_a_place_that_is_not_there_is_not_found(cast: Cast) -> None:
    assert Client().get(f"{BASE}lugar/xx/").status_code == 404


def test_a_territory_is_added_and_its_people_set(cast: Cast, ana: Client) -> None:
    whole = place("09", "Ciudad", kind="city")
    facts = {"code": "09007", "name": "Iztapalapa", "kind": "borough", "parent": whole.pk, "column": "3", "row": "0"}

    added = ana.post(f"{BASE}agregar/", facts)
    counted = {"edition": "2020", "group": "total", "people": "1835486", "source": "INEGI"}
    ana.post(f"{BASE}lugar/09007/poblacion/", counted)

    made = Territory.objects.values_list("name", "parent", "tile_column", "tile_row").get(code="09007")
    assert (added["Location"], made) == (f"{BASE}lugar/09007/", ("Iztapalapa", whole.pk, 3, 0))
    assert list(Population.objects.values_list("territory__code", "people")) == [("09007", 1_835_486)]


def test_what_was_typed_stays_when_it_is_refused(cast: Cast, ana: Client) -> None:
    place()

    answer = ana.post(f"{BASE}agregar/", {"code": "09007", "name": "Otra alcaldía", "kind": "borough", "column": "1"})

    page = answer.content.decode()
    told = ("Otra alcaldía", "Un cuadro tiene columna y fila. Escribe las dos, o ninguna.")
    assert (answer.status_code, [words for words in told if words not in page]) == (422, [])
    assert Territory.objects.count() == 1


def test_a_territory_is_edited_and_keeps_its_code(cast: Cast, ana: Client) -> None:
    place()

    ana.post(f"{BASE}lugar/09007/editar/", {"code": "99", "name": "Izta", "kind": "borough"})

    assert list(Territory.objects.values_list("code", "name")) == [("09007", "Izta")]


def test_a_table_is_taken_whole(cast: Cast, ana: Client) -> None:
    lines = "09,Ciudad,ciudad,,2020,9209944,,\n09007,Iztapalapa,alcaldía,09,2020,1835486,3,3\n"

    answer = ana.post(f"{BASE}archivo/", {"file": file(HEAD + lines), "source": "INEGI, 2020"})

    assert answer.status_code == 200
    assert "Territorios nuevos: 2. Poblaciones: 2." in answer.content.decode()
    assert list(Territory.objects.values_list("code", "parent__code")) == [("09", None), ("09007", "09")]


def test_one_wrong_line_takes_nothing_and_is_told(cast: Cast, ana: Client) -> None:
    lines = f"09,Ciudad,ciudad,,2020,9209944,,\n09007,Iztapalapa,{HOSTILE[0]},09,,,,\n"

    answer = ana.post(f"{BASE}archivo/", {"file": file(HEAD + lines), "source": "INEGI, 2020"})

    page = answer.content.decode()
    assert (answer.status_code, Territory.objects.count()) == (422, 0)
    assert ("Renglón 3:" in page, "INEGI, 2020" in page, HOSTILE[0] in page) == (True, True, False)


def test_a_file_that_is_no_table_is_refused(cast: Cast, ana: Client) -> None:
    answer = ana.post(f"{BASE}archivo/", {"file": file("", "vacio.csv"), "source": "INEGI"})

    assert (answer.status_code, Territory.objects.count()) == (422, 0)


def test_boundaries_tell_what_fitted_and_what_did_not(cast: Cast, ana: Client) -> None:
    place()
    place("09011", "Tláhuac")

    data = {"file": file(square("IZTAPALAPA", HOSTILE[1]), "x.geojson")}
    page = ana.post(f"{BASE}limites/", data).content.decode()
    drawn = html(Client(), "mapa/")

    told = ("1 territorio ya tiene su límite.", "Iztapalapa", "Tláhuac", "&quot;&gt;&lt;img src=x")
    assert [words for words in told if words not in page] == []
    assert (HOSTILE[1] in page, '<path class="outline" d="M' in drawn) == (False, True)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "FeatureCollection", "features": []}'])
def test_a_file_without_areas_changes_nothing(cast: Cast, ana: Client, text: str) -> None:
    place()

    answer = ana.post(f"{BASE}limites/", {"file": file(text, "x.geojson")})

    assert (answer.status_code, Territory.objects.filter(boundary__isnull=False).count()) == (422, 0)


def test_a_file_that_is_too_large_is_said(cast: Cast, ana: Client, settings: object) -> None:
    settings.UPLOAD_MB = 0  # type: ignore[attr-defined]

    answer = ana.post(f"{BASE}limites/", {"file": file("x" * 2000, "x.geojson")})

    page = answer.content.decode()
    assert (answer.status_code, "pesa más de 0 MB" in page) == (422, True)


@pytest.mark.parametrize("path", ["agregar/", "archivo/", "limites/", "lugar/09007/editar/", "lugar/09007/poblacion/"])
def test_only_who_may_edit_territories_changes_them(cast: Cast, path: str) -> None:
    place()
    facts = {
        "code": "1",
        "name": "Robada",
        "kind": "city",
        "edition": "1",
        "people": "1",
        "source": "x",
        "group": "total",
    }
    clients = [Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana)]

    statuses = [client.post(BASE + path, facts).status_code for client in clients]

    assert statuses == [403, 403, 403, 403]
    assert (list(Territory.objects.values_list("name", flat=True)), Population.objects.count()) == (["Iztapalapa"], 0)


def test_hostile_names_are_shown_as_text(cast: Cast) -> None:
    whole = place("09", HOSTILE[1], kind="city")
    borough = place("1", HOSTILE[0], parent=whole, tile_column=0, tile_row=0)
    Population.objects.create(territory=borough, edition="2020", people=1, source=HOSTILE[1])

    pages = [html(Client()), html(Client(), "lugar/1/"), html(Client(), "lugar/09/")]

    assert [text for page in pages for text in HOSTILE if text in page] == []


@pytest.mark.parametrize("n", [3, 30])
def test_pages_ask_the_same_number_of_questions(cast: Cast, n: int, django_assert_num_queries: object) -> None:
    whole = place("09", "Ciudad", kind="city")
    for number in range(n):
        borough = place(f"{number:03}", f"Alcaldía {number}", parent=whole, tile_column=number, tile_row=0)
        Population.objects.create(territory=borough, edition="2020", people=1, source="INEGI")

    with django_assert_num_queries(5):  # type: ignore[operator]
        html(Client())
    with django_assert_num_queries(4):  # type: ignore[operator]
        html(Client(), "lugar/09/")


def test_the_page_speaks_english_too(cast: Cast) -> None:
    client = Client()
    client.cookies["lengua"] = "en"

    assert "There are no territories yet" in html(client)


@pytest.mark.shared
def test_the_map_of_the_real_boroughs_is_light(cast: Cast, ana: Client, shared_data: Path) -> None:
    for code, name in BOROUGHS.items():
        place(code, name)
    data = (shared_data / "cdmx" / "alcaldias_inegi_mg_isaacarroyov.geojson").read_bytes()
    ana.post(f"{BASE}limites/", {"file": SimpleUploadedFile("x.geojson", data)})

    page = html(Client(), "mapa/")

    assert (page.count('<path class="outline"'), len(page) < 20_000) == (16, True)
