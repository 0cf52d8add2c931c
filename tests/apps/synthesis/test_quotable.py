"""Whose words are shown: every way in which a passage that was marked once must not be shown any more."""

from collections.abc import Callable

import pytest

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Participant
from tequio.apps.synthesis import actions
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.synthesis.queries import public_quotes, quotes_in
from tequio.apps.synthesis.quotable import may_be_quoted
from tests.apps.synthesis.voices import ANA, one, theme
from tests.people import NOON, Cast

AGREED = {"show": "2026-03-01", "quote": "2026-03-01"}


def quoted(cast: Cast, **facts: object) -> tuple[Theme, Contribution]:
    """Caro agreed, her passage was marked and is there for everybody."""
    Participant.objects.filter(pk=cast.caro.pk).update(consents=AGREED)
    cast.caro.refresh_from_db()
    voice = one(cast, "No hay agua. La pipa llega tarde.", participant=cast.caro, **facts)
    made = theme(cast, "El agua", voice)
    actions.add_quote(theme=made, contribution=voice, passage="No hay agua.", by=ANA, at=NOON)
    return made, voice


def shown(made: Theme) -> list[str]:
    return [quote.passage for quote in public_quotes([made]).get(made.pk, [])]


def test_words_of_somebody_who_agreed_are_shown(cast: Cast) -> None:
    made, _voice = quoted(cast)

    assert (shown(made), [public for _quote, public in quotes_in(made)]) == (["No hay agua."], [True])


def withdraw(voice: Contribution) -> None:
    Contribution.objects.filter(pk=voice.pk).update(status=Contribution.Status.WITHDRAWN)


def set_aside(voice: Contribution) -> None:
    Contribution.objects.filter(pk=voice.pk).update(status=Contribution.Status.ASIDE)


def hide(voice: Contribution) -> None:
    Contribution.objects.filter(pk=voice.pk).update(shown=False)


def rewrite(voice: Contribution) -> None:
    Contribution.objects.filter(pk=voice.pk).update(body="Ya hay agua.")


def revoke(voice: Contribution) -> None:
    Participant.objects.filter(pk=voice.participant_id).update(consents={"show": "2026-03-01"})


def leave(voice: Contribution) -> None:
    Participant.objects.filter(pk=voice.participant_id).update(withdrawn_at=NOON)


def erase_the_person(voice: Contribution) -> None:
    Contribution.objects.filter(pk=voice.pk).update(participant=None)


def refuse_with_an_empty_date(voice: Contribution) -> None:
    Participant.objects.filter(pk=voice.participant_id).update(consents={"quote": ""})


@pytest.mark.parametrize(
    "happens", [withdraw, set_aside, hide, rewrite, revoke, leave, erase_the_person, refuse_with_an_empty_date]
)
def test_a_passage_is_not_shown_any_more(cast: Cast, happens: Callable[[Contribution], None]) -> None:
    made, voice = quoted(cast)
    Contribution.objects.filter(pk=voice.pk).update(channel="web")
    before = shown(made)

    happens(voice)

    page = cast.signed_in(cast.ana).get(f"/red/procesos/parque/temas/{made.number}/").content.decode()
    assert (before, shown(made), Quote.objects.count()) == (["No hay agua."], [], 1)
    assert "<blockquote" not in page


@pytest.mark.parametrize(
    ("channel", "known", "agreed", "expected"),
    [
        ("web", True, True, True),
        ("web", True, False, False),
        ("web", False, False, False),
        ("meeting", True, False, False),
        ("meeting", True, True, True),
        ("meeting", False, False, True),
        ("file", False, False, True),
        ("paper", False, False, True),
        ("telephone", False, False, True),
    ],
)
def test_who_may_be_quoted(cast: Cast, channel: str, known: bool, agreed: bool, expected: bool) -> None:
    cast.caro.consents = AGREED if agreed else {"show": "2026-03-01"}

    voice = one(cast, "No hay agua.", channel=channel, participant=cast.caro if known else None)

    assert may_be_quoted(voice) is expected
