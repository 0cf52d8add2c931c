"""Boundaries of territories: read from GeoJSON, drawn as SVG paths."""

from tequio.formats.geojson.boundaries import Boundary, Geometry, boundaries
from tequio.formats.geojson.paths import Box, box_of, simplified_path

__all__ = ["Boundary", "Box", "Geometry", "boundaries", "box_of", "simplified_path"]
