"""Who may open what: each page of staff as nobody, a participant, an organisation, and staff of another space."""

import pytest
from django.test import Client

from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.spaces.models import Assignment
from tests.apps.contributions.voices import BASE, one
from tests.people import NOON, Cast

SECRET = "Un secreto sin leer"
FORMS = ("por-leer/", "1/editar/", "capturar/", "importar/", "importar/1/")
STAFF_PAGES = (*FORMS, "importar/1/listo/", "importar/1/fuera.csv")
POSTS = {
    "por-leer/": {"number": "1", "accept": "1"},
    "1/editar/": {"kind": "wish"},
    "capturar/": {"code": [""], "kind": ["need"], "text": ["Colado"], "shown": "yes", "keep": "1"},
    "importar/1/": {"column_body": "texto", "kind": "need", "shown": "yes", "confirm": "1"},
    "importar/1/cancelar/": {},
}


@pytest.fixture
def waiting(cast: Cast, tmp_path, settings) -> Cast:
    """Something that waits to be read, and a file that waits to be confirmed: both could leak."""
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "imports").mkdir()
    (tmp_path / "imports/x.bin").write_text(f"texto\n{SECRET}\n")
    one(cast, SECRET, status="new")
    Batch.objects.create(process=cast.process, number=1, name="x.csv", path="imports/x.bin", made_at=NOON)
    return cast


def outsiders(cast: Cast) -> list[Client]:
    return [Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana)]


@pytest.mark.parametrize("place", STAFF_PAGES)
def test_nobody_but_staff_of_the_space_reads_the_pages_of_staff(waiting: Cast, place: str):
    answers = [browser.get(BASE + place) for browser in outsiders(waiting)]

    assert [answer.status_code for answer in answers] == [302, 302, 403, 403]
    assert [SECRET in answer.text for answer in answers] == [False] * 4


@pytest.mark.parametrize("place", POSTS)
def test_nobody_but_staff_of_the_space_changes_anything(waiting: Cast, place: str):
    answers = [browser.post(BASE + place, POSTS[place]) for browser in outsiders(waiting)]

    assert [answer.status_code for answer in answers] == [403, 403, 403, 403]
    assert list(Contribution.objects.values_list("body", "status", "kind")) == [(SECRET, "new", "need")]
    assert Batch.objects.get().state == "preview"


@pytest.mark.parametrize("place", FORMS)
def test_staff_open_them(waiting: Cast, place: str):
    assert waiting.signed_in(waiting.ana).get(BASE + place).status_code == 200


def test_who_takes_notes_types_in_and_neither_reads_the_queue_nor_brings_files(waiting: Cast):
    Assignment.objects.create(space=waiting.space, person=waiting.beto, role="note_taker", since=NOON)
    beto = waiting.signed_in(waiting.beto)

    answers = [beto.get(BASE + place).status_code for place in ("capturar/", "por-leer/", "1/editar/", "importar/")]

    assert answers == [200, 403, 403, 403]


def test_a_person_of_another_process_is_nobody_here(waiting: Cast):
    waiting.process.pk, waiting.process.slug = None, "vecino"
    waiting.process.save()
    one(waiting, "Lo de aquí", shown=False)

    page = waiting.returning(waiting.caro).get("/red/procesos/vecino/aportes/mios/")

    assert page.headers["Location"] == "/red/procesos/vecino/aportes/volver/"


@pytest.mark.parametrize("place", ["mios/cerrar/", "importar/1/cancelar/"])
def test_what_changes_things_is_never_done_by_following_a_link(waiting: Cast, place: str):
    assert waiting.signed_in(waiting.ana).get(BASE + place).status_code == 405
