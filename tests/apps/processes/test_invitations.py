import pytest
from django.test import Client

from tequio.apps.processes import actions, queries
from tequio.apps.processes.models import Invitation, Participant, Process
from tequio.apps.processes.passphrases import sealed_words
from tequio.core.refusals import Refusal
from tests.apps.processes.here import BASE, DOING, codes, people, phase, verbs
from tests.people import Cast

State = Invitation.State


def states(cast: Cast, key: str) -> list[tuple[str, str]]:
    found = queries.invitations_of(cast.process.phases.get(key=key))
    return [(str(invitation.participant.code), invitation.state) for invitation in found]


def test_all_of_a_phase_are_invited_to_the_next_but_those_who_declined(cast: Cast) -> None:
    first, second = phase(cast, "Uno"), phase(cast, "Dos")
    here = people(cast, 4)
    actions.invite(first, here, **DOING)
    actions.change_invitations(first, here[:1], state=State.DECLINED, **DOING)
    actions.change_invitations(first, here[1:2], state=State.CAME, **DOING)

    n = actions.carry(first, second, **DOING)

    assert n == 3
    assert states(cast, "dos") == [(code, "invited") for code in codes(here[1:])]
    carried = Invitation.objects.filter(phase=second).values_list("carried_from", flat=True)
    assert list(carried) == [first.pk] * 3


def test_volunteers_alone_are_carried_on(cast: Cast) -> None:
    first, second = phase(cast, "Uno"), phase(cast, "Dos")
    here = people(cast, 3)
    actions.invite(first, here, state=State.CAME, **DOING)
    actions.change_invitations(first, here[2:], state=State.VOLUNTEERED, **DOING)

    actions.carry(first, second, states=[State.VOLUNTEERED], **DOING)

    assert states(cast, "dos") == [("W1#16", "invited")]


def test_inviting_twice_keeps_the_answer(cast: Cast) -> None:
    first, second = phase(cast, "Uno"), phase(cast, "Dos")
    here = people(cast, 2)
    actions.invite(first, here, **DOING)
    actions.carry(first, second, **DOING)
    actions.change_invitations(second, here[:1], state=State.ACCEPTED, **DOING)

    n = actions.carry(first, second, **DOING)

    assert (n, states(cast, "dos")) == (0, [("W1#14", "accepted"), ("W1#15", "invited")])


def test_people_are_not_carried_to_the_same_phase(cast: Cast) -> None:
    first = phase(cast)

    with pytest.raises(Refusal) as refused:
        actions.carry(first, first, **DOING)

    assert (refused.value.code, Invitation.objects.count()) == ("invitation.same_phase", 0)


def test_people_are_not_carried_into_another_process(cast: Cast) -> None:
    other = actions.create_process(space=cast.space, slug="otro", title={"es": "Otro"}, **DOING)
    far = actions.add_phase(other, title={"es": "Lejos"}, **DOING)
    first = phase(cast)
    actions.invite(first, [cast.caro], **DOING)

    with pytest.raises(Refusal) as refused:
        actions.carry(first, far, **DOING)
    n = actions.invite(far, [cast.caro], **DOING)

    assert (refused.value.code, n, far.invitations.count()) == ("invitation.other_process", 0, 0)


def test_invitations_are_counted_by_phase_and_state_in_one_query(cast: Cast, django_assert_num_queries: object) -> None:
    first, second = phase(cast, "Uno"), phase(cast, "Dos")
    here = people(cast, 3)
    actions.invite(first, here, **DOING)
    actions.change_invitations(first, here[:1], state=State.CAME, **DOING)
    actions.invite(second, here[:1], **DOING)
    actions.withdraw(here[2], **DOING)

    with django_assert_num_queries(1):  # type: ignore[operator]
        counts = queries.counts_by_phase(cast.process)

    assert counts == {first.pk: {"came": 1, "invited": 1}, second.pk: {"invited": 1}}


def test_the_record_tells_how_many_were_carried_and_from_where(cast: Cast) -> None:
    first, second = phase(cast, "Uno"), phase(cast, "Dos")
    actions.invite(first, people(cast, 2), **DOING)

    actions.carry(first, second, **DOING)

    assert verbs()[-1] == ("people.invited", "dos")


@pytest.fixture
def ana(cast: Cast) -> Client:
    return cast.signed_in(cast.ana)


def test_a_wave_of_codes_is_invited_on_a_page(cast: Cast, ana: Client) -> None:
    phase(cast, "Uno")
    people(cast, 2)
    actions.add_participant(cast.process, wave="FS", **DOING)

    answer = ana.post(f"{BASE}invitaciones/uno/llevar/", {"source": "wave:W1", "who": "all"})

    assert (answer.status_code, answer["Location"]) == (302, f"{BASE}invitaciones/uno/")
    assert states(cast, "uno") == [("W1#13", "invited"), ("W1#14", "invited"), ("W1#15", "invited")]


def test_volunteers_of_a_phase_are_invited_on_a_page(cast: Cast, ana: Client) -> None:
    first = phase(cast, "Uno")
    second = phase(cast, "Dos")
    here = people(cast, 2)
    actions.invite(first, here, state=State.CAME, **DOING)
    actions.change_invitations(first, here[:1], state=State.VOLUNTEERED, **DOING)

    ana.post(f"{BASE}invitaciones/dos/llevar/", {"source": "phase:uno", "who": "volunteers"})

    assert states(cast, "dos") == [("W1#14", "invited")]
    assert second.invitations.get().carried_from == first


def test_what_became_of_invitations_is_written_down_for_those_marked(cast: Cast, ana: Client) -> None:
    first = phase(cast, "Uno")
    here = people(cast, 3)
    actions.invite(first, here, **DOING)
    marked = [str(person.pk) for person in here[:2]]

    answer = ana.post(f"{BASE}invitaciones/uno/respuestas/", {"person": marked, "state": "came"})

    assert answer.status_code == 302
    assert states(cast, "uno") == [("W1#14", "came"), ("W1#15", "came"), ("W1#16", "invited")]


def test_nobody_marked_is_said(cast: Cast, ana: Client) -> None:
    first = phase(cast, "Uno")
    actions.invite(first, [cast.caro], **DOING)

    answer = ana.post(f"{BASE}invitaciones/uno/respuestas/", {"state": "came"})

    assert answer.status_code == 422
    assert "No marcaste a nadie. Marca al menos a una persona." in answer.content.decode()
    assert states(cast, "uno") == [("W1#13", "invited")]


def test_people_of_another_process_cannot_be_marked(cast: Cast, ana: Client) -> None:
    phase(cast, "Uno")
    other = actions.create_process(space=cast.space, slug="otro", title={"es": "Otro"}, **DOING)
    stranger = actions.add_participant(other, wave="W1", **DOING)

    answer = ana.post(f"{BASE}invitaciones/uno/papeletas/", {"person": [str(stranger.pk), "9" * 30, "x"]})

    assert answer.status_code == 422
    assert Participant.objects.get(pk=stranger.pk).passphrase_hash is None


def test_slips_show_words_that_work_and_show_them_once(cast: Cast, ana: Client) -> None:
    first = phase(cast, "Uno")
    here = people(cast, 2)
    actions.invite(first, here, **DOING)

    answer = ana.post(f"{BASE}invitaciones/uno/papeletas/", {"person": [str(person.pk) for person in here]})

    words = [slip["code"] for slip in answer.context["slips"]]
    kept = [Participant.objects.get(pk=person.pk).passphrase_hash for person in here]
    assert [sealed_words(each) for each in words] == kept
    assert all(each in answer.content.decode() for each in words)
    assert (answer["Cache-Control"], len(set(words))) == ("no-store", 2)


def test_slips_are_not_made_by_a_link(cast: Cast, ana: Client) -> None:
    phase(cast, "Uno")

    assert ana.get(f"{BASE}invitaciones/uno/papeletas/").status_code == 405


def test_a_refused_mark_stays_marked(cast: Cast, ana: Client) -> None:
    first = phase(cast, "Uno")
    actions.invite(first, [cast.caro], **DOING)

    page = ana.post(f"{BASE}invitaciones/uno/respuestas/", {"person": str(cast.caro.pk), "state": "flew"})

    assert page.status_code == 422
    assert f'value="{cast.caro.pk}" id="person-{cast.caro.pk}" checked' in page.content.decode()


def test_invitations_of_a_draft_of_another_space_are_not_there(cast: Cast) -> None:
    phase(cast, "Uno")
    Process.objects.update(public=False)

    dana = cast.signed_in(cast.dana)

    assert dana.get(f"{BASE}invitaciones/").status_code in {302, 403}
    assert dana.get("/otra/procesos/parque/invitaciones/").status_code == 404
