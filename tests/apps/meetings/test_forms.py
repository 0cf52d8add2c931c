from datetime import timedelta

import pytest

from tequio.apps.meetings import actions
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Activity
from tests.apps.meetings.making import BY, HOSTILE, address, borough, meeting, phase, with_steps
from tests.people import NOON

NEW = "/red/procesos/parque/encuentros/nuevo/"
ENGLISH = {"headers": {"accept-language": "en"}}
TYPED = {
    "kind": "workshop",
    "mode": "in_person",
    "title_es": "Taller de sombra",
    "title_en": "Workshop on shade",
    "purpose_es": "Contar árboles",
    "day": "2026-03-07",
    "starts": "10:00",
    "ends": "12:30",
    "place": "El kiosco",
    "joining": "Toca en el 4",
    "seats": "30",
}


def test_a_meeting_is_planned_from_the_page(cast):
    place, first = borough(), phase(cast)
    activity = Activity.objects.create(process=cast.process, kind="meet", key="juntarse")

    reply = cast.signed_in(cast.ana).post(
        NEW, {**TYPED, "territory": str(place.pk), "phase": "escuchar", "activity": "juntarse"}
    )

    made = Meeting.objects.get()
    assert (reply.status_code, reply.url) == (302, address(made))
    starts = NOON.replace(day=7, hour=16)
    found = Meeting.objects.values(
        "kind", "mode", "title", "purpose", "starts_at", "ends_at", "place", "joining", "seats"
    )
    assert found.get() == {
        "kind": "workshop",
        "mode": "in_person",
        "title": {"es": "Taller de sombra", "en": "Workshop on shade"},
        "purpose": {"es": "Contar árboles"},
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=2, minutes=30),
        "place": "El kiosco",
        "joining": "Toca en el 4",
        "seats": 30,
    }
    assert (made.territory, made.phase, made.activity) == (place, first, activity)


def test_little_needs_to_be_known_to_plan_one(cast):
    cast.signed_in(cast.ana).post(NEW, {"kind": "assembly", "mode": "virtual", "title_en": "Assembly"})

    assert list(Meeting.objects.values_list("kind", "title", "starts_at", "ends_at", "seats")) == [
        ("assembly", {"en": "Assembly"}, None, None, None)
    ]


@pytest.mark.parametrize("hour", ["16:30", "4:30 PM", "4:30pm", "16.30", "16:30:00"])
def test_hours_are_read_as_people_write_them(cast, hour):
    cast.signed_in(cast.ana).post(NEW, {**TYPED, "starts": hour, "ends": ""})

    assert Meeting.objects.get().starts_at == NOON.replace(day=7, hour=22, minute=30)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ends": "09:00"}, "The meeting ends before it starts, or at the same moment."),
        ({"ends": "10:00"}, "The meeting ends before it starts, or at the same moment."),
        ({"starts": ""}, "Say at what time it starts."),
        ({"day": ""}, "Say on which day."),
        ({"day": "", "starts": ""}, "Say on which day."),
        ({"day": "", "starts": ""}, "Say at what time it starts."),
        ({"day": "1026-03-07"}, "The year 1026 does not look right."),
        ({"day": "31/02/2026"}, "Enter a valid date."),
        ({"starts": "a las diez"}, "Enter a valid time."),
        ({"seats": "0"}, "greater than or equal to 1"),
        ({"title_es": "", "title_en": ""}, "This field is required."),
        ({"kind": "rave"}, "Select a valid choice."),
        ({"phase": "de-otro"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(cast, changes, sentence):
    reply = cast.signed_in(cast.ana).post(NEW, {**TYPED, **changes}, **ENGLISH)

    assert (reply.status_code, sentence in reply.text, Meeting.objects.count()) == (422, True, 0)
    assert ['value="El kiosco"' in reply.text, "Toca en el 4" in reply.text, "Contar árboles" in reply.text] == [
        True
    ] * 3


def test_an_end_without_a_day_is_not_lost_in_silence(cast):
    """A day that could not be read is told once, and the hours wait for it."""
    reply = cast.signed_in(cast.ana).post(NEW, {**TYPED, "day": "mañana"}, **ENGLISH)

    assert reply.status_code == 422
    assert ("Say on which day." in reply.text, 'value="10:00"' in reply.text) == (False, True)


def test_a_meeting_is_edited_with_what_is_known_in_its_boxes(cast):
    made, ana = meeting(cast, territory=borough(), phase=phase(cast)), cast.signed_in(cast.ana)

    page = ana.get(address(made, "editar/")).text
    boxes = ('value="2026-03-02"', 'value="12:00"', 'value="14:00"', 'value="Casa de cultura"')
    assert [box in page for box in boxes] == [True] * 4

    reply = ana.post(address(made, "editar/"), TYPED)

    changed = Meeting.objects.get()
    assert (reply.url, changed.place, changed.territory, changed.phase) == (address(made), "El kiosco", None, None)


def test_a_meeting_is_repeated_with_its_sheet_on_another_day(cast):
    made, ana = with_steps(cast), cast.signed_in(cast.ana)
    page = ana.get(address(made, "repetir/")).text
    assert ("Casa de cultura" in page, "2026-03-02" in page) == (True, False)

    reply = ana.post(address(made, "repetir/"), TYPED)

    other = Meeting.objects.get(number=2)
    assert reply.url == address(other)
    assert [step.title for step in other.steps.all()] == [step.title for step in made.steps.all()]
    assert (other.place, other.kind) == ("El kiosco", "workshop")


def test_cancelling_asks_for_the_reason_and_keeps_it(cast):
    made, ana = meeting(cast), cast.signed_in(cast.ana)

    empty = ana.post(address(made, "cancelar/"), {})
    done = ana.post(address(made, "cancelar/"), {"reason_es": HOSTILE})

    assert (empty.status_code, done.status_code, Meeting.objects.get().reason) == (422, 302, {"es": HOSTILE})


def test_a_meeting_is_marked_as_held_and_put_back(cast):
    made, ana = meeting(cast), cast.signed_in(cast.ana)

    states = []
    for path in ("realizado/", "retomar/"):
        assert ana.get(address(made, path)).status_code == 200
        ana.post(address(made, path))
        states.append(Meeting.objects.get().state)

    assert states == ["held", "planned"]


def test_a_refused_button_says_why(cast):
    made = meeting(cast)
    actions.cancel_meeting(made, reason={"es": "Llueve"}, **BY)

    reply = cast.signed_in(cast.ana).post(address(made, "realizado/"), **ENGLISH)

    assert (reply.status_code, "This meeting was cancelled. Put it back on the plan first." in reply.text) == (
        422,
        True,
    )
