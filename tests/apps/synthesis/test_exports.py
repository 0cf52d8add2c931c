from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Participant
from tequio.apps.synthesis import actions
from tequio.apps.synthesis.exports import GROUPINGS, QUOTES, THEMES, tables
from tests.apps.synthesis.voices import ANA, one, said, theme, workshop
from tests.people import NOON, Cast


def test_public_themes_are_given_away_with_what_stands_behind_them(cast: Cast) -> None:
    voices = said(cast, "No hay agua.", "Hay fugas.", meeting=workshop(cast, 1))
    made = theme(cast, "El agua", *voices)
    theme(cast, "Borrador", voices[0], public=False)
    actions.merge_themes(theme=theme(cast, "Fugas"), into=made, by=ANA, at=NOON)
    actions.add_quote(theme=made, contribution=voices[0], passage="No hay agua.", by=ANA, at=NOON)

    themes, quotes, groupings = (table.rows for table in tables(cast.process))

    assert themes == [("T1", "El agua", "", "", "", 2, 1, "", False), ("T3", "Fugas", "", "", "", 0, 0, "T1", False)]
    assert quotes == [("T1", "A1", "", "No hay agua.", "es", False)]
    assert groupings == [("A1", "T1"), ("A2", "T1")]


def test_a_quote_carries_the_code_of_whoever_agreed(cast: Cast) -> None:
    Participant.objects.update(consents={"quote": "2026-03-01"})
    cast.caro.refresh_from_db()
    voice = one(cast, "No hay agua.", participant=cast.caro)
    actions.add_quote(theme=theme(cast, "El agua", voice), contribution=voice, passage="agua", by=ANA, at=NOON)

    assert tables(cast.process)[1].rows == [("T1", "A1", "W1#13", "agua", "es", False)]


def test_a_voice_that_is_gone_is_not_given_away(cast: Cast) -> None:
    voice = one(cast, "No hay agua.")
    actions.add_quote(theme=theme(cast, "El agua", voice), contribution=voice, passage="agua", by=ANA, at=NOON)
    Contribution.objects.update(status="aside")

    themes, quotes, groupings = (table.rows for table in tables(cast.process))

    assert ([row[5] for row in themes], quotes, groupings) == ([0], [], [])


def test_every_cell_has_a_column_described_in_both_languages(cast: Cast) -> None:
    voice = one(cast, "No hay agua.")
    actions.add_quote(theme=theme(cast, "El agua", voice), contribution=voice, passage="agua", by=ANA, at=NOON)

    widths = [(len(table.columns), {len(row) for row in table.rows}) for table in tables(cast.process)]

    assert widths == [(width, {width}) for width in map(len, (THEMES, QUOTES, GROUPINGS))]
    assert {tuple(text) for columns in (THEMES, QUOTES, GROUPINGS) for text in columns.values()} == {("es", "en")}
