from datetime import timedelta

import pytest

from tequio.apps.meetings import actions, queries
from tequio.apps.meetings.models import Attendance, Meeting
from tequio.apps.processes import actions as processes
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Invitation, Participant, Process
from tequio.apps.record.models import Event
from tequio.apps.thread.models import Knot, Link
from tequio.core.refusals import Refusal
from tests.apps.meetings.making import BY, address, borough, came, codes, meeting, organization, person, phase
from tests.people import NOON


def people():
    found = Participant.objects.select_related("organization", "territory").order_by("wave", "number")
    return [(str(one), one.speaks_for, str(one.organization or ""), str(one.territory or "")) for one in found]


def links():
    found = Link.objects.order_by("source__ref").values_list("source__ref", "kind", "target__ref")
    return list(found)


def invitations():
    found = Invitation.objects.order_by("participant__number").values_list("participant__number", "phase__key", "state")
    return list(found)


def refused(made, **facts):
    with pytest.raises(Refusal) as caught:
        actions.take_attendance(made, **facts, **BY)
    return caught.value.code, caught.value.facts


def screen(cast, made):
    """A browser with the attendance open, and what its form holds before anything is typed."""
    return cast.signed_in(cast.ana), {"wave": "W1", "seen": queries.mark_of(made), "before": before(made)}


def before(made):
    return [str(pk) for pk in made.attendances.values_list("participant_id", flat=True)]


def test_who_came_is_kept_and_tied_to_the_meeting(cast):
    made = meeting(cast)

    attended = actions.take_attendance(made, came=[cast.caro], **BY)

    assert (attended.came, attended.fresh, codes(made)) == (1, (), ["W1#13"])
    assert links() == [("W1#13", "attended", "E1")]
    assert Meeting.objects.get().state == "held"
    assert list(Event.objects.order_by("id").values_list("verb", flat=True))[1:] == [
        "thread.tied_many",
        "meeting.attendance_taken",
        "meeting.held",
    ]


def test_attendance_alone_makes_nobody_public(cast):
    spoke = person(cast, 14)
    Knot.objects.create(process=cast.process, kind="participant", object_id=spoke.pk, ref="W1#14", public=True)

    came(meeting(cast), cast.caro, spoke)

    assert dict(Knot.objects.filter(kind="participant").values_list("ref", "public")) == {"W1#13": False, "W1#14": True}


def test_taking_it_twice_changes_nothing(cast):
    made = meeting(cast)
    came(made, cast.caro)
    told = Event.objects.count()

    came(made, cast.caro)

    assert (codes(made), links(), Event.objects.count()) == (["W1#13"], [("W1#13", "attended", "E1")], told)


def test_who_did_not_come_after_all_is_untied(cast):
    made = meeting(cast)
    came(made, cast.caro)

    attended = actions.take_attendance(made, away=[cast.caro], **BY)

    assert (attended.came, codes(made), links()) == (0, [], [])
    assert Event.objects.latest("id").facts == {"came": 0, "added": 0, "removed": 1}


def test_whoever_is_in_neither_list_stays(cast):
    made, other = meeting(cast), person(cast, 14)
    came(made, cast.caro)

    actions.take_attendance(made, came=[other], **BY)

    assert codes(made) == ["W1#13", "W1#14"]


def test_new_people_get_the_next_codes_in_the_order_given(cast):
    made, place, group = meeting(cast), borough(), organization(cast)
    newcomers = [Newcomer(place, group), Newcomer(None, None, Participant.SpeaksFor.ORGANIZATION), Newcomer(place)]

    attended = actions.take_attendance(made, newcomers=newcomers, wave="W1", **BY)

    assert [str(one.code) for one in attended.fresh] == ["W1#14", "W1#15", "W1#16"]
    assert people()[1:] == [
        ("W1#14", "organization", "Agua Clara", "Tlalpan"),
        ("W1#15", "organization", "", ""),
        ("W1#16", "self", "", "Tlalpan"),
    ]
    assert codes(made) == ["W1#14", "W1#15", "W1#16"]


def test_a_meeting_of_the_demonstration_has_people_of_the_demonstration(cast):
    made = actions.plan_meeting(cast.process, kind="workshop", mode="virtual", title={"es": "X"}, synthetic=True, **BY)

    actions.take_attendance(made, newcomers=[Newcomer()], wave="D", **BY)

    assert list(Participant.objects.filter(synthetic=True).values_list("wave", "number")) == [("D", 1)]
    assert list(Knot.objects.filter(synthetic=True).order_by("ref").values_list("ref", flat=True)) == ["D#01", "E1"]


def test_coming_is_taking_part_in_the_phase(cast):
    first = phase(cast)
    invited, volunteer = person(cast, 14), person(cast, 15)
    processes.invite(first, [invited], **BY)
    processes.invite(first, [volunteer], state="volunteered", **BY)

    came(meeting(cast, phase=first), cast.caro, invited, volunteer)

    assert invitations() == [(13, "escuchar", "came"), (14, "escuchar", "came"), (15, "escuchar", "volunteered")]


def test_a_slip_of_the_finger_is_undone_in_the_phase_unless_they_came_to_another_meeting(cast):
    first, other = phase(cast), person(cast, 14)
    made, second = meeting(cast, phase=first), meeting(cast, phase=first)
    came(made, cast.caro, other)
    came(second, other)

    actions.take_attendance(made, away=[cast.caro, other], **BY)

    assert invitations() == [(13, "escuchar", "invited"), (14, "escuchar", "came")]


def test_a_cancelled_meeting_takes_no_attendance(cast):
    made = meeting(cast)
    actions.cancel_meeting(made, reason={"es": "Llueve"}, **BY)

    assert refused(made, came=[cast.caro]) == ("meeting.cancelled", {})
    assert cast.signed_in(cast.ana).get(address(made, "asistencia/")).status_code == 422
    assert Attendance.objects.count() == 0


def test_nobody_came_to_a_meeting_of_tomorrow(cast):
    made = meeting(cast, starts_at=NOON + timedelta(days=1), ends_at=None)

    assert refused(made, came=[cast.caro]) == ("meeting.not_yet", {"day": (NOON + timedelta(days=1)).date()})


def test_people_of_another_process_and_people_who_left_are_refused_and_nothing_is_written(cast):
    made, gone = meeting(cast), person(cast, 14)
    stranger = Participant.objects.create(
        process=Process.objects.create(space=cast.space, slug="otro", made_at=NOON), wave="W9", number=1, made_at=NOON
    )
    processes.withdraw(gone, **BY)
    gone.refresh_from_db()

    assert refused(made, newcomers=[Newcomer()], came=[stranger]) == ("meeting.not_of_process", {"person": "W9#01"})
    assert refused(made, newcomers=[Newcomer()], came=[gone]) == ("participant.left", {"person": "W1#14"})
    assert (Attendance.objects.count(), Participant.objects.count()) == (0, 3)


def test_a_wave_that_is_none_is_refused_and_nobody_is_made(cast):
    made = meeting(cast)

    assert refused(made, came=[cast.caro], newcomers=[Newcomer()], wave="¿?")[0] == "code.malformed"
    assert (Attendance.objects.count(), Participant.objects.count(), Link.objects.count()) == (0, 1, 0)


def test_thirty_people_are_typed_on_one_screen(cast):
    made, place = meeting(cast), borough()
    ana, typed = screen(cast, made)
    for row in range(1, 31):
        typed |= {f"group{row}": "vecinas del PARQUE", f"borough{row}": place.name}

    reply = ana.post(address(made, "asistencia/"), typed, follow=True)

    assert reply.redirect_chain == [(address(made), 302)]
    assert people()[1:] == [
        (f"W1#{number}", "organization", "Vecinas del Parque", "Tlalpan") for number in range(14, 44)
    ]
    assert "W1#14, W1#15, W1#16" in reply.text


def test_a_row_with_only_who_they_speak_for_is_a_person(cast):
    made = meeting(cast)
    ana, typed = screen(cast, made)

    ana.post(address(made, "asistencia/"), {**typed, "wave": " b2 ", "speaks3": "self", "speaks30": "organization"})

    assert people()[:2] == [("B2#01", "self", "", ""), ("B2#02", "organization", "", "")]


def test_ticks_codes_rows_and_a_pasted_list_are_saved_together(cast):
    first = phase(cast)
    invited, typed_code, new = person(cast, 14), person(cast, 20, wave="W2"), borough("Coyoacán", "09003")
    organization(cast)
    processes.invite(first, [cast.caro, invited], **BY)
    made = meeting(cast, phase=first)
    ana, typed = screen(cast, made)

    reply = ana.post(
        address(made, "asistencia/"),
        {
            **typed,
            "came": [str(invited.pk)],
            "codes": "w2 # 20",
            "group1": "Agua Clara",
            "pasted": f"-; {new.name}\nAgua clara;coyoacan\r\n\nCoyoacán\tAgua Clara\nAgua Clara\n-",
        },
    )

    assert reply.status_code == 302
    assert codes(made) == ["W1#14", "W1#15", "W1#16", "W1#17", "W1#18", "W1#19", "W1#20", "W2#20"]
    assert people()[2:8] == [
        ("W1#15", "organization", "Agua Clara", ""),
        ("W1#16", "self", "", "Coyoacán"),
        ("W1#17", "organization", "Agua Clara", "Coyoacán"),
        ("W1#18", "organization", "Agua Clara", "Coyoacán"),
        ("W1#19", "organization", "Agua Clara", ""),
        ("W1#20", "self", "", ""),
    ]
    assert typed_code in [one.participant for one in queries.attendees(made)]


def test_what_is_wrong_names_its_row_and_everything_typed_stays(cast):
    made = meeting(cast)
    borough()
    ana, typed = screen(cast, made)

    reply = ana.post(
        address(made, "asistencia/"),
        {
            **typed,
            "came": [str(cast.caro.pk)],
            "codes": "W1#99, hola",
            "speaks2": "self",
            "group2": "Vecinas del Parque",
            "group5": "La Nueva",
            "borough7": "Atlántida",
            "pasted": "Vecinas del Parque; Tlalpan\nNadie; Tlalpan\nx;y;z",
        },
        headers={"accept-language": "en"},
    )

    assert reply.status_code == 422
    sentences = (
        "Row 2: it names an organisation and says “for themselves”. Choose one of the two.",
        "Row 5: there is no organisation called “La Nueva”. Add it to the directory first, or write a dash.",
        "Row 7: there is no borough called “Atlántida”.",
        "Line 2: there is no organisation called “Nadie”.",
        "Line 3: it has more than two parts.",
        "Nobody in this process has the code W1#99.",
        "“hola” is not a code. A code looks like W1#13.",
    )
    assert [sentence in reply.text for sentence in sentences] == [True] * 7
    kept = (
        'value="La Nueva"',
        'value="W1#99, hola"',
        "Nadie; Tlalpan\nx;y;z",
        f'value="{cast.caro.pk}" id="came-{cast.caro.pk}" checked',
    )
    assert [words in reply.text for words in kept] == [True] * 4
    assert (Attendance.objects.count(), Participant.objects.count()) == (0, 1)


def test_the_same_sheet_sent_twice_makes_nobody_twice(cast):
    made = meeting(cast)
    ana, typed = screen(cast, made)
    sheet = {**typed, "speaks1": "self", "speaks2": "self"}

    replies = [ana.post(address(made, "asistencia/"), sheet, headers={"accept-language": "en"}) for _ in range(2)]

    assert [reply.status_code for reply in replies] == [302, 422]
    assert "Attendance was saved a moment ago" in replies[1].text
    assert f'name="seen" value="{queries.mark_of(made)}"' in replies[1].text
    assert codes(made) == ["W1#14", "W1#15"]


def test_two_who_type_at_once_do_not_undo_each_other(cast):
    made, other = meeting(cast), person(cast, 14)
    ana, typed = screen(cast, made)
    came(made, other)

    ana.post(address(made, "asistencia/"), {**typed, "came": [str(cast.caro.pk)]})

    assert codes(made) == ["W1#13", "W1#14"]


def test_taking_a_tick_away_takes_the_person_away(cast):
    made = meeting(cast)
    came(made, cast.caro)
    ana, typed = screen(cast, made)

    ana.post(address(made, "asistencia/"), typed)

    assert codes(made) == []


def test_the_screen_shows_those_invited_to_the_phase_and_those_who_came_without(cast):
    first = phase(cast)
    processes.invite(first, [cast.caro], **BY)
    made, came_along, _elsewhere = meeting(cast, phase=first), person(cast, 14), person(cast, 15)
    Attendance.objects.create(meeting=made, participant=came_along, noted_at=NOON)

    found = queries.screen_of(made)

    assert [str(one) for one in found.people] == ["W1#13", "W1#14"]
    assert (found.came, found.more) == (frozenset({came_along.pk}), 0)


def test_without_a_phase_the_screen_shows_everybody_who_is_still_here(cast):
    gone = person(cast, 14)
    processes.withdraw(gone, **BY)

    assert [str(one) for one in queries.screen_of(meeting(cast)).people] == ["W1#13"]


def test_more_people_than_fit_are_counted(cast):
    Participant.objects.bulk_create(
        Participant(process=cast.process, wave="W3", number=number, made_at=NOON) for number in range(1, 211)
    )
    made = meeting(cast)

    found = queries.screen_of(made)

    assert (len(found.people), found.more) == (200, 11)


@pytest.mark.parametrize("n", [3, 30])
def test_the_screen_takes_a_fixed_number_of_queries(cast, django_assert_num_queries, n):
    place = borough()
    for number in range(20, 20 + n):
        group = organization(cast, name=f"Organización {number}", slug=f"o{number}")
        person(cast, number, organization=group, territory=place)
    made, ana = meeting(cast), cast.signed_in(cast.ana)
    ana.get(address(made))

    with django_assert_num_queries(14):
        ana.get(address(made, "asistencia/"))


@pytest.mark.parametrize("n", [3, 30])
def test_saving_takes_a_fixed_number_of_queries(cast, django_assert_num_queries, n):
    first = phase(cast)
    guests = [person(cast, number) for number in range(20, 20 + n)]
    made = meeting(cast, phase=first)

    with django_assert_num_queries(39):
        actions.take_attendance(made, came=guests, newcomers=[Newcomer()] * n, **BY)
