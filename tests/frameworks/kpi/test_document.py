from collections import Counter

from tequio.frameworks.kpi import kpis, left_out, priorities, priority_codes, table4


def test_the_counts_of_table_4_add_up_to_128_and_not_to_91():
    assert sum(row.printed or 0 for row in table4().values()) == 128


def test_without_the_rows_inside_others_the_table_holds_each_indicator_once():
    apart = [row for row in table4().values() if not row.nested_inside]

    held = [code for row in apart for code in row.codes]
    assert (len(held), sorted(held)) == (91, sorted(kpis()))


def test_rows_inside_others_explain_the_difference_exactly():
    inside = [row for row in table4().values() if row.nested_inside]

    assert sum(row.printed for row in inside) == 128 - 91
    assert all(set(row.codes) <= set(table4()[row.nested_inside].codes) for row in inside)


def test_every_row_has_as_many_indicators_as_it_prints():
    assert all(len(row.codes) == (row.printed or 0) for row in table4().values())


def test_half_of_the_dimension_labels_are_wrong_and_one_row_further_down_they_are_right():
    every = list(table4().values())

    as_printed = sum(row.printed_dimension == row.expected_dimension for row in every)
    shifted = sum(row.dimension_if_shifted == row.expected_dimension for row in every)
    assert (as_printed, shifted) == (10, 19)


def test_one_priority_prints_6_where_its_rows_add_up_to_16():
    sums = {each.section: (each.printed, sum(table4()[row].printed or 0 for row in each.rows)) for each in priorities()}

    assert {section: pair for section, pair in sums.items() if pair[0] != pair[1]} == {"6.5": (6, 16)}


def test_priorities_count_some_indicators_twice():
    assert {section: len(codes) for section, codes in priority_codes().items()} == {
        "6.1": 15,
        "6.2": 49,
        "6.3": 23,
        "6.4": 46,
        "6.5": 15,
        "6.6": 10,
        "6.7": 2,
    }


def test_thirteen_indicators_are_in_no_priority():
    assert Counter(kpis()[code].category for code in left_out()) == {
        "Education": 4,
        "Culture": 2,
        "Housing": 2,
        "Social Inclusion": 5,
    }
