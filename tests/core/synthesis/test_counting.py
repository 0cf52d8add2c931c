from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tequio.core.synthesis.counting import Coded, Frequency, Meeting, frequencies, meetings

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1]))
CODED = st.lists(
    st.builds(
        lambda document, span, code, coder: Coded(document, *span, code, "", coder),
        st.sampled_from(["d1", "d2", "d3"]),
        SPAN,
        st.sampled_from("abc"),
        st.sampled_from(["ana", "beto"]),
    ),
    max_size=25,
)


def test_codes_count_passages_documents_and_known_speakers():
    coded = [
        Coded("d1", 0, 5, "agua", "W1#01"),
        Coded("d1", 9, 12, "agua", "W1#02"),
        Coded("d2", 0, 5, "agua"),
        Coded("d2", 0, 5, "luz", "W1#01"),
    ]

    assert frequencies(coded) == {"agua": Frequency(3, 2, 2), "luz": Frequency(1, 1, 1)}


def test_a_passage_that_several_coders_gave_the_same_code_is_one():
    coded = [Coded("d1", 0, 5, "agua", coder=coder) for coder in ("ana", "beto")]

    assert frequencies(coded) == {"agua": Frequency(1, 1, 0)}


def test_a_code_counts_what_is_below_it_and_a_passage_of_two_of_them_once():
    parents = {"servicios": "", "agua": "servicios", "luz": "servicios", "fuga": "agua"}
    coded = [Coded("d1", 0, 5, "fuga"), Coded("d1", 0, 5, "luz"), Coded("d2", 3, 4, "agua")]

    assert frequencies(coded, parents) == {
        "fuga": Frequency(1, 1, 0),
        "agua": Frequency(2, 2, 0),
        "luz": Frequency(1, 1, 0),
        "servicios": Frequency(2, 2, 0),
    }


def test_codes_meet_where_their_passages_share_a_character():
    coded = [
        Coded("d1", 0, 5, "agua"),
        Coded("d1", 4, 9, "luz"),
        Coded("d1", 9, 12, "agua"),
        Coded("d2", 0, 5, "luz"),
        Coded("d2", 0, 5, "agua"),
        Coded("d2", 2, 3, "agua"),
    ]

    assert meetings(coded) == (Meeting("agua", "luz", 3, 2),)


def test_without_passages_nothing_meets():
    assert meetings([]) == ()


@given(CODED)
def test_meetings_are_those_found_pair_by_pair(coded):
    rows = {(each.document, each.start, each.end, each.code) for each in coded}
    expected = {}
    for (d1, s1, e1, a), (d2, s2, e2, b) in combinations(sorted(rows), 2):
        if d1 == d2 and a != b and s1 < e2 and s2 < e1:
            expected.setdefault(tuple(sorted((a, b))), []).append(d1)

    found = {(each.one, each.other): (each.passages, each.documents) for each in meetings(coded)}

    assert found == {pair: (len(where), len(set(where))) for pair, where in expected.items()}
