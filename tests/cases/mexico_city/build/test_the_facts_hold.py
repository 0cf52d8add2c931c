from collections import Counter

import pytest
from django.db.models import Sum
from django.utils.timezone import localdate

from tequio.apps.meetings.models import Attendance, Meeting
from tequio.apps.processes.models import Invitation, Participant
from tequio.apps.solutions.models import Prototype, Response
from tequio.apps.territories.models import Population
from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.journey import Invitation as Told
from tests.demo import Demo

pytestmark = pytest.mark.django_db


def test_the_built_totals_are_the_documented_ones(demo: Demo) -> None:
    first = Participant.objects.filter(process=demo.platform, wave="W1")
    meetings = Meeting.objects.filter(process=demo.platform)
    codesigned = Attendance.objects.filter(meeting__process=demo.platform, meeting__phase__key="codesign", state="came")

    counted = {
        "focus groups": meetings.filter(phase__key="explore", kind="focus_group").count(),
        "participants of phase 1": first.count(),
        "organisations of phase 1": first.values("organization").distinct().count(),
        "boroughs of phase 1": first.values("territory").distinct().count(),
        "capacity workshops": meetings.filter(phase__key="build", kind="workshop").count(),
        "invited to phase 2": Invitation.objects.filter(phase__process=demo.platform, phase__key="build").count(),
        "co-design workshops": meetings.filter(phase__key="codesign").count(),
        "organisations that co-designed": codesigned.values("participant__organization").distinct().count(),
        "prototypes": Prototype.objects.filter(process=demo.platform).count(),
        "responses": Response.objects.filter(feedback__process=demo.platform).count(),
        "workshops and focus groups": meetings.filter(state="held").count(),
    }

    assert counted == {
        "focus groups": 10,
        "participants of phase 1": 50,
        "organisations of phase 1": 50,
        "boroughs of phase 1": 16,
        "capacity workshops": 10,
        "invited to phase 2": 50,
        "co-design workshops": 3,
        "organisations that co-designed": 15,
        "prototypes": 2,
        "responses": 51,
        "workshops and focus groups": 23,
    }


def test_every_area_met_twice(demo: Demo) -> None:
    groups = Meeting.objects.filter(process=demo.platform, kind="focus_group")

    met = Counter(groups.values_list("territory__name", flat=True))

    assert met == {"Zona A": 2, "Zona B": 2, "Zona C": 2, "Zona D": 2, "Zona E": 2}


def test_the_boroughs_add_up_to_the_city(demo: Demo) -> None:
    boroughs = Population.objects.filter(territory__kind="borough", edition="2020")

    added = dict(boroughs.order_by().values_list("group").annotate(Sum("people")))

    assert added == {"total": 9_209_944, "women": 4_805_017, "men": 4_404_927}
    assert boroughs.values("territory").distinct().count() == 16


def test_the_phases_have_the_dates_that_are_known_and_no_others(demo: Demo) -> None:
    phases = demo.platform.phases.values_list("key", "start", "end", "precision")

    found = {key: (str(start), str(end), precision) for key, start, end, precision in phases}

    assert found == {
        "explore": ("2020-08-01", "2021-01-31", "month"),
        "build": ("2021-06-01", "2021-08-31", "season"),
        "codesign": ("None", "None", "day"),
        "feedback": ("2021-12-01", "2021-12-31", "month"),
    }


def test_everybody_was_carried_on_as_the_case_tells(demo: Demo) -> None:
    invitations = Invitation.objects.filter(phase__process=demo.platform)
    rows = invitations.select_related("participant", "phase", "carried_from")

    built = {_row(each) for each in rows}

    assert built == {_told(each) for each in demo.case.invitations}
    assert len(rows) == len(demo.case.invitations)


def _row(found: Invitation) -> tuple[str, str, str | None, str]:
    before = found.carried_from.key if found.carried_from else None
    return str(found.participant.code), found.phase.key, before, found.state


def _told(told: Told) -> tuple[str, str, str | None, str]:
    return told.participant, told.phase, told.carried_from, str(told.state)


def test_people_and_what_they_say_of_themselves_are_as_the_case_tells(demo: Demo) -> None:
    people = Participant.objects.filter(process=demo.platform).select_related("organization", "territory")

    built = {
        str(each.code): (each.organization.name, each.territory.code, each.attributes, each.speaks_for)
        for each in people
    }

    assert built == _people(demo.case)


def _people(case: Case) -> dict[str, tuple[str, str, dict[str, str], str]]:
    names = {each.key: each.name for each in case.organisations}
    said = {
        each.code: {key: band for key, band in (("gender", each.gender), ("age", each.age)) if band != "not_reported"}
        for each in case.participants
    }
    return {
        each.code: (names[each.organisation], each.borough, said[each.code], "organization")
        for each in case.participants
    }


def test_meetings_are_on_their_days_with_who_came_and_a_run_sheet(demo: Demo) -> None:
    meetings = Meeting.objects.filter(process=demo.platform).order_by("number")

    built = [
        (
            localdate(each.starts_at),
            sum(step.minutes for step in each.steps.all()),
            {str(row.participant) for row in each.attendances.select_related("participant")},
        )
        for each in meetings
    ]

    assert built == [(told.day, told.minutes, set(told.attendance)) for told in demo.case.meetings]
