"""What everybody may take away as a table."""

from datetime import date

from tequio.apps.contributions.exports import COLUMNS, public_rows
from tests.apps.contributions.voices import borough, meeting, one, said, theme
from tests.people import Cast


def test_a_row_says_all_that_is_public_of_a_contribution(cast: Cast):
    place, held = borough(), meeting(cast, 2)
    row = one(
        cast, "Falta agua", title="Agua", participant=cast.caro, territory_id=place.pk, meeting=held,
        said_on=date(2026, 3, 2),
    )  # fmt: skip
    theme(cast, row)

    assert [dict(zip(COLUMNS, row, strict=True)) for row in public_rows(cast.process)] == [
        {
            "contribution": "A1", "kind": "need", "title": "Agua", "text": "Falta agua", "language": "es",
            "shown": True, "participant": "W1#13", "borough": "09007", "meeting": "E2", "said_on": "2026-03-02",
            "channel": "meeting", "themes": "T3", "synthetic": False,
        }
    ]  # fmt: skip


def test_what_may_not_be_shown_is_counted_without_words_code_or_place(cast: Cast):
    one(cast, "Mi vecino", title="Secreto", participant=cast.caro, territory_id=borough().pk, shown=False)

    assert list(public_rows(cast.process)) == [
        ("A1", "need", "", "", "", False, None, None, None, None, "meeting", "", False)
    ]


def test_only_what_is_accepted_is_there_in_the_order_of_numbers(cast: Cast):
    said(cast, "Una", "Dos")
    said(cast, "Tres", status="new")
    said(cast, "Cuatro", status="aside")

    assert [row[0] for row in public_rows(cast.process)] == ["A1", "A2"]


def test_every_column_is_told_in_both_languages():
    assert [name for name, about in COLUMNS.items() if set(about) != {"es", "en"}] == []


def test_a_theme_that_is_not_public_is_not_named(cast: Cast):
    theme(cast, one(cast), public=False)

    assert [row[11] for row in public_rows(cast.process)] == [""]
