import gzip
import re
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.formats.geojson import Box, boundaries, box_of, simplified_path
from tests.formats.geojson.shapes import HOLE, SQUARE

ROUNDING = hypot(0.5, 0.5)


def area(*rings):
    return {"type": "MultiPolygon", "coordinates": [list(rings)]}


def corners(path):
    """The corners of each ring of a path, in units."""
    rings = []
    for ring in re.findall(r"M([^z]*)z", path):
        start, steps = ring.split("l")
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        places = [tuple(map(int, start.split()))]
        for step in zip(numbers[::2], numbers[1::2], strict=True):
            places.append((places[-1][0] + step[0], places[-1][1] + step[1]))
        rings.append(places)
    return rings


def off(point, start, end):
    across = complex(end[0] - start[0], end[1] - start[1])
    away = complex(point[0] - start[0], point[1] - start[1])
    along = 0 if across == 0 else min(1, max(0, (away * across.conjugate()).real / abs(across) ** 2))
    return abs(away - along * across)


def test_a_box_is_as_wide_as_it_is_asked_and_as_high_as_its_place_on_earth_makes_it():
    box = box_of([area(SQUARE), area(HOLE)], width=100)

    assert (box, box.height, box.place([-98.0, 19.0])) == (
        Box(-99.0, 19.0, -98.0, 20.0, 100),
        106,
        (100.0, pytest.approx(106.1, abs=0.1)),
    )


def test_a_square_and_its_hole_are_drawn_in_relative_steps():
    box = Box(-99.0, -0.5, -98.0, 0.5, 100)
    ring = [[-99.0, -0.5], [-98.0, -0.5], [-98.0, 0.5], [-99.0, 0.5], [-99.0, -0.5]]
    hole = [[-98.75, -0.25], [-98.75, 0.25], [-98.25, 0.25], [-98.75, -0.25]]

    assert simplified_path(area(ring, hole), box) == "M0 100l100 0 0-100-100 0zM25 75l0-50 50 0z"


def test_corners_on_a_straight_line_are_left_out():
    dense = [[-99.0 + step / 100, 19.0] for step in range(100)] + SQUARE[1:]
    box = box_of([area(SQUARE)])

    assert simplified_path(area(dense), box) == simplified_path(area(SQUARE), box)


def test_what_is_too_small_to_be_seen_is_not_drawn():
    speck = [[-99.0, 19.0], [-98.99999, 19.0], [-98.99999, 19.00001], [-99.0, 19.0]]

    assert simplified_path(area(speck), box_of([area(SQUARE)])) == ""


@given(st.lists(st.tuples(st.floats(-99, -98), st.floats(19, 20)), min_size=3, max_size=40), st.floats(0.5, 20))
def test_no_corner_of_the_boundary_strays_more_than_the_tolerance(points, tolerance):
    ring = [*map(list, points), list(points[0])]
    box = Box(-99.0, 19.0, -98.0, 20.0, 500)

    drawn = corners(simplified_path(area(ring), box, tolerance))

    far = [min(off(box.place(point), *side) for side in pairwise([*drawn[0], drawn[0][0]])) for point in ring if drawn]
    assert [distance for distance in far if distance > tolerance + ROUNDING + 1e-6] == []


@pytest.mark.shared
@pytest.mark.parametrize("name", ["alcaldias_simplificado_damiancalderon", "alcaldias_inegi_mg_isaacarroyov"])
def test_the_sixteen_boroughs_fit_in_six_kilobytes(shared_data, name):
    found = boundaries((shared_data / f"cdmx/{name}.geojson").read_bytes())
    box = box_of(boundary.geometry for boundary in found)

    paths = [simplified_path(boundary.geometry, box) for boundary in found]

    size = len(gzip.compress("\n".join(paths).encode()))
    assert ([len(corners(path)) for path in paths], size < 6_000) == ([1] * 16, True)
