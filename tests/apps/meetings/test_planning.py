from datetime import timedelta

import pytest

from tequio.apps.meetings import actions
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Activity, Process
from tequio.apps.record.models import Event
from tequio.apps.thread.models import Knot
from tequio.core.refusals import Refusal
from tests.apps.meetings.making import BY, PLAN, STEPS, came, meeting, phase, with_steps
from tests.people import NOON

LATER = {**BY, "at": NOON + timedelta(days=1)}


def refused(act, *args, **facts):
    with pytest.raises(Refusal) as caught:
        act(*args, **facts)
    return caught.value.code, caught.value.facts


def steps(made):
    return [(step.place, step.minutes, step.title, step.prompts) for step in made.steps.all()]


def verbs():
    return list(Event.objects.order_by("id").values_list("verb", "target"))


def test_a_meeting_has_its_number_its_facts_and_its_knot(cast):
    first, second = meeting(cast), meeting(cast, title={"es": "Otro"})

    kept = Meeting.objects.filter(pk=first.pk).values(*PLAN, "number", "state").get()
    assert kept == {**PLAN, "number": 1, "state": "planned"}
    assert list(Knot.objects.order_by("pk").values_list("ref", "kind", "label", "public")) == [
        ("E1", "meeting", PLAN["title"], True),
        ("E2", "meeting", {"es": "Otro"}, True),
    ]
    assert (second.number, verbs()) == (2, [("meeting.planned", "E1"), ("meeting.planned", "E2")])


def test_empty_languages_are_left_out(cast):
    made = meeting(cast, title={"es": " Plaza ", "en": " "}, purpose={"es": ""})

    assert (made.title, made.purpose) == ({"es": "Plaza"}, {})


def test_a_new_name_reaches_the_thread_and_the_rest_stays(cast):
    made = meeting(cast)

    actions.edit_meeting(made, title={"es": "Taller de sombra"}, **BY)

    assert Knot.objects.get().label == {"es": "Taller de sombra"}
    assert Meeting.objects.get().place == "Casa de cultura"
    assert verbs()[-1] == ("meeting.edited", "E1")


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"ends_at": NOON}, "meeting.ends_before_start", "ends"),
        ({"ends_at": NOON - timedelta(hours=1)}, "meeting.ends_before_start", "ends"),
        ({"starts_at": None}, "meeting.end_without_start", "ends"),
        ({"starts_at": NOON.replace(year=1026), "ends_at": None}, "meeting.year_odd", "day"),
        ({"starts_at": NOON.replace(year=2206), "ends_at": None}, "meeting.year_odd", "day"),
        ({"title": {"es": "  "}}, "meeting.title_needed", "title"),
    ],
)
def test_times_that_cannot_be_and_meetings_without_a_name_are_refused(cast, changes, code, field):
    found, facts = refused(meeting, cast, **changes)

    assert (found, facts["field"], Meeting.objects.count(), Knot.objects.count()) == (code, field, 0, 0)


def test_an_edit_that_is_refused_changes_nothing(cast):
    made = meeting(cast)

    refused(actions.edit_meeting, made, ends_at=NOON, title={"es": "Otro"}, **BY)

    assert Meeting.objects.get().title == PLAN["title"]


def test_a_phase_or_activity_of_another_process_is_refused(cast):
    other = Process.objects.create(space=cast.space, slug="otro", made_at=NOON)
    theirs = other.phases.create(key="fase", place=1)
    activity = Activity.objects.create(process=other, kind="meet", key="juntarse")

    assert refused(meeting, cast, phase=theirs) == ("meeting.other_process", {"field": "phase"})
    assert refused(meeting, cast, activity=activity) == ("meeting.other_process", {"field": "activity"})


def test_ten_focus_groups_share_one_run_sheet(cast):
    first = with_steps(cast, phase=phase(cast))

    for number in range(2, 11):
        actions.duplicate_meeting(first, title={"es": f"Grupo {number}"}, **BY)

    others = Meeting.objects.exclude(pk=first.pk).order_by("number")
    assert [steps(made) for made in others] == [steps(first)] * 9
    assert {(made.kind, made.place, made.phase_id, made.starts_at) for made in others} == {
        ("focus_group", "Casa de cultura", first.phase_id, None)
    }
    assert verbs()[-2:] == [("meeting.planned", "E10"), ("meeting.run_sheet_copied", "E10")]


def test_a_repeated_meeting_has_no_people_notes_or_results(cast):
    first = with_steps(cast)
    came(first, cast.caro)
    actions.add_note(first, body="Secreto", public=True, **BY)
    actions.add_outcome(first, text={"es": "Algo"}, **BY)

    made = actions.duplicate_meeting(first, **BY)

    assert (made.state, made.attendances.count(), made.notes.count(), made.outcomes.count()) == ("planned", 0, 0, 0)


def test_changing_a_copied_sheet_leaves_the_first_one_alone(cast):
    first = with_steps(cast)
    made = actions.duplicate_meeting(first, **BY)

    actions.write_run_sheet(made, lines=STEPS[:1], **BY)

    assert (first.steps.count(), made.steps.count()) == (3, 1)


def test_a_meeting_is_cancelled_with_its_reason_once(cast):
    made = meeting(cast)

    for _ in range(2):
        actions.cancel_meeting(made, reason={"es": "Llueve"}, **BY)

    kept = Meeting.objects.get()
    assert (kept.state, kept.reason) == ("cancelled", {"es": "Llueve"})
    assert verbs() == [("meeting.planned", "E1"), ("meeting.cancelled", "E1")]


def test_nothing_is_cancelled_without_a_reason_or_after_people_came(cast):
    made = meeting(cast)
    assert refused(actions.cancel_meeting, made, reason={"es": " "}, **BY)[0] == "meeting.reason_needed"

    came(made, cast.caro)

    reason = {"es": "Llueve"}
    assert refused(actions.cancel_meeting, made, reason=reason, **BY) == ("meeting.already_held", {"n": 1})
    assert refused(actions.plan_again, made, **BY) == ("meeting.already_held", {"n": 1})


def test_a_cancelled_meeting_can_be_put_back_on_the_plan(cast):
    made = meeting(cast)
    actions.cancel_meeting(made, reason={"es": "Llueve"}, **BY)
    assert refused(actions.mark_held, made, **BY) == ("meeting.cancelled", {})

    actions.plan_again(made, **BY)

    kept = Meeting.objects.get()
    assert (kept.state, kept.reason) == ("planned", {})


def test_a_meeting_is_held_on_its_day_and_not_before(cast):
    made = meeting(cast, starts_at=NOON + timedelta(days=1), ends_at=None)
    day = (NOON + timedelta(days=1)).date()

    assert refused(actions.mark_held, made, **BY) == ("meeting.not_yet", {"day": day})

    for _ in range(2):
        actions.mark_held(made, **LATER)

    assert Meeting.objects.get().state == "held"
    assert [verb for verb, _target in verbs()] == ["meeting.planned", "meeting.held"]


def test_the_day_is_the_one_of_mexico_city(cast):
    """At eight in the evening of 1 March there, it is 2 March in London."""
    evening = NOON.replace(day=2, hour=2)
    made = meeting(cast, starts_at=NOON.replace(day=2, hour=18), ends_at=None)

    assert refused(actions.mark_held, made, **{**BY, "at": evening})[0] == "meeting.not_yet"
