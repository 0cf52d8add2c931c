from tequio.apps.prioritising.exports import GROUPS, RESULTS, ROUNDS, SLIPS, tables
from tests.apps.prioritising.paper import chosen, closed, draft, opened, place
from tests.people import Cast


def test_closed_rounds_are_given_away_with_what_everybody_may_read(cast: Cast) -> None:
    found, north, south = opened(cast, "El agua", "La luz", most=1), place("A", "Zona A"), place("B", "Zona B")
    chosen(found, [(1,)] * 15 + [(2,)] * 5, north)
    chosen(found, [(2,)] * 12, south)
    closed(found)

    rounds, results, groups, slips = (table.rows for table in tables(cast.process))

    assert rounds == [("R1", "¿Qué va primero?", "", 1, "2026-03-02", "2026-03-02", 32, False)]
    assert [row[:8] for row in results] == [
        ("R1", "P2", "La luz", "", 1, False, 17, 32),
        ("R1", "P1", "El agua", "", 2, False, 15, 32),
    ]
    assert groups == [
        ("R1", "areas", "Zona A", 20, "P1", 15),
        ("R1", "areas", "Zona A", 20, "P2", 5),
        ("R1", "areas", "Zona B", 12, "P2", 12),
        ("R1", "areas", "Zona B", 12, "P1", 0),
        ("R1", "channels", "web", 32, "P2", 17),
        ("R1", "channels", "web", 32, "P1", 15),
    ]
    assert slips == [("R1", "Zona A", 20), ("R1", "Zona B", 12)]


def test_small_groups_are_given_away_as_not_shown(cast: Cast) -> None:
    found = opened(cast, "El agua", "La luz", most=1)
    chosen(found, [(1,)] * 4, place("A", "Zona A"))
    chosen(found, [(2,)] * 11, place("B", "Zona B"))
    closed(found)

    rows = [row for row in tables(cast.process)[2].rows if row[1] == "areas"]

    assert rows == [("R1", "areas", "Zona A", None, "", None), ("R1", "areas", "Zona B", None, "", None)]


def test_nothing_of_a_draft_or_an_open_round_is_given_away(cast: Cast) -> None:
    draft(cast)
    chosen(opened(cast, "Uno", "Dos", most=1), [(1,)] * 20)

    assert [table.rows for table in tables(cast.process)] == [[], [], [], []]


def test_a_round_of_few_is_given_away_without_its_number(cast: Cast) -> None:
    found = opened(cast, "El agua", "La luz", most=1)
    chosen(found, [(1,)] * 9)
    closed(found)

    rounds, results, groups, _slips = (table.rows for table in tables(cast.process))

    assert ([row[6] for row in rounds], results, groups) == ([None], [], [])


def test_every_cell_has_a_column_described_in_both_languages(cast: Cast) -> None:
    chosen(found := opened(cast), [(1,)] * 10)
    closed(found)

    widths = [(len(table.columns), {len(row) for row in table.rows}) for table in tables(cast.process)]

    assert widths == [(width, {width}) for width in map(len, (ROUNDS, RESULTS, GROUPS, SLIPS))]
    assert {tuple(text) for columns in (ROUNDS, RESULTS, GROUPS, SLIPS) for text in columns.values()} == {("es", "en")}
