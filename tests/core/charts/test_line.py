from hypothesis import given
from hypothesis import strategies as st

from tequio.core.charts.line import LARGEST, SMALLEST, Block, KnotMark, ThreadLine, thread_line

BLOCKS = st.lists(st.builds(Block, st.just("b"), st.integers(0, 5000), st.floats(1, 400)), max_size=12)


def test_knots_sit_in_the_middle_of_their_blocks_and_grow_with_the_count():
    line = thread_line([Block("needs", 400, 100), Block("themes", 100, 60), Block("result", 1, 40)], gap=10)

    assert line == ThreadLine(
        x=14,
        top=50,
        bottom=200,
        height=220,
        knots=(KnotMark("needs", 50, 14), KnotMark("themes", 140, 7), KnotMark("result", 200, 5)),
    )


def test_an_empty_thread_has_no_length():
    assert thread_line([]) == ThreadLine(LARGEST, 0, 0, 0, ())


def test_steps_that_count_nothing_still_have_a_knot():
    assert thread_line([Block("later", 0, 20)]).knots == (KnotMark("later", 10, SMALLEST),)


@given(BLOCKS)
def test_knots_go_down_the_page_and_the_line_joins_the_first_to_the_last(blocks):
    line = thread_line(blocks, gap=2)

    ys = [knot.y for knot in line.knots]
    assert ys == sorted(ys)
    assert [line.top, line.bottom] == ([ys[0], ys[-1]] if ys else [0, 0])
    assert all(SMALLEST <= knot.radius <= LARGEST for knot in line.knots)
    assert all(0 <= y <= line.height for y in ys)


@given(BLOCKS)
def test_a_larger_count_never_has_a_smaller_knot(blocks):
    knots = thread_line(blocks).knots

    pairs = sorted((block.count, knot.radius) for block, knot in zip(blocks, knots, strict=True))
    assert [radius for _, radius in pairs] == sorted(radius for _, radius in pairs)
