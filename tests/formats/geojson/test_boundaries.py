import pytest

from tequio.formats.geojson import Boundary, boundaries
from tests.formats.geojson.shapes import HOLE, SQUARE, collection, feature
from tests.formats.refusing import refused


def area(name, *polygons, code=""):
    return Boundary(code, name, {"type": "MultiPolygon", "coordinates": list(polygons)})


def test_areas_are_read_with_their_name_and_code():
    data = collection(
        feature([SQUARE, HOLE], NOMGEO="Coyoacán", CVEGEO="09003"),
        feature([[SQUARE], [HOLE]], "MultiPolygon", name="Xochimilco"),
    )

    assert boundaries(data) == (area("Coyoacán", [SQUARE, HOLE], code="09003"), area("Xochimilco", [SQUARE], [HOLE]))


@pytest.mark.parametrize(
    ("properties", "name", "code"),
    [
        (
            {"nombre_estado": "Ciudad de México", "nombre_municipio": "Iztapalapa", "cve_geo": "09007"},
            "Iztapalapa",
            "09007",
        ),
        ({"Alcaldía": " Milpa Alta ", "id": 9}, "Milpa Alta", "9"),
        ({"NOMUT": "AGUILERA", "NOMDT": "AZCAPOTZALCO", "CVEUT": "02-001", "ID": 1}, "AGUILERA", "02-001"),
        ({"nombre": None, "name": "Tlalpan", "code": ""}, "Tlalpan", ""),
    ],
)
def test_names_and_codes_are_found_among_the_usual_properties(properties, name, code):
    found = boundaries(collection(feature() | {"properties": properties}))

    assert [(boundary.name, boundary.code) for boundary in found] == [(name, code)]


def test_heights_are_left_out():
    high = [[*point, 2240.0] for point in SQUARE]

    assert boundaries(collection(feature([high]))) == (area("Tlalpan", [SQUARE]),)


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::6365"])
def test_files_that_name_degrees_as_their_reference_are_read(name):
    data = collection(feature(), crs={"type": "name", "properties": {"name": name}})

    assert boundaries(data) == (area("Tlalpan", [SQUARE]),)


def test_files_in_other_references_are_refused():
    data = collection(feature(), crs={"type": "name", "properties": {"name": "EPSG:32614"}})

    expected = {"reference": '{"type": "name", "properties": {"name": "EPSG:32614"}}'}
    assert refused(boundaries, data) == ("geojson.other_reference", expected)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"name,code\nTlalpan,1\n"])
def test_what_is_no_json_is_refused(data):
    assert refused(boundaries, data) == ("geojson.not_json", {})


@pytest.mark.parametrize(
    "data", [b"[]", b"3", b"{}", b'{"type": "FeatureCollection", "features": []}', b'{"features": 1}']
)
def test_what_holds_no_features_is_refused(data):
    assert refused(boundaries, data) == ("geojson.not_features", {})


@pytest.mark.parametrize(
    ("spoilt", "code"),
    [
        (None, "geojson.no_name"),
        ({"type": "Feature", "properties": None, "geometry": None}, "geojson.no_name"),
        (feature() | {"geometry": None}, "geojson.not_an_area"),
        (feature([-99.0, 19.0], "Point"), "geojson.not_an_area"),
        (feature([], "Polygon"), "geojson.not_an_area"),
        (feature([[]], "MultiPolygon"), "geojson.not_an_area"),
        (feature(["x"], "MultiPolygon"), "geojson.not_an_area"),
        (feature([[]]), "geojson.open_ring"),
        (feature(["x"]), "geojson.open_ring"),
        (feature([SQUARE[:4]]), "geojson.open_ring"),
        (feature([[SQUARE[0], SQUARE[1], SQUARE[0]]]), "geojson.open_ring"),
        (feature([[[485_000.0, 2_140_000.0], *SQUARE]]), "geojson.out_of_range"),
        (feature([[[float("nan"), 19.0], *SQUARE]]), "geojson.out_of_range"),
        (feature([[["-99", "19"], *SQUARE]]), "geojson.out_of_range"),
        (feature([[[19.0], *SQUARE]]), "geojson.out_of_range"),
    ],
)
def test_a_feature_that_cannot_be_drawn_is_refused_by_its_number(spoilt, code):
    found_code, facts = refused(boundaries, collection(feature(), spoilt))

    assert (found_code, facts["number"]) == (code, 2)


def test_a_feature_without_a_name_tells_the_properties_it_has():
    nameless = feature() | {"properties": {"area_km2": 3}}

    assert refused(boundaries, collection(nameless)) == ("geojson.no_name", {"number": 1, "properties": "id, area_km2"})


def test_a_code_that_comes_twice_is_refused():
    data = collection(feature(code="09003"), feature(), feature(), feature(code="09003"))

    assert refused(boundaries, data) == ("geojson.repeated_code", {"boundary": "09003"})


def test_files_that_are_too_large_are_refused():
    crowd = collection(*[None] * 5_001)

    assert (refused(boundaries, b" " * 10_000_001), refused(boundaries, crowd)) == (
        ("geojson.too_large", {"limit_mb": 10}),
        ("geojson.too_many_areas", {"limit": 5_000}),
    )


@pytest.mark.shared
@pytest.mark.parametrize("name", ["alcaldias_simplificado_damiancalderon", "alcaldias_inegi_mg_isaacarroyov"])
def test_the_sixteen_boroughs_are_read(shared_data, name):
    found = boundaries((shared_data / f"cdmx/{name}.geojson").read_bytes())

    assert [boundary.code for boundary in found] == [f"090{number:02}" for number in range(2, 18)]


@pytest.mark.shared
def test_the_neighbourhoods_of_the_electoral_institute_are_read(shared_data):
    found = boundaries((shared_data / "cdmx/unidades_territoriales_iecm_1814.geojson").read_bytes())

    assert (len(found), found[0].code, found[0].name) == (1814, "02-001", "AGUILERA")
