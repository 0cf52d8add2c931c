from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tequio.core.charts.structure import Arrow, Box, Figure, Node, Sizes, figure, wrapped

SIZES = Sizes(width=100, gap=50, row=10, text=10, line=15, inset=5)
CONCEPT = st.builds(Node, st.uuids().map(str), st.text("abc de", max_size=60))
THEME = st.builds(Node, st.uuids().map(str), st.text("abc de", max_size=60), st.lists(CONCEPT, max_size=4).map(tuple))
DIMENSION = st.builds(Node, st.uuids().map(str), st.text("abc de", max_size=60), st.lists(THEME, max_size=3).map(tuple))


def test_a_box_stands_beside_the_middle_of_those_that_gather_in_it():
    theme = Node("t", "tema", (Node("c1", "agua"), Node("c2", "luz")))

    found = figure([Node("d", "dimensión", (theme,))], SIZES)

    assert found == Figure(
        400,
        60,
        (
            Box("c1", 0, 0, 0, 100, 25, ("agua",)),
            Box("c2", 0, 0, 35, 100, 25, ("luz",)),
            Box("t", 1, 150, 17.5, 100, 25, ("tema",)),
            Box("d", 2, 300, 17.5, 100, 25, ("dimensión",)),
        ),
        (Arrow(100, 12.5, 150, 30), Arrow(100, 47.5, 150, 30), Arrow(250, 30, 300, 30)),
    )


def test_nothing_to_draw_has_no_height():
    assert figure([], SIZES) == Figure(400, 0, (), ())


@given(st.lists(DIMENSION, max_size=3))
def test_boxes_of_a_column_never_overlap_and_stay_in_the_figure(dimensions):
    found = figure(dimensions, SIZES)

    for column in range(3):
        boxes = sorted((box for box in found.boxes if box.column == column), key=lambda box: box.y)
        assert all(one.y + one.height <= other.y for one, other in pairwise(boxes))
    assert all(box.y >= 0 and box.y + box.height <= found.height + 0.1 for box in found.boxes)


@given(st.text("abc de", max_size=80), st.integers(20, 200))
def test_lines_hold_every_word_and_are_no_wider_than_asked(text, width):
    lines = wrapped(text, width, 10)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) * 5.2 <= max(width, 5.2) for line in lines)
