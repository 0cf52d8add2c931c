import pytest
from django.test import Client

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes import actions, queries
from tequio.apps.processes.models import Participant, Process
from tequio.apps.synthesis.models import Theme
from tequio.apps.thread import actions as thread
from tequio.apps.thread.actions import Thing
from tequio.apps.thread.models import Knot
from tequio.core.thread import Kind, LinkKind
from tests.apps.processes.here import BASE, DOING, HOSTILE, boroughs, people
from tests.people import NOON, Cast

PAGE = f"{BASE}voces/W1/13/"


def knot(cast: Cast, kind: Kind, number: int, ref: str, label: str, *, public: bool = True) -> Knot:
    return thread.add_knot(cast.process, Thing(kind, number, ref, {"es": label}, public=public))


def said(cast: Cast, number: int, words: str, *, public: bool = True) -> Knot:
    """Something that Caro said."""
    Contribution.objects.create(
        process=cast.process, number=number, body=words, channel="web", fingerprint=words[:60], made_at=NOON
    )
    caro = knot(cast, Kind.PARTICIPANT, cast.caro.pk, "W1#13", "W1#13")
    made = knot(cast, Kind.CONTRIBUTION, number, f"A{number}", words, public=public)
    thread.tie(caro, LinkKind.SAID, made, **DOING)
    return made


def theme(cast: Cast, number: int, words: str, *voices: Knot, public: bool = True) -> Knot:
    Theme.objects.create(process=cast.process, number=number, title={"es": words}, made_at=NOON)
    made = knot(cast, Kind.THEME, number, f"T{number}", words, public=public)
    for voice in voices:
        thread.tie(voice, LinkKind.GROUPED, made, **DOING)
    return made


def came(cast: Cast) -> queries.Came:
    return queries.came_of_voice(Participant.objects.select_related("process").get(pk=cast.caro.pk))


def test_a_voice_leads_to_what_it_said_and_what_came_of_it(cast: Cast) -> None:
    first, second = said(cast, 1, "No hay agua"), said(cast, 2, "Hay fugas")
    water = theme(cast, 1, "El agua", first, second)

    found = came(cast)

    assert found == queries.Came((first, second), (water,), {Kind.THEME: 1})


def test_what_was_said_in_private_leads_nowhere(cast: Cast) -> None:
    hidden, shown = said(cast, 1, "En secreto", public=False), said(cast, 2, "En voz alta")
    theme(cast, 1, "Solo del secreto", hidden)
    open_theme = theme(cast, 2, "De lo dicho en voz alta", shown)
    draft = theme(cast, 3, "Borrador", shown, public=False)

    found = came(cast)

    assert found == queries.Came((shown,), (open_theme,), {Kind.THEME: 1})
    assert draft.public is False


def test_meetings_are_not_told_of(cast: Cast) -> None:
    shown = said(cast, 1, "En voz alta")
    meeting = knot(cast, Kind.MEETING, 7, "E7", "Grupo focal de la zona C")
    caro = Knot.objects.get(ref="W1#13")
    thread.tie(caro, LinkKind.ATTENDED, meeting, **DOING)

    assert came(cast) == queries.Came((shown,), (), {})


def test_a_voice_without_words_is_empty(cast: Cast) -> None:
    assert came(cast) == queries.Came((), (), {})


def html(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_shows_the_words_and_never_who(cast: Cast) -> None:
    (iztapalapa,) = boroughs(Iztapalapa=10)
    person = actions.Newcomer(iztapalapa, cast.organization, attributes={"edad": "18-29"})
    actions.edit_participant(cast.caro, person=person, **DOING)
    theme(cast, 1, "El agua", said(cast, 1, "No hay agua"))
    said(cast, 2, "Vivo en la calle 5", public=False)

    for client in (Client(), cast.signed_in(cast.beto), cast.signed_in(cast.ana)):
        page = html(client)
        told = [words for words in ("W1#13", "No hay agua", "El agua") if words in page]
        leaks = ["Vecinas del Parque", "Iztapalapa", "18-29", "calle 5"]
        assert (told, [words for words in leaks if words in page]) == (["W1#13", "No hay agua", "El agua"], [])


@pytest.mark.parametrize(("others", "shown"), [(8, False), (9, True)])
def test_the_borough_is_shown_when_ten_people_share_it(cast: Cast, others: int, shown: bool) -> None:
    (iztapalapa,) = boroughs(Iztapalapa=10)
    actions.edit_participant(cast.caro, person=actions.Newcomer(iztapalapa), **DOING)
    people(cast, others, iztapalapa)
    left = people(cast, 1, iztapalapa)[0]
    actions.withdraw(left, **DOING)

    assert ("Vive en Iztapalapa." in html(Client())) is shown


def test_of_somebody_who_left_the_page_says_only_that(cast: Cast) -> None:
    said(cast, 1, "No hay agua")
    actions.withdraw(cast.caro, **DOING)

    page = html(Client())

    assert ("Esta persona dejó el proceso" in page, "No hay agua" in page) == (True, False)


def test_hostile_words_are_shown_as_text(cast: Cast) -> None:
    said(cast, 1, HOSTILE[0])
    said(cast, 2, HOSTILE[1])

    page = html(Client())

    assert [text for text in HOSTILE if text in page] == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("address", ["voces/W1/14/", "voces/W9/13/", f"voces/W1/{'9' * 30}/"])
def test_a_code_that_was_never_given_is_not_there(cast: Cast, address: str) -> None:
    assert Client().get(BASE + address).status_code == 404


def test_voices_of_a_draft_are_only_for_staff(cast: Cast) -> None:
    said(cast, 1, "No hay agua")
    Process.objects.update(public=False)

    statuses = [
        client.get(PAGE).status_code for client in (Client(), cast.signed_in(cast.beto), cast.signed_in(cast.ana))
    ]

    assert statuses == [404, 404, 200]


@pytest.mark.parametrize("n", [3, 30])
def test_the_page_asks_the_same_number_of_questions(cast: Cast, n: int, django_assert_num_queries: object) -> None:
    voices = [said(cast, number, f"Voz {number}") for number in range(1, n + 1)]
    theme(cast, 1, "Todas", *voices)

    with django_assert_num_queries(6):  # type: ignore[operator]
        html(Client())
