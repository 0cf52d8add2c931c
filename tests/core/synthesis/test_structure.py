from tequio.core.synthesis.codebook import Add, Code, Codebook, Rank, changed
from tequio.core.synthesis.counting import Frequency
from tequio.core.synthesis.structure import Concept, Dimension, Gap, Structure, Theme, structure

CARRIED = {"c1": Frequency(5, 3, 4), "c2": Frequency(2, 1, 1), "c3": Frequency(2, 2, 1), "t1": Frequency(7, 3, 4)}
NONE = Frequency()


def book_of(*codes):
    book = Codebook()
    for key, parent, rank in codes:
        book = changed(book, Add(Code(key, {"es": key}, parent, rank)))
    return book


def test_three_columns_are_read_off_the_tree_with_what_a_reader_would_ask():
    book = book_of(
        ("d1", "", Rank.DIMENSION),
        ("t1", "d1", Rank.THEME),
        ("c1", "t1", Rank.CONCEPT),
        ("c2", "t1", Rank.CONCEPT),
        ("plain", "c1", Rank.CODE),
        ("t2", "", Rank.THEME),
        ("c3", "t2", Rank.CONCEPT),
        ("c4", "", Rank.CONCEPT),
    )
    code = book.codes

    found = structure(book, CARRIED)

    assert found == Structure(
        (
            Dimension(
                code["d1"],
                NONE,
                (
                    Theme(
                        code["t1"],
                        CARRIED["t1"],
                        (Concept(code["c1"], CARRIED["c1"]), Concept(code["c2"], CARRIED["c2"])),
                    ),
                ),
            ),
            Dimension(None, NONE, (Theme(code["t2"], NONE, (Concept(code["c3"], CARRIED["c3"]),)),)),
        ),
        (Concept(code["c4"], NONE),),
        {
            "d1": (Gap.ONE_BELOW,),
            "c2": (Gap.ONE_DOCUMENT,),
            "t2": (Gap.NOTHING_ABOVE, Gap.ONE_BELOW, Gap.NO_PASSAGE),
            "c3": (Gap.ONE_SPEAKER,),
            "c4": (Gap.NOTHING_ABOVE, Gap.NO_PASSAGE),
        },
    )


def test_a_concept_right_under_a_dimension_is_loose_and_a_dimension_may_be_empty():
    book = book_of(("d1", "", Rank.DIMENSION), ("c1", "d1", Rank.CONCEPT))

    found = structure(book, CARRIED)

    assert [each.code.key for each in found.loose] == ["c1"]
    assert found.gaps == {"d1": (Gap.NONE_BELOW,), "c1": (Gap.NOTHING_ABOVE,)}


def test_plain_codes_are_in_no_column():
    assert structure(book_of(("a", "", Rank.CODE), ("b", "a", Rank.CODE)), {}) == Structure((), (), {})
