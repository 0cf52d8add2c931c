from collections import Counter
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tequio.core.synthesis.agreement import Unitised, UnitisedCode, unitised
from tests.core.refused import refusal_of

LENGTH = 40


@st.composite
def passages(draw):
    edges = sorted(draw(st.sets(st.integers(0, LENGTH), min_size=2, max_size=8)))
    pairs = list(zip(edges[::2], edges[1::2], strict=False))
    return [(start, end, draw(st.sampled_from("abc"))) for start, end in pairs]


CODERS = st.lists(passages(), min_size=2, max_size=4)


def by_letter(length, coders):
    """uα from its definition, letter by letter."""
    lines = [line_of(length, each) for each in coders]
    kinds = sorted({kind for line in lines for kind in line})
    met = Counter(pair for one, other in permutations(lines, 2) for pair in zip(one, other, strict=True))
    together = {(c, k): met[c, k] / (len(coders) - 1) for c in kinds for k in kinds}
    total = sum(together.values())
    margins = {c: sum(together[c, k] for k in kinds) for c in kinds}
    own = {c: sum((end - start) ** 2 for each in coders for start, end, code in each if code == c) for c in kinds}
    own["-"] = sum(line.count("-") for line in lines)
    below = total**2 - sum(own.get(c, 0) for c in kinds)
    expected = total - sum(total * (margins[c] ** 2 - own[c]) / below for c in kinds) if below else 0
    return 1 - (total - sum(together[c, c] for c in kinds)) / expected if expected > 1e-9 else None


def line_of(length, each):
    line = ["-"] * length
    for start, end, code in each:
        line[start:end] = code * (end - start)
    return line


def rounded(found):
    codes = {name: (round(code.value, 3), round(code.coverage, 4)) for name, code in found.codes.items()}
    return round(found.overall, 3), round(found.marked, 3), round(found.coded, 3), round(found.coverage, 4), codes


def test_the_four_coefficients_are_those_of_another_program():
    """Three coders and a text of twenty letters, with the results of a separate implementation of the same paper."""
    alex = [(2, 5, "1"), (9, 11, "1"), (12, 20, "2")]
    paul = [(2, 5, "1"), (7, 15, "2")]
    susan = [(2, 5, "1"), (10, 15, "2")]

    found = unitised(20, [alex, paul, susan])

    assert rounded(found) == (0.474, 0.433, 0.779, 0.3833, {"1": (0.769, 0.9545), "2": (0.787, 0.5952)})


def test_the_same_passages_agree_in_full():
    both = [[(0, 10, "agua"), (15, 20, "luz")]] * 2

    agreed = UnitisedCode(1.0, 1.0)
    assert unitised(30, both) == Unitised(1.0, 1.0, 1.0, 0.5, {"agua": agreed, "luz": agreed})


def test_the_same_boundaries_with_other_codes_agree_on_boundaries_alone():
    found = unitised(40, [[(0, 10, "agua"), (20, 30, "luz")], [(0, 10, "luz"), (20, 30, "agua")]])

    assert found.marked == 1.0
    assert found.overall < 1.0
    assert found.coded < 0


def test_text_that_nobody_marked_has_nothing_to_differ_in():
    assert unitised(30, [[], []]) == Unitised(None, None, None, 0.0, {})


def test_a_code_that_one_coder_alone_used_rests_on_nothing():
    found = unitised(30, [[(0, 10, "agua")], []])

    assert found.codes == {"agua": UnitisedCode(None, 0.0)}


@given(CODERS)
def test_agreement_on_place_and_code_is_its_definition_letter_by_letter(coders):
    expected = by_letter(LENGTH, coders)
    assume(expected is not None)

    assert unitised(LENGTH, coders).overall == pytest.approx(expected)


@given(CODERS, st.randoms(use_true_random=False))
def test_the_order_of_coders_and_passages_does_not_matter(coders, random):
    shuffled = [random.sample(each, len(each)) for each in random.sample(coders, len(coders))]

    one, other = (unitised(LENGTH, each) for each in (coders, shuffled))
    assert other.overall == pytest.approx(one.overall)
    assert other.marked == pytest.approx(one.marked)
    assert other.coded == pytest.approx(one.coded)


@pytest.mark.parametrize(
    ("coders", "refusal"),
    [
        ([[(0, 5, "a")]], ("agreement.one_coder", {})),
        ([[(0, 5, "a"), (4, 8, "b")], []], ("agreement.overlap", {"start": 4, "end": 8})),
        ([[(0, 31, "a")], []], ("agreement.outside", {"start": 0, "end": 31})),
        ([[(5, 5, "a")], []], ("agreement.outside", {"start": 5, "end": 5})),
    ],
)
def test_passages_that_cannot_be_compared_say_why(coders, refusal):
    assert refusal_of(unitised, 30, coders) == refusal
