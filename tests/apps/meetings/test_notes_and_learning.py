import pytest

from tequio.apps.meetings import actions
from tequio.apps.meetings.models import Note, Outcome
from tequio.apps.record.models import Event
from tequio.core.refusals import Refusal
from tests.apps.meetings.making import BY, address, came, meeting, person

ENGLISH = {"headers": {"accept-language": "en"}}


def notes():
    return list(Note.objects.values_list("body", "public"))


def outcomes():
    return list(Outcome.objects.values_list("text", "people"))


def last_event():
    return Event.objects.values_list("verb", "target", "facts").latest("id")


def test_a_note_is_private_until_somebody_shows_it(cast, client):
    made, ana = meeting(cast), cast.signed_in(cast.ana)

    ana.post(address(made, "notas/nueva/"), {"body": " Hay que volver a invitar "})
    assert (notes(), "volver a invitar" in client.get(address(made)).text) == (
        [("Hay que volver a invitar", False)],
        False,
    )

    ana.post(address(made, f"notas/{Note.objects.get().pk}/"), {"body": "Hay que volver a invitar", "public": "on"})
    assert "volver a invitar" in client.get(address(made)).text


def test_the_record_tells_that_a_note_was_written_and_never_what_it_says(cast):
    actions.add_note(meeting(cast), body="Secreto", **BY)

    assert last_event() == ("meeting.note_added", "E1", {"public": False})


def test_an_empty_note_is_refused(cast):
    made = meeting(cast)

    with pytest.raises(Refusal, match=r"^meeting\.note_empty$"):
        actions.add_note(made, body=" \n ", **BY)

    assert cast.signed_in(cast.ana).post(address(made, "notas/nueva/"), {"body": " "}).status_code == 422
    assert notes() == []


def test_a_note_is_deleted_after_asking(cast):
    made, ana = meeting(cast), cast.signed_in(cast.ana)
    note = actions.add_note(made, body="Se equivocó", **BY)
    path = address(made, f"notas/{note.pk}/borrar/")

    asked = ana.get(path).text
    assert ("Se equivocó" in asked, notes()) == (True, [("Se equivocó", False)])

    reply = ana.post(path)
    assert (reply.status_code, notes(), last_event()) == (302, [], ("meeting.note_deleted", "E1", {}))


def test_what_belongs_to_another_meeting_is_not_found_through_this_one(cast):
    made, other = meeting(cast), meeting(cast)
    note, outcome = actions.add_note(made, body="Nota", **BY), actions.add_outcome(made, text={"es": "Algo"}, **BY)
    ana = cast.signed_in(cast.ana)
    paths = [
        f"notas/{note.pk}/",
        f"notas/{note.pk}/borrar/",
        f"aprendizajes/{outcome.pk}/",
        f"aprendizajes/{outcome.pk}/borrar/",
    ]

    assert [ana.post(address(other, path)).status_code for path in paths] == [404] * 4
    assert (len(notes()), len(outcomes())) == (1, 1)


def test_what_was_learnt_is_kept_with_how_many_said_so(cast, client):
    made, ana = meeting(cast), cast.signed_in(cast.ana)
    came(made, cast.caro, person(cast, 14))

    ana.post(address(made, "aprendizajes/nuevo/"), {"text_es": "Pedir un permiso", "people": "2"})
    ana.post(address(made, "aprendizajes/nuevo/"), {"text_es": "Nadie contó", "people": ""})

    assert outcomes() == [({"es": "Pedir un permiso"}, 2), ({"es": "Nadie contó"}, None)]
    page = client.get(address(made), **ENGLISH).text
    assert ["2 of the 2 who came said so" in page, "Nobody counted how many said so." in page] == [True, True]


def test_nobody_and_not_counted_are_two_things(cast, client):
    made = meeting(cast)
    actions.add_outcome(made, text={"es": "Nadie dijo esto"}, people=0, **BY)

    assert "0 people said so" in client.get(address(made), **ENGLISH).text


def test_no_more_can_say_so_than_came(cast):
    made = meeting(cast)
    actions.add_outcome(made, text={"es": "Antes de contar"}, people=40, **BY)
    came(made, cast.caro)

    with pytest.raises(Refusal) as caught:
        actions.add_outcome(made, text={"es": "Algo"}, people=2, **BY)
    reply = cast.signed_in(cast.ana).post(
        address(made, "aprendizajes/nuevo/"), {"text_es": "Algo", "people": "2"}, **ENGLISH
    )

    assert (caught.value.code, caught.value.facts) == (
        "meeting.more_said_than_came",
        {"said": 2, "came": 1, "field": "people"},
    )
    assert (reply.status_code, "2 people said so, but only 1 came." in reply.text, "Algo</textarea>" in reply.text) == (
        422,
        True,
        True,
    )
    assert len(outcomes()) == 1


def test_what_was_learnt_is_corrected_and_deleted(cast):
    made, ana = meeting(cast), cast.signed_in(cast.ana)
    outcome = actions.add_outcome(made, text={"es": "Algo"}, people=3, **BY)
    path = address(made, f"aprendizajes/{outcome.pk}/")
    assert 'value="3"' in ana.get(path).text

    ana.post(path, {"text_es": "Otra cosa", "people": "4"})
    assert (outcomes(), last_event()[0]) == ([({"es": "Otra cosa"}, 4)], "meeting.outcome_edited")

    ana.post(path + "borrar/")
    assert (outcomes(), last_event()[0]) == ([], "meeting.outcome_deleted")


def test_nothing_was_learnt_is_refused(cast):
    with pytest.raises(Refusal, match=r"^meeting\.outcome_empty$"):
        actions.add_outcome(meeting(cast), text={"es": " "}, **BY)
