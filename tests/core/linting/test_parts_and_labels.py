import string
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.linting import Code, Finding, PrintedTable, Row, lint, message
from tequio.core.linting.parts import parts_of
from tequio.core.linting.wording import SENTENCES, SHIFTS, SLIPS


def listed(*lists):
    """Rows a, b, c … with these members, and counts that agree with them."""
    return tuple(
        Row(n + 2, string.ascii_lowercase[n], "", Decimal(len(set(those.split()))), "", tuple(those.split()))
        for n, those in enumerate(lists)
    )


def grouped(*pairs):
    """Rows with a printed and an expected group: grouped("A/A", "B/", "/C")."""
    split = [pair.split("/") for pair in pairs]
    return PrintedTable(
        tuple(Row(n + 2, f"r{n}", printed, Decimal(1), "", (), right) for n, (printed, right) in enumerate(split)),
        group="dimension",
        expected="expected",
    )


def codes(findings):
    return [finding.code for finding in findings]


def test_a_row_lies_inside_the_smallest_row_that_holds_it():
    parts = parts_of(listed("u v w x y z", "x y z", "x"))

    assert (dict(parts.inside), dict(parts.repeats), parts.crossing) == ({1: 0, 2: 1}, {}, ())
    assert [row.label for row in parts.outer] == ["a"]


def test_a_row_inside_another_is_named():
    found = lint(PrintedTable(listed("x y z", "y"), members="codes"))

    assert found == (Finding(Code.PART_NESTED, "L3 · b", "1 ⊂ 3", {"label": "b", "whole": "a"}),)


def test_a_row_with_the_same_members_as_an_earlier_one_repeats_it():
    found = lint(PrintedTable(listed("x y", "y x"), members="codes"))

    assert found == (Finding(Code.PART_REPEATED, "L3 · b", "2 = 2", {"label": "b", "whole": "a"}),)


def test_rows_that_share_some_members_overlap():
    found = lint(PrintedTable(listed("x y z", "z v"), members="codes"))

    facts = {"label": "a", "other": "b", "n": 1, "members": "z"}
    assert found == (Finding(Code.PARTS_OVERLAP, "L2 · a", "3 + 2 − 1 = 4", facts),)


def test_only_the_first_members_in_common_are_named():
    many = " ".join(f"m{n}" for n in range(12))

    (found,) = lint(PrintedTable(listed(f"{many} only-a", f"{many} only-b"), members="codes"))

    assert (found.facts["n"], found.facts["members"]) == (12, "m0, m1, m10, m11, m2, m3, m4, m5 …")


MEMBERS = st.lists(st.frozensets(st.sampled_from("uvwxyz")), max_size=7)


@given(MEMBERS)
def test_two_rows_share_members_exactly_when_a_finding_says_so(sets):
    parts = parts_of(listed(*(" ".join(sorted(those)) for those in sets)))

    told = {(a, b) for a, b, _shared in parts.crossing}
    for a, mine in enumerate(sets):
        for b, others in enumerate(sets[:a]):
            contained = mine <= others or others <= mine
            assert ((b, a) in told) == (bool(mine & others) and not contained)


@given(MEMBERS)
def test_outer_rows_hold_everything_and_none_of_them_lies_inside_another(sets):
    parts = parts_of(listed(*(" ".join(sorted(those)) for those in sets)))

    outer = [frozenset(row.members) for row in parts.outer]
    assert frozenset().union(*outer) == frozenset().union(*sets)
    assert not any(one < other for one in outer if one for other in outer)


def test_a_label_that_contradicts_the_reference_is_named_whatever_the_case_and_accents():
    found = lint(grouped("Economía/ECONOMIA", "Economy/Environment"))

    facts = {"label": "r1", "group": "Economy", "expected": "Environment"}
    assert found == (Finding(Code.LABEL_CONTRADICTS, "L3 · r1", "Economy ≠ Environment", facts),)


def test_a_column_that_lost_a_cell_is_set_right_by_moving_it_down():
    found = lint(grouped("A/A", "B/", "C/B", "B/C", "A/B", "C/A"))

    assert found[0] == Finding(
        Code.COLUMN_SHIFTED,
        "dimension",
        "1/6 → 6/6",
        {"label": "r1", "n": 6, "now": 1, "then": 6, "way": "down"},
    )
    assert message(found[0], "en") == (
        "The column seems to have slipped from “r1” on: as printed 1 of 6 rows agree; "
        "if a blank cell is missing there and the rest goes down one row, 6 do."
    )


def test_a_column_with_a_cell_too_many_is_set_right_by_moving_it_up():
    found = lint(grouped("A/A", "X/B", "B/C", "C/B", "B/A", "A/"))

    assert (found[0].code, found[0].facts["label"], found[0].facts["way"], found[0].facts["then"]) == (
        Code.COLUMN_SHIFTED,
        "r1",
        "up",
        6,
    )


def test_a_few_wrong_labels_are_no_shift():
    found = lint(grouped("A/A", "B/C", "C/B", "A/A", "B/B", "C/C"))

    assert codes(found) == [Code.LABEL_CONTRADICTS, Code.LABEL_CONTRADICTS]


@given(st.lists(st.sampled_from("ABC"), min_size=4, max_size=12), st.data())
def test_a_lost_cell_is_found_whenever_it_makes_enough_rows_wrong(expected, data):
    at = data.draw(st.integers(0, len(expected) - 1))
    right = [*expected[:at], "", *expected[at + 1 :]]
    printed = [*right[:at], *right[at + 1 :], "C"]
    wrong = sum(one != other for one, other in zip(printed, right, strict=True))

    found = lint(grouped(*(f"{one}/{other}" for one, other in zip(printed, right, strict=True))))

    assert (codes(found)[:1] == [Code.COLUMN_SHIFTED]) or wrong < 2


def test_a_group_that_counts_nothing_and_a_count_in_no_group_are_told_without_a_reference():
    table = PrintedTable(
        (
            Row(2, "governance", "Society"),
            Row(3, "water", count=Decimal(3)),
            Row(4, "finance"),
            Row(5, "x", unread="?"),
        ),
        group="dimension",
    )

    assert [(each.code, each.where) for each in lint(table)] == [
        (Code.GROUP_WITHOUT_COUNT, "L2 · governance"),
        (Code.COUNT_WITHOUT_GROUP, "L3 · water"),
        (Code.COUNT_WITHOUT_GROUP, "L5 · x"),
        (Code.COUNT_UNREAD, "L5 · x"),
    ]


def test_without_a_column_of_groups_nothing_is_said_of_groups():
    assert lint(PrintedTable((Row(2, "water", count=Decimal(3)),))) == ()


@pytest.mark.parametrize(
    ("count", "members", "working"), [("4", "x y", "4 ≠ 2"), ("4", "", "4 ≠ 0"), (None, "x", "— ≠ 1")]
)
def test_a_count_that_is_not_what_is_listed_is_told(count, members, working):
    row = Row(2, "a", "", None if count is None else Decimal(count), "", tuple(members.split()))

    (found,) = lint(PrintedTable((row,), members="codes"))

    assert (found.code, found.arithmetic) == (Code.MEMBERS_DIFFER, working)


def test_a_member_listed_twice_in_a_row_is_told_and_counted_once():
    row = Row(2, "a", "", Decimal(2), "", ("x", "y", "x"))

    found = lint(PrintedTable((row,), members="codes"))

    assert found == (Finding(Code.MEMBER_TWICE, "L2 · a", "3 − 1 = 2", {"label": "a", "members": "x"}),)


def test_a_label_that_comes_twice_is_told_once_with_its_lines_and_blank_labels_are_none():
    table = PrintedTable((Row(2, "Agua"), Row(3, ""), Row(4, "AGUA "), Row(5, "")))

    assert lint(table) == (Finding(Code.LABEL_TWICE, "L2 · Agua", "", {"label": "Agua", "lines": "2, 4"}),)


def test_every_code_has_a_sentence_in_both_languages():
    texts = [*SENTENCES.values(), *SLIPS.values(), *SHIFTS.values()]

    assert set(SENTENCES) == set(Code)
    assert [text for text in texts if not (text.get("es") and text.get("en"))] == []
