from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.linting import Code, Finding, PrintedTable, Row, Sum, lint, message, to_json
from tequio.core.linting.arithmetic import plain, slip
from tests.core.refused import refusal_of


def rows(*counts, members=()):
    """Rows a, b, c … with these counts, and members where they are given: rows(3, 1, members=["x y z", "x"])."""
    lists = [tuple(those.split()) for those in members] or [()] * len(counts)
    return tuple(
        Row(n + 2, "abcdefgh"[n], "", None if count is None else Decimal(count), "", those)
        for n, (count, those) in enumerate(zip(counts, lists, strict=True))
    )


def codes(findings):
    return [finding.code for finding in findings]


def test_a_sum_that_fails_is_shown_with_its_working():
    assert lint(PrintedTable(rows(3, 4, None), total=Decimal(9))) == (
        Finding(Code.SUM_DIFFERS, "count", "3 + 4 = 7; 7 ≠ 9; 9 − 7 = 2", {"sum": "7", "stated": "9", "slip": ""}),
    )


def test_without_a_stated_total_no_sum_is_wrong():
    assert lint(PrintedTable(rows(3, 4))) == ()


def test_rows_counted_inside_others_explain_the_difference():
    table = PrintedTable(rows(3, 2, 1, members=["x y z", "v w", "y"]), total=Decimal(5), members="codes")

    found = lint(table)

    assert codes(found) == [Code.SUM_DIFFERS, Code.SUM_EXPLAINED, Code.PART_NESTED]
    assert found[1] == Finding(Code.SUM_EXPLAINED, "count", "1; 6 − 1 = 5; 3 + 2 = 5", {"n": 1, "labels": "c"})


def test_nested_rows_that_do_not_explain_the_difference_are_not_said_to():
    table = PrintedTable(rows(3, 1, members=["x y z", "y"]), total=Decimal(2), members="codes")

    assert codes(lint(table)) == [Code.SUM_DIFFERS, Code.MEMBERS_TOTAL, Code.PART_NESTED]


def test_a_cell_that_cannot_be_read_may_be_the_difference():
    """As in the table of the interview sample, where a 1 is printed as the letter I."""
    counts = (*rows(19, 4, 4), Row(5, "party", unread="I"), *rows(2))

    found = lint(PrintedTable(counts, total=Decimal(30)))

    assert found[1] == Finding(
        Code.SUM_UNREAD, "L5 · party", "30 − 29 = 1", {"label": "party", "unread": "I", "missing": "1"}
    )
    assert codes(found) == [Code.SUM_DIFFERS, Code.SUM_UNREAD, Code.LABEL_TWICE, Code.COUNT_UNREAD]


def test_members_that_are_fewer_than_the_total_are_told_even_when_the_sum_holds():
    table = PrintedTable(rows(2, 2, members=["x y", "y z"]), total=Decimal(4), members="codes")

    assert lint(table)[0] == Finding(Code.MEMBERS_TOTAL, "codes", "3 ≠ 4", {"different": "3", "stated": "4"})


def test_a_sum_of_some_rows_that_fails_names_the_likely_slip():
    table = PrintedTable(rows(13, 1, 2), sums=(Sum("6.5", ("a", "b", "c"), Decimal(6)),))

    (found,) = lint(table)

    assert found == Finding(
        Code.SUBTOTAL_DIFFERS,
        "6.5",
        "13 + 1 + 2 = 16; 6 ≠ 16; 16 − 6 = 10",
        {"sum": "16", "stated": "6", "slip": "dropped"},
    )
    assert message(found, "en") == (
        "The text says 6; with the numbers of the table it is 16. Perhaps a digit was left out or put in."
    )


def test_a_sum_that_holds_may_still_count_things_twice():
    table = PrintedTable(
        rows(3, 1, members=["x y z", "y"]), sums=(Sum("6.2", ("a", "b"), Decimal(4)),), members="codes"
    )

    assert lint(table)[0] == Finding(Code.SUBTOTAL_COUNTS_TWICE, "6.2", "4 − 3 = 1", {"different": 3, "twice": 1})


def test_what_is_in_no_sum_is_told_with_the_rows_that_are_wholly_left_out():
    table = PrintedTable(
        rows(2, 1, 2, members=["x y", "z", "v x"]),
        sums=(Sum("6.1", ("a",), Decimal(2)), Sum("6.2", ("a",), Decimal(2))),
        members="codes",
    )

    assert lint(table)[0] == Finding(Code.LEFT_OUT, "6.1 … 6.2", "4 − 2 = 2", {"n": 2, "labels": "b"})


@pytest.mark.parametrize("names", [("a", "q"), ("a", "b")])
def test_a_sum_of_rows_that_are_not_there_or_there_twice_is_refused(names):
    twice = (*rows(1, 2), Row(9, "b", count=Decimal(1)))

    found = refusal_of(lint, PrintedTable(twice, sums=(Sum("6.1", names, Decimal(3)),)))

    assert found == ("linting.row_unknown", {"sum": "6.1", "row": names[1]})


@pytest.mark.parametrize(
    ("printed", "right", "expected"),
    [
        ("6", "16", "dropped"),
        ("16", "6", "dropped"),
        ("91", "19", "swapped"),
        ("128", "91", ""),
        ("7", "9", ""),
        ("5", "5", ""),
        ("101", "110", "swapped"),
        ("11", "22", ""),
    ],
)
def test_slips_of_the_hand(printed, right, expected):
    assert slip(printed, right) == expected


@pytest.mark.parametrize(
    ("number", "shown"), [("0", "0"), ("0.00", "0"), ("100", "100"), ("2.50", "2.5"), ("1E+3", "1000"), ("-4", "-4")]
)
def test_numbers_are_written_without_exponents_and_idle_zeros(number, shown):
    assert plain(Decimal(number)) == shown


COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=8)


@given(COUNTS)
def test_a_partition_whose_sum_holds_has_nothing_to_tell(counts):
    """Every row with members of its own, as many as it counts, and the total that they add up to."""
    members = [" ".join(f"{n}.{k}" for k in range(count)) for n, count in enumerate(counts)]
    table = PrintedTable(rows(*counts, members=members), total=Decimal(sum(counts)), members="codes")

    assert lint(table) == ()


@given(COUNTS, st.integers(-50, 50))
def test_a_sum_is_wrong_exactly_when_it_differs(counts, off):
    found = lint(PrintedTable(rows(*counts), total=Decimal(sum(counts) + off)))

    assert codes(found) == ([Code.SUM_DIFFERS] if off else [])


@given(COUNTS, st.randoms())
def test_the_order_of_the_rows_changes_no_finding_but_its_working(counts, chance):
    shuffled = list(rows(*counts))
    chance.shuffle(shuffled)
    total = Decimal(sum(counts) + 1)

    before, after = lint(PrintedTable(rows(*counts), total=total)), lint(PrintedTable(tuple(shuffled), total=total))

    assert [finding.facts for finding in before] == [finding.facts for finding in after]


def test_the_json_shape_is_the_documented_one():
    (found,) = lint(PrintedTable(rows(3, 4), total=Decimal(9)))

    assert to_json(found, message(found, "es")) == {
        "code": "sum.differs",
        "where": "count",
        "arithmetic": "3 + 4 = 7; 7 ≠ 9; 9 − 7 = 2",
        "message": "La columna suma 7 y el texto dice 9.",
    }
