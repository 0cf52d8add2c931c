"""What a person takes back is gone from the themes too."""

from django.test import Client

from tequio.apps.contributions.actions.saying import withdraw
from tequio.apps.processes.models import Participant
from tequio.apps.synthesis import actions
from tequio.apps.synthesis.models import Quote
from tequio.apps.synthesis.queries import behind
from tests.apps.synthesis.test_pages import HERE, read
from tests.apps.synthesis.voices import ANA, one, theme
from tests.people import NOON, Cast


def test_words_that_were_taken_back_are_in_no_theme_page_quote_or_count(cast: Cast) -> None:
    Participant.objects.update(consents={"show": "2026-03-01", "quote": "2026-03-01"})
    cast.caro.refresh_from_db()
    voice, other = one(cast, "La pipa no sube.", participant=cast.caro), one(cast, "Hay fugas.")
    made = theme(cast, "El agua", voice, other)
    actions.add_quote(theme=made, contribution=voice, passage="La pipa no sube.", by=ANA, at=NOON)
    before = [read(Client(), path, "en").count("La pipa no sube") for path in ("", "1/")]

    withdraw(contribution=voice, by=ANA, at=NOON)

    staff = ("", "1/", "sin-tema/", "agrupar/?all=on", "1/aportes/")
    pages = [read(Client(), path, "en") for path in ("", "1/", "sin-tema/")]
    pages += [read(cast.signed_in(cast.ana), path, "en") for path in staff]
    assert before[0] > 0 < before[1]
    assert ["La pipa no sube" in page for page in pages] == [False] * 8
    assert (behind(cast.process)[made.pk].voices, Quote.objects.count()) == (1, 0)
    assert cast.signed_in(cast.ana).get(f"{HERE}1/citas/1/").status_code == 404
