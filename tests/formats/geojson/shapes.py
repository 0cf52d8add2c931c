"""Small areas to read and draw."""

import json

SQUARE = [[-99.0, 19.0], [-98.0, 19.0], [-98.0, 20.0], [-99.0, 20.0], [-99.0, 19.0]]
HOLE = [[-98.7, 19.3], [-98.7, 19.6], [-98.4, 19.6], [-98.4, 19.3], [-98.7, 19.3]]


def feature(coordinates=(SQUARE,), kind="Polygon", name="Tlalpan", **properties):
    geometry = {"type": kind, "coordinates": list(coordinates)}
    return {"type": "Feature", "properties": {"name": name, **properties}, "geometry": geometry}


def collection(*features, **more):
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()
