"""Who may open which address, tried as everybody, with something there that could leak."""

import pytest

from tequio.apps.meetings import actions
from tequio.apps.meetings.models import Attendance, Meeting, Note, Outcome, Step
from tequio.apps.spaces.models import Assignment
from tests.apps.meetings.making import BY, address, came, with_steps
from tests.people import NOON

PUBLIC = ("", "calendario.ics")
EDITORS = (
    "editar/",
    "repetir/",
    "cancelar/",
    "realizado/",
    "retomar/",
    "guion/",
    "notas/nueva/",
    "notas/{note}/",
    "notas/{note}/borrar/",
    "aprendizajes/nuevo/",
    "aprendizajes/{outcome}/",
    "aprendizajes/{outcome}/borrar/",
)
TEAM = ("paquete/", "asistencia/")


@pytest.fixture
def held(cast):
    made = with_steps(cast)
    actions.add_note(made, body="Nota reservada", **BY)
    actions.add_outcome(made, text={"es": "Algo"}, **BY)
    came(made, cast.caro)
    return made


def paths(made, rests):
    ids = {"note": made.notes.get().pk, "outcome": made.outcomes.get().pk}
    return [address(made, rest.format(**ids)) for rest in rests]


def counts():
    return [model.objects.count() for model in (Meeting, Step, Note, Outcome, Attendance)]


def role(cast, name):
    Assignment.objects.create(space=cast.space, person=cast.beto, role=name, since=NOON)
    return cast.signed_in(cast.beto)


def test_everybody_reads(cast, client, held):
    assert [client.get(path).status_code for path in paths(held, PUBLIC)] == [200, 200]


def test_nobody_else_gets_in_and_nothing_is_shown_or_changed(cast, client, held):
    before = counts()
    staff = [*paths(held, EDITORS), *paths(held, TEAM), "/red/procesos/parque/encuentros/nuevo/"]
    readers = {
        "nobody": (client, 302),
        "participant": (cast.returning(cast.caro), 302),
        "organization": (cast.signed_in(cast.beto), 403),
        "elsewhere": (cast.signed_in(cast.dana), 403),
    }

    for reader, status in readers.values():
        looked = [reader.get(path) for path in staff]
        tried = [reader.post(path, {"body": "x", "title_es": "x", "text_es": "x"}) for path in staff]
        assert {reply.status_code for reply in looked} == {status}
        assert {path: reply.status_code for path, reply in zip(staff, tried, strict=True)} == {
            path: 405 if path.endswith("paquete/") else 403 for path in staff
        }
        assert [reply for reply in looked if "Nota reservada" in reply.text or "W1#13" in reply.text] == []
    assert (counts(), Meeting.objects.get().state) == (before, "held")


@pytest.mark.parametrize("name", ["operator", "facilitator", "note_taker"])
def test_the_team_gets_everywhere(cast, held, name):
    reader = role(cast, name)

    assert {reader.get(path).status_code for path in paths(held, (*PUBLIC, *EDITORS, *TEAM))} == {200}


def test_an_observer_looks_and_changes_nothing(cast, held):
    reader = role(cast, "observer")

    assert {reader.get(path).status_code for path in paths(held, PUBLIC)} == {200}
    assert {reader.get(path).status_code for path in paths(held, (*EDITORS, *TEAM))} == {403}


def test_only_what_is_written_is_taken_by_post(cast, client, held):
    assert [client.post(path).status_code for path in paths(held, PUBLIC)] == [405, 405]
