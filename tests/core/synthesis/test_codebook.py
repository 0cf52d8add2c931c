import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.refusals import Refusal
from tequio.core.synthesis.codebook import (
    Add,
    Code,
    Codebook,
    Merge,
    Move,
    Paint,
    Raise,
    Rank,
    Remove,
    Rename,
    changed,
)
from tests.core.refused import refusal_of

KEYS = [f"c{n}" for n in range(6)]
KEY = st.sampled_from(KEYS)
CHANGES = st.one_of(
    st.builds(lambda key, parent: Add(Code(key, {"es": key}, parent)), KEY, st.sampled_from([*KEYS, ""])),
    st.builds(Move, KEY, st.sampled_from([*KEYS, ""]), st.sampled_from([*KEYS, ""])),
    st.builds(Merge, KEY, KEY),
    st.builds(Raise, KEY, st.sampled_from(Rank)),
    st.builds(Remove, KEY),
    st.builds(Paint, KEY, st.integers(0, 5)),
)


def book_of(*codes):
    """Codes as "key" or "parent/key", each after its parent."""
    book = Codebook()
    for path in codes:
        *above, key = path.split("/")
        book = changed(book, Add(Code(key, {"es": key}, above[-1] if above else "")))
    return book


def drawn(book):
    return [("  " * depth) + code.key for depth, code in book.tree()]


def test_the_tree_is_walked_from_the_top_each_code_after_the_one_that_holds_it():
    book = book_of("agua", "luz", "agua/fuga", "agua/corte", "fuga/calle")

    assert drawn(book) == ["agua", "  fuga", "    calle", "  corte", "luz"]
    assert [code.key for code in book.path("calle")] == ["agua", "fuga", "calle"]


def test_a_code_moves_with_what_it_holds_and_to_its_place():
    book = book_of("agua", "luz", "agua/fuga", "fuga/calle", "luz/poste")

    moved = changed(book, Move("fuga", "luz", before="poste"))

    assert drawn(moved) == ["agua", "luz", "  fuga", "    calle", "  poste"]


def test_merging_gives_what_a_code_held_to_the_other():
    book = book_of("agua", "luz", "agua/fuga")

    assert drawn(changed(book, Merge("agua", "luz"))) == ["luz", "  fuga"]


def test_codes_are_raised_into_columns():
    book = changed(changed(book_of("agua", "luz"), Raise("agua", Rank.THEME)), Raise("luz", Rank.CONCEPT))

    assert drawn(changed(book, Move("luz", "agua"))) == ["agua", "  luz"]


def test_a_name_may_come_again_elsewhere_in_the_tree():
    book = changed(book_of("agua", "luz"), Add(Code("k1", {"es": "Falta"}, "agua")))

    assert len(changed(book, Add(Code("k2", {"es": "Falta"}, "luz"))).codes) == 4


RANKED = changed(changed(book_of("agua", "luz"), Raise("agua", Rank.CONCEPT)), Raise("luz", Rank.DIMENSION))


@pytest.mark.parametrize(
    ("book", "change", "refusal"),
    [
        (book_of("agua"), Add(Code("agua", {"es": "otra"})), ("code.twice", {})),
        (book_of("agua"), Add(Code("k", {"es": " "})), ("code.no_name", {"field": "name"})),
        (book_of("agua"), Add(Code("k", {"es": "AGUA "})), ("code.name_taken", {"field": "name"})),
        (book_of("agua"), Add(Code("k", {"es": "k"}, "nada")), ("code.unknown", {})),
        (book_of("agua", "luz"), Rename("luz", {"es": "agua"}, {}), ("code.name_taken", {"field": "name"})),
        (book_of("agua"), Rename("nada", {"es": "x"}, {}), ("code.unknown", {})),
        (book_of("agua", "agua/fuga"), Move("agua", "fuga"), ("code.below_itself", {})),
        (book_of("agua"), Move("agua", "agua"), ("code.below_itself", {})),
        (book_of("agua"), Merge("agua", "agua"), ("code.into_itself", {})),
        (book_of("agua", "agua/fuga"), Merge("agua", "fuga"), ("code.below_itself", {})),
        (book_of("agua", "agua/fuga"), Remove("agua"), ("code.holds", {})),
        (RANKED, Move("luz", "agua"), ("code.rank_order", {})),
        (book_of("agua", "agua/fuga"), Raise("fuga", Rank.CONCEPT), ("code.rank_order", {})),
    ],
)
def test_a_change_that_would_spoil_the_codebook_says_why(book, change, refusal):
    assert refusal_of(changed, book, change) == refusal


@given(st.lists(CHANGES, max_size=15))
def test_whatever_is_done_every_code_stays_in_the_tree_once(changes):
    book = Codebook()
    for change in changes:
        try:
            book = changed(book, change)
        except Refusal:
            continue

    keys = [code.key for _, code in book.tree()]
    assert sorted(keys) == sorted(book.codes)


def test_looks_are_changed_and_codes_without_others_removed():
    book = changed(book_of("agua", "luz"), Paint("luz", 3))

    assert book.of("luz").look == 3
    assert drawn(changed(book, Remove("luz"))) == ["agua"]
