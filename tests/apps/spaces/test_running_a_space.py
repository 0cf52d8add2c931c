import pytest

from tequio.apps.accounts.models import Person
from tequio.apps.spaces import actions, queries
from tequio.apps.spaces.models import Assignment, Space
from tequio.core.actors import SYSTEM
from tequio.core.refusals import Refusal
from tests.people import NOON

FIRST = {
    "name_es": "Red de barrios",
    "name_en": "",
    "operator": "Universidad del Barrio",
    "operator_url": "https://example.org",
    "funders": "Fundación Uno\n\nCooperación Dos",
    "person": "Ana",
    "email": "",
    "language": "es",
}


def test_the_first_run_opens_a_space_and_gives_a_link(client, db):
    reply = client.post("/instalar/", {**FIRST, "code": queries.setup_code()})

    space = Space.objects.get()
    assert (space.slug, space.name, space.operator["name"]) == (
        "red-de-barrios",
        {"es": "Red de barrios"},
        "Universidad del Barrio",
    )
    assert space.funders == [{"name": "Fundación Uno"}, {"name": "Cooperación Dos"}]
    assert list(Assignment.objects.values_list("person__name", "role")) == [("Ana", "operator")]
    assert "/cuenta/enlace/" in reply.text


def test_a_stranger_without_the_code_cannot_claim_an_empty_house(client, db):
    reply = client.post("/instalar/", {**FIRST, "code": "guess"})

    assert reply.status_code == 422
    assert "Universidad del Barrio" in reply.text
    assert not Space.objects.exists()
    assert not Person.objects.exists()


def test_the_first_run_is_over_once_there_is_a_space(client, cast):
    assert client.get("/instalar/").status_code == 404
    with pytest.raises(Refusal, match="setup.done"):
        actions.first_run(
            name={"es": "x"}, operator={}, funders=[], person="x", email="", language="es", by=SYSTEM, at=NOON
        )


def test_an_empty_house_leads_to_the_first_run_and_one_space_to_its_own_page(client, db):
    assert client.get("/").headers["Location"] == "/instalar/"
    actions.open_space(name={"es": "Red"}, by=SYSTEM, at=NOON)
    assert client.get("/").headers["Location"] == "/red/"


def test_a_space_never_takes_an_address_of_the_house(db):
    space = actions.open_space(name={"es": "Cuenta"}, by=SYSTEM, at=NOON)

    assert space.slug == "cuenta-2"


def test_who_runs_and_who_pays_stands_at_the_foot_of_every_page(client, cast):
    actions.edit_space(
        space=cast.space, name=cast.space.name, about={}, operator={"name": "Universidad del Barrio"},
        funders=[{"name": "Fundación Uno"}], by=SYSTEM, at=NOON,
    )  # fmt: skip

    page = client.get("/red/procesos/").text

    assert "Universidad del Barrio" in page
    assert "Fundación Uno" in page


def test_editing_keeps_what_was_written_about_those_who_stay(cast):
    wrote = {"es": "Pagó los talleres."}
    known = {"name": "Barrio", "note": {"es": "solo de prueba"}}
    Space.objects.filter(pk=cast.space.pk).update(
        funders=[{"name": "Uno", "what": wrote}, {"name": "Dos"}], operator=known
    )
    form = {"name_es": "Red", "operator": "Barrio", "operator_about_es": "Nueve vecinas.", "funders": "Uno\nTres"}

    reply = cast.signed_in(cast.ana).post("/red/editar/", form)

    cast.space.refresh_from_db()
    assert reply.status_code == 302
    assert cast.space.funders == [{"name": "Uno", "what": wrote}, {"name": "Tres"}]
    assert [cast.space.operator[name]["es"] for name in ("note", "about")] == ["solo de prueba", "Nueve vecinas."]


def test_the_last_operator_stays(cast):
    with pytest.raises(Refusal, match="role.last_operator"):
        actions.take_role(assignment=Assignment.objects.get(space=cast.space), by=SYSTEM, at=NOON)

    actions.give_role(space=cast.space, person=cast.beto, role="operator", by=SYSTEM, at=NOON)
    actions.take_role(assignment=Assignment.objects.get(space=cast.space, person=cast.ana), by=SYSTEM, at=NOON)

    assert list(Assignment.objects.filter(space=cast.space).values_list("person__name", flat=True)) == ["Beto"]


def test_an_invited_person_gets_a_role_here_and_none_elsewhere(cast):
    reply = cast.signed_in(cast.ana).post("/red/personas/", {"name": "Eva", "email": "", "role": "note_taker"})

    assert "/cuenta/enlace/" in reply.text
    assert list(Assignment.objects.filter(person__name="Eva").values_list("space__slug", "role")) == [
        ("red", "note_taker")
    ]


def test_a_facilitator_of_another_space_cannot_touch_the_roles_here(cast):
    dana = cast.signed_in(cast.dana)
    ours = Assignment.objects.get(space=cast.space)

    assert dana.get("/red/personas/").status_code == 403
    assert dana.post(f"/red/personas/{ours.pk}/quitar/").status_code == 403
    assert dana.post(f"/otra/personas/{ours.pk}/quitar/").status_code == 404
    assert Assignment.objects.filter(pk=ours.pk).exists()


def test_a_facilitator_cannot_hand_out_roles(cast):
    actions.give_role(space=cast.space, person=cast.beto, role="facilitator", by=SYSTEM, at=NOON)

    assert cast.signed_in(cast.beto).get("/red/personas/").status_code == 403
    assert cast.signed_in(cast.beto).get("/red/editar/").status_code == 200
