from datetime import date

import pytest

from tequio.apps.processes import actions, queries
from tequio.apps.processes.forms import ManyForm, PersonForm
from tequio.apps.processes.forms.participants import known_of
from tequio.apps.processes.models import Invitation, Participant
from tequio.apps.processes.passphrases import new_words, sealed_words
from tequio.core.refusals import Refusal
from tests.apps.processes.here import DOING, boroughs, codes, people, phase, verbs
from tests.people import NOON, Cast

Newcomer = actions.Newcomer


def test_people_get_the_next_codes_of_their_wave(cast: Cast) -> None:
    newcomers = [Newcomer(), Newcomer(organization=cast.organization)]

    more = actions.add_participants(cast.process, wave="w1", people=newcomers, **DOING)
    other = actions.add_participant(cast.process, wave="FS", **DOING)

    assert codes([*more, other]) == ["W1#14", "W1#15", "FS#01"]
    assert [person.speaks_for for person in more] == ["self", "organization"]
    assert verbs() == [("participants.added", "W1#14"), ("participants.added", "FS#01")]


def test_the_code_of_a_person_who_left_is_never_given_again(cast: Cast) -> None:
    actions.withdraw(cast.caro, **DOING)

    assert codes(people(cast, 1)) == ["W1#14"]


def test_a_wave_is_letters_and_perhaps_a_number(cast: Cast) -> None:
    with pytest.raises(Refusal, match=r"code\.malformed"):
        actions.add_participant(cast.process, wave="Caro Pérez", **DOING)

    assert Participant.objects.count() == 1


def test_people_who_are_added_to_a_phase_take_part_in_it(cast: Cast) -> None:
    first = phase(cast)

    made = actions.add_participants(cast.process, wave="W2", people=[Newcomer()] * 2, phase=first, **DOING)

    states = Invitation.objects.order_by("participant").values_list("participant", "phase", "state", "changed_at")
    assert list(states) == [(person.pk, first.pk, "came", NOON) for person in made]


def test_what_is_known_of_a_person_is_written_anew(cast: Cast) -> None:
    (iztapalapa,) = boroughs(Iztapalapa=10)
    person = Newcomer(iztapalapa, cast.organization, attributes={"edad": "a"}, consents={"show": "2026-03-02"})

    kept = actions.edit_participant(cast.caro, person=person, **DOING)

    kept.refresh_from_db()
    told = (kept.speaks_for, kept.organization, kept.territory, kept.attributes, kept.consents, str(kept.code))
    known = ("organization", cast.organization, iztapalapa, {"edad": "a"}, {"show": "2026-03-02"}, "W1#13")
    assert told == known


def test_of_a_person_who_leaves_nothing_is_kept_but_the_code(cast: Cast) -> None:
    (iztapalapa,) = boroughs(Iztapalapa=10)
    person = Newcomer(iztapalapa, cast.organization, attributes={"edad": "a"}, consents={"show": "2026-03-02"})
    actions.edit_participant(cast.caro, person=person, **DOING)
    actions.give_passphrase(cast.caro, words=new_words(), **DOING)
    actions.invite(phase(cast), [cast.caro], **DOING)

    actions.withdraw(cast.caro, **DOING)

    row = Participant.objects.values().get()
    assert row == {
        "id": cast.caro.pk,
        "process_id": cast.process.pk,
        "wave": "W1",
        "number": 13,
        "speaks_for": "self",
        "organization_id": None,
        "territory_id": None,
        "attributes": {},
        "passphrase_hash": None,
        "consents": {},
        "synthetic": False,
        "made_at": NOON,
        "withdrawn_at": NOON,
    }
    assert Invitation.objects.count() == 0
    assert list(queries.participants_of(cast.process)) == []


@pytest.mark.parametrize(
    "act",
    [
        lambda person: actions.edit_participant(person, person=Newcomer(), **DOING),
        lambda person: actions.withdraw(person, **DOING),
        lambda person: actions.give_passphrase(person, words=new_words(), **DOING),
    ],
)
def test_nothing_more_is_written_of_a_person_who_left(cast: Cast, act: object) -> None:
    left = actions.withdraw(cast.caro, **DOING)
    before = Participant.objects.values().get()

    with pytest.raises(Refusal) as refused:
        act(left)  # type: ignore[operator]

    assert (refused.value.code, refused.value.facts) == ("participant.left", {"person": "W1#13"})
    assert Participant.objects.values().get() == before


def test_only_a_seal_of_the_words_is_kept(cast: Cast) -> None:
    words = new_words()

    actions.give_passphrase(cast.caro, words=words, **DOING)

    kept = Participant.objects.get().passphrase_hash
    assert kept == sealed_words(words.upper().replace(" ", ", "))
    assert not any(word in str(Participant.objects.values().get()) for word in words.split())
    assert verbs() == [("participants.passphrases_given", "W1#13")]


def test_new_words_replace_those_before(cast: Cast) -> None:
    first, second = new_words(), new_words()

    actions.give_passphrase(cast.caro, words=first, **DOING)
    actions.give_passphrase(cast.caro, words=second, **DOING)

    assert Participant.objects.get().passphrase_hash == sealed_words(second)


def test_words_are_seven_and_of_the_list(cast: Cast) -> None:
    with pytest.raises(Refusal) as short:
        sealed_words("abeja abeja")
    with pytest.raises(Refusal) as unknown:
        sealed_words("xilófono " * 7)

    assert (short.value.code, short.value.facts) == ("passphrase.words", {"n": 7})
    assert (unknown.value.code, len(new_words().split())) == ("passphrase.unknown_word", 7)


def test_people_are_found_by_wave_phase_borough_and_organization(cast: Cast) -> None:
    iztapalapa, tlalpan = boroughs(Iztapalapa=10, Tlalpan=5)
    first = phase(cast)
    near, far = people(cast, 1, iztapalapa)[0], people(cast, 1, tlalpan, organization=cast.organization)[0]
    actions.add_participant(cast.process, wave="FS", phase=first, **DOING)

    found = [
        queries.participants_of(cast.process, wave="FS"),
        queries.participants_of(cast.process, phase="explorar"),
        queries.participants_of(cast.process, borough=iztapalapa),
        queries.participants_of(cast.process, organization=cast.organization),
        queries.participants_of(cast.process, wave="W1", borough=tlalpan),
    ]

    expected = [["FS#01"], ["FS#01"], [str(near.code)], [str(far.code)], [str(far.code)]]
    assert [codes(list(some)) for some in found] == expected


def many(cast: Cast, lines: str, **facts: str) -> ManyForm:
    data = {"wave": "W1", "phase": "", "speaks_for": "self", "people": lines, **facts}
    return ManyForm(data, process=cast.process)


def test_thirty_people_are_typed_a_line_each(cast: Cast) -> None:
    iztapalapa, coyoacan = boroughs(Iztapalapa=10, Coyoacán=5)

    form = many(cast, "iztapalapa; VECINAS del parque\ncoyoacan\n\n-; -\n; Vecinas del Parque")

    assert form.is_valid()
    assert form.cleaned_data["newcomers"] == [
        Newcomer(iztapalapa, cast.organization),
        Newcomer(coyoacan),
        Newcomer(),
        Newcomer(None, cast.organization),
    ]


def test_lines_with_unknown_names_are_told_by_number(cast: Cast) -> None:
    boroughs(Iztapalapa=10)

    form = many(cast, "Iztapalapa\nIstapalapa; Vecinas del Parque\n-; Nadie")

    assert not form.is_valid()
    assert form.errors["people"] == [
        "Renglón 2: no hay ninguna alcaldía «Istapalapa».",
        "Renglón 3: aquí no hay ninguna organización «Nadie».",
    ]


def test_no_more_than_two_hundred_people_at_once(cast: Cast) -> None:
    form = many(cast, "-\n" * 201)

    assert (form.is_valid(), form.errors["people"]) == (False, ["Como máximo 200 personas a la vez."])


def test_a_consent_keeps_the_day_it_was_given(cast: Cast) -> None:
    first = PersonForm({"speaks_for": "self", "show": "on"}, process=cast.process)
    assert first.is_valid()
    kept = actions.edit_participant(cast.caro, person=first.person(on=date(2026, 3, 2)), **DOING)

    again = PersonForm({"speaks_for": "self", "show": "on", "quote": "on"}, process=cast.process)
    assert again.is_valid()

    said = again.person(before=kept, on=date(2026, 5, 1))
    assert said.consents == {"show": "2026-03-02", "quote": "2026-05-01"}


def test_the_form_of_a_person_starts_with_what_is_known(cast: Cast) -> None:
    bands = [{"key": "a", "label": {"es": "A"}}, {"key": "b", "label": {"es": "B"}}]
    actions.add_attribute(cast.process, title={"es": "Edad"}, choices=bands, **DOING)
    person = Newcomer(None, cast.organization, attributes={"edad": "b"}, consents={"show": "2026-03-02"})
    kept = actions.edit_participant(cast.caro, person=person, **DOING)

    data = {name: value for name, value in known_of(kept).items() if value}
    form = PersonForm(data, process=cast.process)

    assert form.is_valid()
    assert form.person(before=kept, on=date(2027, 1, 1)) == Newcomer(
        None,
        cast.organization,
        Participant.SpeaksFor.ORGANIZATION,
        {"edad": "b"},
        {"show": "2026-03-02"},
    )
