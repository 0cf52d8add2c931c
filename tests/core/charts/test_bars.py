import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.charts.bars import Bar, CoverageBar, Value, bars, coverage_bars
from tequio.core.coverage import coverage

NUMBERS = st.floats(0, 1e6, allow_nan=False)


def test_the_largest_number_reaches_the_full_width_and_rows_follow_each_other():
    drawn = bars([Value("agua", 40), Value("luz", 10), Value("parque", 0)], width=300, row=20)

    assert drawn == (
        Bar("agua", 0, 300, None, None),
        Bar("luz", 20, 75, None, None),
        Bar("parque", 40, 0, None, None),
    )


def test_intervals_are_drawn_on_the_same_scale_as_their_bars():
    assert bars([Value("agua", 0.5, 0.3, 0.75)], width=300, top=1.0) == (Bar("agua", 0, 150, 90, 225),)


def test_an_upper_end_never_leaves_the_drawing():
    assert bars([Value("agua", 0.5, 0.25, 1.0)], width=200) == (Bar("agua", 0, 100, 50, 200),)


@pytest.mark.parametrize("values", [[], [Value("agua", 0)], [Value("agua", 0, 0, 0)]])
def test_nothing_to_measure_draws_no_length(values):
    assert [bar.width for bar in bars(values, width=300)] == [0.0] * len(values)


@given(st.lists(NUMBERS, min_size=1, max_size=8), st.integers(100, 900))
def test_bars_are_as_long_as_their_numbers_and_fit(numbers, width):
    drawn = bars([Value(str(i), number) for i, number in enumerate(numbers)], width)

    most = max(numbers) or 1.0
    assert max(bar.width for bar in drawn) == (width if max(numbers) > 0 else 0)
    assert all(abs(bar.width - number / most * width) <= 0.051 for bar, number in zip(drawn, numbers, strict=True))


def test_a_coverage_bar_has_a_tick_for_the_population_and_hatching_where_nobody_came():
    found = coverage({"A": 3, "B": 1}, {"A": 50, "B": 25, "C": 25})
    most = found.groups[0].high

    assert coverage_bars(found.groups, width=400, row=10) == (
        CoverageBar(
            "A",
            0,
            round(0.75 / most * 400, 1),
            round(found.groups[0].low / most * 400, 1),
            400,
            round(0.5 / most * 400, 1),
            0,
        ),
        CoverageBar(
            "B",
            10,
            round(0.25 / most * 400, 1),
            round(found.groups[1].low / most * 400, 1),
            round(found.groups[1].high / most * 400, 1),
            round(0.25 / most * 400, 1),
            0,
        ),
        CoverageBar(
            "C",
            20,
            0,
            0,
            round(found.groups[2].high / most * 400, 1),
            round(0.25 / most * 400, 1),
            round(0.25 / most * 400, 1),
        ),
    )


COUNTS = st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 300))
POPULATIONS = st.dictionaries(st.sampled_from("ABCD"), st.integers(1, 100_000), min_size=1)


@given(COUNTS, POPULATIONS, st.integers(100, 900))
def test_every_mark_of_a_coverage_bar_lies_within_the_width(counts, population, width):
    for bar in coverage_bars(coverage(counts, population).groups, width):
        assert 0 <= bar.low <= bar.width <= bar.high <= width
        assert 0 <= bar.tick <= width


@given(COUNTS, POPULATIONS)
def test_exactly_the_missing_groups_are_hatched(counts, population):
    found = coverage(counts, population)

    hatched = [bar.label for bar in coverage_bars(found.groups, width=100_000_000) if bar.hatched]

    assert tuple(hatched) == found.missing


def test_no_groups_draw_no_bars():
    assert coverage_bars([], width=300) == ()
