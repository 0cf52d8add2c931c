import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.synthesis.replacing import Replacement, replaced
from tests.core.refused import refusal_of


@st.composite
def cut_texts(draw):
    text = draw(st.text(alphabet="abc dé🙂\n", min_size=1, max_size=40))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    cuts = [
        Replacement(start, end, draw(st.text("XYZ", max_size=6)))
        for start, end in zip(edges[::2], edges[1::2], strict=False)
    ]
    return text, cuts


def test_words_are_replaced_and_passages_follow():
    text = "Me llamo María López y vivo en Coyoacán."

    done = replaced(text, [Replacement(31, 39, "[lugar]"), Replacement(9, 20, "[W1#01]")])

    assert done.text == "Me llamo [W1#01] y vivo en [lugar]."
    assert [done.text[slice(*done.span(*span))] for span in ((23, 39), (0, 8), (9, 14), (15, 22), (40, 40))] == [
        "vivo en [lugar]",
        "Me llamo",
        "[W1#01]",
        "[W1#01] y",
        "",
    ]


@given(cut_texts())
def test_what_is_not_replaced_stays_letter_by_letter(pair):
    text, cuts = pair

    done = replaced(text, cuts)

    kept = [place for place in range(len(text)) if not any(cut.start <= place < cut.end for cut in cuts)]
    assert [done.text[done.place(place)] for place in kept] == [text[place] for place in kept]
    assert len(done.text) == len(kept) + sum(len(cut.by) for cut in cuts)


@given(cut_texts())
def test_each_replacement_is_where_its_words_were(pair):
    text, cuts = pair

    done = replaced(text, cuts)

    assert [done.text[slice(*done.span(cut.start, cut.end))] for cut in cuts] == [cut.by for cut in cuts]


@given(cut_texts(), st.data())
def test_a_passage_stays_inside_the_text(pair, data):
    text, cuts = pair
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))

    now = replaced(text, cuts).span(start, end)

    assert start == end or 0 <= now[0] <= now[1] <= len(replaced(text, cuts).text)


@pytest.mark.parametrize(
    ("cuts", "refusal"),
    [
        ([(0, 3), (2, 4)], ("replacing.overlap", {"start": 2, "end": 3})),
        ([(2, 9)], ("replacing.outside", {"start": 2, "end": 9})),
        ([(2, 2)], ("replacing.outside", {"start": 2, "end": 2})),
    ],
)
def test_replacements_that_make_no_sense_are_refused(cuts, refusal):
    assert refusal_of(replaced, "abcde", [Replacement(start, end, "x") for start, end in cuts]) == refusal
