"""Where few take part, no place stands beside a code in public: together they could point at somebody."""

import pytest

from tequio.apps.contributions import exports
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Participant
from tequio.apps.territories.models import Territory
from tequio.apps.thread import actions as thread
from tequio.apps.thread.actions import Thing
from tequio.core.thread import Kind
from tests.people import NOON


@pytest.fixture
def places(cast):
    return [
        Territory.objects.create(kind="borough", code=code, name=name)
        for code, name in (("09009", "Milpa Alta"), ("09007", "Iztapalapa"))
    ]


def people_in(cast, place, n, wave):
    made = [
        Participant(process=cast.process, wave=wave, number=k, territory=place, made_at=NOON) for k in range(1, n + 1)
    ]
    return Participant.objects.bulk_create(made)


def said(cast, number, person, place):
    made = Contribution.objects.create(
        process=cast.process, number=number, status="accepted", channel="meeting", body=f"Voz {number}",
        fingerprint=str(number), participant=person, territory=place, made_at=NOON,
    )  # fmt: skip
    thread.add_knot(cast.process, Thing(Kind.CONTRIBUTION, made.pk, f"A{number}", {"es": made.body}))
    return made


@pytest.fixture
def voices(cast, places):
    """One of nine in Milpa Alta, one of ten in Iztapalapa, and words from a file that nobody's code stands beside."""
    few, many = places
    said(cast, 1, people_in(cast, few, 9, "X")[0], few)
    said(cast, 2, people_in(cast, many, 10, "Y")[0], many)
    said(cast, 3, None, few)


def test_the_list_and_the_page_name_only_places_that_many_share(cast, client, voices):
    page = client.get("/red/procesos/parque/aportes/").text

    assert [words in page for words in ("X#01", "Y#01 · Iztapalapa", "X#01 · Milpa Alta")] == [True, True, False]
    assert "Milpa Alta" not in client.get("/red/procesos/parque/aportes/1/").text
    assert "Iztapalapa" in client.get("/red/procesos/parque/aportes/2/").text


def test_nobody_finds_a_code_by_the_place(cast, client, voices):
    found = client.get("/red/procesos/parque/aportes/", {"territorio": "09009"}).text

    assert "X#01" not in found


def test_staff_see_the_place_of_each(cast, voices):
    assert "X#01 · Milpa Alta" in cast.signed_in(cast.ana).get("/red/procesos/parque/aportes/").text


def test_open_data_keep_the_place_apart_too(cast, voices):
    cast.process.refresh_from_db()
    column = list(exports.COLUMNS).index("borough")

    assert [row[column] for row in exports.public_rows(cast.process)] == [None, "09007", "09009"]
