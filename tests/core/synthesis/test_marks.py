import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.synthesis.marks import Stretch, stretches

SPANS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).filter(lambda s: s[0] < s[1]), max_size=8
)


def test_overlapping_passages_become_stretches_that_follow_one_another():
    assert stretches(10, [(2, 6), (4, 8), (4, 8)]) == (
        Stretch(0, 2, ()),
        Stretch(2, 4, (0,)),
        Stretch(4, 6, (0, 1, 2)),
        Stretch(6, 8, (1, 2)),
        Stretch(8, 10, ()),
    )


def test_a_text_without_passages_is_one_stretch_and_no_text_is_none():
    assert (stretches(5, []), stretches(0, [])) == ((Stretch(0, 5, ()),), ())


@given(SPANS)
def test_every_character_is_inside_the_passages_that_hold_it(spans):
    found = stretches(20, spans)

    assert [place for each in found for place in range(each.start, each.end)] == list(range(20))
    for each in found:
        assert each.inside == tuple(
            n for n, (start, end) in enumerate(spans) if start <= each.start and each.end <= end
        )


@pytest.mark.parametrize("span", [(3, 3), (-1, 2), (4, 11)])
def test_a_passage_outside_the_text_is_a_fault_of_the_caller(span):
    with pytest.raises(ValueError, match="no part"):
        stretches(10, [span])
