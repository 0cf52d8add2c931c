"""Boundaries of territories from GeoJSON (RFC 7946): named areas in longitude and latitude."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Literal, TypedDict

from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold

type Point = list[float]
type Ring = list[Point]
type Polygon = list[Ring]

MEGABYTE = 1_000_000
LARGEST = 10 * MEGABYTE
MOST_AREAS = 5_000
SMALLEST_RING = 4  # a triangle and its first corner again
OUR_REFERENCES = (
    "CRS84",
    "4326",
    "4258",
    "6365",
)  # WGS 84, and what Europe and Mexico publish: the same within a metre
NAMES = (
    *("nomgeo", "nombremunicipio", "nommun", "municipio", "alcaldia", "delegacion", "nomut", "colonia"),
    *("nombre", "name", "titulo", "title"),
)
CODES = ("cvegeo", "cveut", "clave", "codigo", "code", "cvemun", "id")


class Geometry(TypedDict):
    """Polygons hold rings (the outer one first, then holes) of [longitude, latitude] in degrees, closed."""

    type: Literal["MultiPolygon"]
    coordinates: list[Polygon]


@dataclass(frozen=True, slots=True)
class Boundary:
    """An area with its name; `code` is empty when the file gives none."""

    code: str
    name: str
    geometry: Geometry


def boundaries(data: bytes) -> tuple[Boundary, ...]:
    """Read the areas of a FeatureCollection, each with the name and the code that its properties give it.

    Refuses geojson.too_large, not_json, not_features, too_many_areas, other_reference and repeated_code, and of a
    feature (its `number` from 1) geojson.not_an_area, no_name, open_ring and out_of_range.
    """
    found = tuple(_boundary(number, feature) for number, feature in enumerate(_features(data), 1))
    codes = Counter(boundary.code for boundary in found if boundary.code)
    if repeated := [code for code, count in codes.items() if count > 1]:
        raise Refusal("geojson.repeated_code", boundary=repeated[0])
    return found


def _features(data: bytes) -> list[object]:
    if len(data) > LARGEST:
        raise Refusal("geojson.too_large", limit_mb=LARGEST // MEGABYTE)
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Refusal("geojson.not_json") from error
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list) or not features:
        raise Refusal("geojson.not_features")
    if len(features) > MOST_AREAS:
        raise Refusal("geojson.too_many_areas", limit=MOST_AREAS)
    _require_degrees(whole.get("crs"))
    return features


def _require_degrees(reference: object) -> None:
    """Older files name their reference system; without a name it is WGS 84."""
    name = json.dumps(reference)
    if reference is not None and not any(ours in name for ours in OUR_REFERENCES):
        raise Refusal("geojson.other_reference", reference=name[:80])


def _boundary(number: int, feature: object) -> Boundary:
    parts = feature if isinstance(feature, dict) else {}
    properties = parts.get("properties") or {}
    stated = {"id": parts.get("id"), **properties} if isinstance(properties, dict) else {}
    name = _first(stated, NAMES)
    if not name:
        raise Refusal("geojson.no_name", number=number, properties=", ".join(stated))
    return Boundary(_first(stated, CODES), name, _geometry(number, parts.get("geometry")))


def _first(properties: Mapping[str, object], wanted: Iterable[str]) -> str:
    """The first of the wanted properties that has words, whatever its case and punctuation."""
    keys = {"".join(filter(str.isalnum, fold(key))): str(value).strip() for key, value in properties.items() if value}
    return next((keys[key] for key in wanted if keys.get(key)), "")


def _geometry(number: int, geometry: object) -> Geometry:
    match geometry:
        case {"type": "Polygon", "coordinates": [_, *_] as polygon}:
            polygons = [polygon]
        case {"type": "MultiPolygon", "coordinates": [_, *_] as polygons}:
            pass
        case _:
            raise Refusal("geojson.not_an_area", number=number)
    return {"type": "MultiPolygon", "coordinates": [_polygon(number, polygon) for polygon in polygons]}


def _polygon(number: int, rings: object) -> Polygon:
    if not isinstance(rings, list) or not rings:
        raise Refusal("geojson.not_an_area", number=number)
    return [_ring(number, ring) for ring in rings]


def _ring(number: int, points: object) -> Ring:
    ring = [_point(number, point) for point in points] if isinstance(points, list) else []
    if len(ring) < SMALLEST_RING or ring[0] != ring[-1]:
        raise Refusal("geojson.open_ring", number=number)
    return ring


def _point(number: int, point: object) -> Point:
    """Longitude and latitude; a height is left out."""
    match point:
        case [float() | int() as east, float() | int() as north, *_] if _is_on_earth(east, north):
            return [east, north]
        case _:
            raise Refusal("geojson.out_of_range", number=number)


def _is_on_earth(east: float, north: float) -> bool:
    return isfinite(east) and abs(east) <= 180 and abs(north) <= 90  # noqa: PLR2004 (degrees)
