from collections import Counter

from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.meetings import MeetingKind
from tests.cases.mexico_city.laws import for_every_seed


@for_every_seed
def test_two_focus_groups_were_held_in_each_area_for_people_of_that_area(case: Case) -> None:
    groups = [meeting for meeting in case.meetings if meeting.kind is MeetingKind.FOCUS_GROUP]
    areas = {each.code: each.area for each in case.participants}

    assert Counter(meeting.area for meeting in groups) == dict.fromkeys("ABCDE", 2)
    assert all({areas[code] for code in meeting.attendance} == {meeting.area} for meeting in groups)


@for_every_seed
def test_everybody_of_phase_1_was_at_one_focus_group_of_three_people_or_more(case: Case) -> None:
    groups = [meeting for meeting in case.meetings if meeting.kind is MeetingKind.FOCUS_GROUP]
    present = Counter(code for meeting in groups for code in meeting.attendance)

    assert present == {each.code: 1 for each in case.participants if each.joined == "explore"}
    assert min(len(meeting.attendance) for meeting in groups) >= 3


@for_every_seed
def test_days_lie_in_the_documented_periods_and_in_the_order_of_the_phases(case: Case) -> None:
    days = [meeting.day for meeting in case.meetings]
    outside = []
    for meeting in case.meetings:
        span = case.facts.process.phase(meeting.phase).period.span
        if (span.start and meeting.day < span.start) or (span.end and meeting.day > span.end):
            outside.append(meeting.key)

    assert outside == []
    assert days == sorted(set(days))


@for_every_seed
def test_codesign_lies_between_the_capacity_workshops_and_the_calls(case: Case) -> None:
    days = {phase: [m.day for m in case.meetings if m.phase == phase] for phase in ("build", "codesign")}

    assert max(days["build"]) < min(days["codesign"])
    assert max(version.day for p in case.prototypes for version in p.versions) < min(r.day for r in case.responses)


def test_capacity_workshops_are_on_the_three_documented_topics_and_answer_themes(case: Case) -> None:
    workshops = [meeting for meeting in case.meetings if meeting.phase == "build"]
    themes = {theme.key for theme in case.themes}

    assert Counter(meeting.topic for meeting in workshops) == {"organisation": 4, "resources": 3, "tools": 3}
    assert all(meeting.from_themes and set(meeting.from_themes) <= themes for meeting in workshops)


def test_every_meeting_has_a_run_sheet_of_an_hour_and_a_half_or_two(case: Case) -> None:
    assert {
        meeting.phase: {m.minutes for m in case.meetings if m.phase == meeting.phase} for meeting in case.meetings
    } == {
        "explore": {105},
        "build": {90},
        "codesign": {120},
    }


@for_every_seed
def test_no_more_people_learnt_something_than_were_present(case: Case) -> None:
    said = [(outcome.people, len(meeting.attendance)) for meeting in case.meetings for outcome in meeting.outcomes]

    assert [pair for pair in said if not 1 <= pair[0] <= pair[1]] == []
    assert len(said) == 24


@for_every_seed
def test_fifteen_opened_and_closed_the_codesign(case: Case) -> None:
    present = [len(meeting.attendance) for meeting in case.meetings if meeting.phase == "codesign"]

    assert present == [15, 13, 15]
