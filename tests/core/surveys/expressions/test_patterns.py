import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.surveys.expressions.matching import matches
from tequio.core.surveys.expressions.patterns import pattern
from tests.core.refused import refusal_of

ATOMS = st.sampled_from(["a", "b", ".", "[ab]", "[^a]", r"\d", r"\w", "x?", "b*", "a+", "a{2}", "b{1,3}", "^", "$"])
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.builds("({}|{})".format, inner, inner) | st.builds("(?:{}{})*".format, inner, inner),
    max_leaves=6,
)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("abc", "abc", True),
        ("abc", "abcd", False),
        ("^abc$", "abc", True),
        ("", "", True),
        ("a|b*", "bbb", True),
        ("(ab|c){2,3}", "abcab", True),
        ("(ab|c){2,3}", "ab", False),
        ("a{2,}", "aaaa", True),
        ("a{,2}", "a{,2}", True),
        ("a*?b", "aab", True),
        ("[^abc]+", "xyz", True),
        ("[]a]+", "]a", True),
        ("[a-]+", "a-a", True),
        ("[a-cáé]+", "báé", True),
        (r"[\d.]+", "1.5", True),
        (r"\d{5}", "01234", True),
        (r"\d", "٣", False),
        (r"\p{L}+", "ñandú", True),
        (r"\P{L}+", "ñ", False),
        (r"\p{Lu}\p{Ll}+", "Ana", True),
        (r"\S+\s\S+", "dos palabras", True),
        (r"a\.b", "a.b", True),
        (r"a\.b", "axb", False),
        (".{3}", "a\nb", False),
        ("(a|b|)c", "c", True),
        (r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,4}", "ana@red.mx", True),
    ],
)
def test_the_whole_text_is_what_the_pattern_describes(source, text, expected):
    assert matches(text, source) is expected


@pytest.mark.parametrize(
    ("source", "refusal"),
    [
        ("(a", ("pattern.unfinished", {"at": 1})),
        ("[a", ("pattern.unfinished", {"at": 1})),
        ("a\\", ("pattern.unfinished", {"at": 2})),
        (r"\p{L", ("pattern.unfinished", {"at": 1})),
        ("a)", ("pattern.unexpected", {"found": ")", "at": 2})),
        ("*a", ("pattern.unexpected", {"found": "*", "at": 1})),
        ("[z-a]", ("pattern.unexpected", {"found": "z-a", "at": 2})),
        ("a{3,2}", ("pattern.unexpected", {"found": "{3,2}", "at": 2})),
        (r"(a)\1", ("pattern.not_supported", {"found": r"\1", "at": 4})),
        ("a(?=b)", ("pattern.not_supported", {"found": "(?=", "at": 2})),
        (r"\bagua", ("pattern.not_supported", {"found": r"\b", "at": 1})),
        ("a{1000}", ("pattern.too_complex", {"at": 1})),
        ("(a{50}){50}", ("pattern.too_complex", {"at": 1})),
        ("(" * 21 + "a", ("pattern.too_complex", {"at": 21})),
        ("a" * 1_001, ("pattern.too_long", {"limit": 1_000})),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused_with_its_place(source, refusal):
    assert refusal_of(pattern, source) == refusal


@given(PATTERNS, st.text("ab1xñ \n", max_size=8))
def test_a_pattern_matches_what_it_matches_for_python(source, text):
    assert matches(text, source) is (re.fullmatch(source.replace("$", r"\Z"), text) is not None)


def test_a_pattern_that_would_take_for_ever_elsewhere_is_answered():
    assert (matches("a" * 4_000 + "b", "(a+)+"), matches("a" * 4_000, "(a|a)*")) == (False, True)


def test_a_pattern_made_of_an_answer_that_cannot_be_read_matches_nothing():
    assert matches("a", "(") is False
