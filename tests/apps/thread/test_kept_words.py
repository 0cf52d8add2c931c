"""What counts and is not shown leads to nobody; what was set aside or waits counts nowhere."""

import json

import pytest
from django.test import Client

from tequio.apps.contributions import actions as contributions
from tequio.apps.thread import queries
from tequio.apps.thread.models import Knot
from tequio.core.thread import Kind, Rest
from tests.apps.synthesis.voices import ANA, one, theme, workshop
from tests.people import NOON, Cast

THREAD = "/red/procesos/parque/hilo/"


@pytest.fixture
def kept(cast: Cast) -> Knot:
    """The theme of one voice that Caro wants counted and not shown, said at a workshop."""
    voice = one(cast, "La pipa no sube.", shown=False, participant=cast.caro, meeting=workshop(cast, 7))
    return queries.knot_of(cast.process, Kind.THEME, theme(cast, "El agua", voice).pk)


def refs(found: tuple[queries.Strand, ...]) -> list[str]:
    return [strand.knot.ref for strand in found]


def test_it_counts_and_its_person_and_meeting_are_not_named(cast: Cast, kept: Knot) -> None:
    found = queries.traced(cast.process, kept)

    assert (refs(found.back), found.back_total, found.rest) == (["A1"], 1, Rest(1, 1, 1))


def test_staff_see_who_said_it_and_where(cast: Cast, kept: Knot) -> None:
    assert refs(queries.traced(cast.process, kept, everything=True).back) == ["A1", "E7", "W1#13"]


def test_no_file_of_the_thread_says_who_said_it_or_where(cast: Cast, kept: Knot) -> None:
    links = json.loads(Client().get(f"{THREAD}hilo.json").content)["links"]
    graphml = Client().get(f"{THREAD}hilo.graphml").text

    assert links == [{"source": "A1", "target": "T1", "kind": "grouped"}]
    assert graphml.count("<edge") == 1


def test_no_page_leads_from_the_code_to_it_or_back(cast: Cast, kept: Knot) -> None:
    voice = Knot.objects.get(ref="A1")

    pages = [Client().get(path).text for path in ("/red/procesos/parque/voces/W1/13/", f"{THREAD}{voice.pk}/")]

    assert ["aportes/1/" in pages[0], "voces/W1/13/" in pages[1]] == [False, False]


def test_once_shown_it_leads_to_its_person(cast: Cast, kept: Knot) -> None:
    contributions.consent(participant=cast.caro, consents=["show"], by=ANA, at=NOON)

    assert refs(queries.traced(cast.process, kept).back) == ["A1", "E7", "W1#13"]


def test_a_voice_set_aside_after_it_was_grouped_counts_nowhere(cast: Cast) -> None:
    made = theme(cast, "El agua", one(cast, "No hay agua."), one(cast, "Compra pastillas", participant=cast.caro))
    knot = queries.knot_of(cast.process, Kind.THEME, made.pk)

    contributions.set_aside(process=cast.process, numbers=[2], reason="Es publicidad", by=ANA, at=NOON)

    found = [queries.traced(cast.process, knot, everything=everything) for everything in (False, True)]
    assert [(refs(one.back), one.back_total, one.rest) for one in found] == [(["A1"], 1, Rest(1, 0, 0))] * 2


def test_once_accepted_again_it_counts_again(cast: Cast) -> None:
    made = theme(cast, "El agua", one(cast, "No hay agua."))
    knot = queries.knot_of(cast.process, Kind.THEME, made.pk)
    contributions.set_aside(process=cast.process, numbers=[1], reason="Por error", by=ANA, at=NOON)

    contributions.accept(process=cast.process, numbers=[1], by=ANA, at=NOON)

    assert queries.traced(cast.process, knot).rest == Rest(1, 0, 0)
