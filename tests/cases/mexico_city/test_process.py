import re
from datetime import date
from fractions import Fraction

import pytest

from tequio.cases.mexico_city import facts, template
from tequio.cases.mexico_city.process import Origin, Result
from tequio.core.phases import Activity, Season, Span, check_timeline, month_span, out_of_order, season_span, through
from tequio.core.phases import Phase as CorePhase

PROCESS = facts().process


def test_the_phases_have_the_documented_dates_and_the_third_has_none() -> None:
    spans = {phase.key: phase.period.span for phase in PROCESS.phases}

    assert spans == {
        "explore": through(month_span(2020, 8), month_span(2021, 1)),
        "build": season_span(2021, Season.SUMMER),
        "codesign": Span(),
        "feedback": month_span(2021, 12),
    }


def test_the_counts_are_the_documented_ones() -> None:
    counts = {(phase.key, count.key): count.value for phase in PROCESS.phases for count in phase.counts}

    assert counts == {
        ("explore", "meetings"): 10,
        ("explore", "participants"): 50,
        ("explore", "boroughs"): 16,
        ("build", "meetings"): 10,
        ("build", "invited"): 50,
        ("build", "participants"): None,
        ("codesign", "organisations"): 15,
        ("codesign", "meetings"): 3,
        ("codesign", "prototypes"): 2,
        ("feedback", "respondents"): 51,
    }


def test_the_total_of_workshops_is_their_sum() -> None:
    summed = sum(PROCESS.number(phase, "meetings") for phase in ("explore", "build", "codesign"))

    assert [total.value for total in PROCESS.totals] == [summed] == [23]


def test_the_core_takes_the_phases_as_a_timeline_in_order() -> None:
    phases = [
        CorePhase(phase.key, phase.period.span, frozenset(a.kind for a in PROCESS.activities if phase.key in a.open_in))
        for phase in PROCESS.phases
    ]

    check_timeline(phases)

    assert out_of_order(phases) == []
    assert frozenset[Activity]().union(*(phase.opens for phase in phases)) == set(Activity) - {Activity.ANSWER}


def test_activities_are_open_in_phases_that_exist() -> None:
    keys = {phase.key for phase in PROCESS.phases}

    assert {key for activity in PROCESS.activities for key in activity.open_in} == keys


def test_what_is_ours_says_so_and_what_is_documented_names_a_line() -> None:
    said = [
        *((count.origin, count.source) for phase in PROCESS.phases for count in phase.counts),
        *((phase.period.origin, phase.period.source) for phase in PROCESS.phases),
        *((activity.origin, activity.source) for activity in PROCESS.activities),
        (PROCESS.limits.origin, PROCESS.limits.source),
        (PROCESS.mode.origin, PROCESS.mode.source),
    ]

    unsourced = [source for origin, source in said if origin is not Origin.OURS and not re.match(r"00\d:L\d+", source)]

    assert unsourced == []
    assert {source for origin, source in said if origin is Origin.OURS} == {"tequio"}


@pytest.mark.parametrize("result", PROCESS.results, ids=lambda result: result.key)
def test_every_reading_of_a_fraction_is_a_whole_number_beside_it(result: Result) -> None:
    fraction = Fraction(*result.fraction)

    far = [reading for reading in result.readings if abs(reading.count - fraction * reading.of) >= 1]

    assert far == []
    assert all((fraction * reading.of).denominator > 1 for reading in result.readings)


def test_the_readings_are_those_of_the_checks() -> None:
    assert {result.key: [(r.count, r.of) for r in result.readings] for result in PROCESS.results} == {
        "needs_met": [(38, 51), (39, 51), (11, 15), (12, 15)],
        "interested": [(45, 51), (46, 51)],
        "cso_role": [(25, 51), (26, 51)],
        "felt_empowered": [(11, 15), (12, 15)],
    }


def test_the_template_has_the_same_phases_without_dates_and_leads_people_on() -> None:
    phases = template().phases

    assert [phase.key for phase in phases] == [phase.key for phase in PROCESS.phases]
    assert [phase.invites_from for phase in phases] == [None, "explore", "build", "codesign"]
    assert {a.kind for phase in phases for a in phase.activities} == {a.kind for a in PROCESS.activities}


def test_every_run_sheet_that_the_template_names_is_there_and_has_timed_steps() -> None:
    named = {a.run_sheet for phase in template().phases for a in phase.activities if a.run_sheet}

    assert {key: template().run_sheet(key).minutes for key in sorted(named)} == {
        "capacity_workshop": 90,
        "codesign_workshop": 120,
        "feedback_call": 20,
        "focus_group": 105,
    }


def test_the_period_of_the_undated_phase_says_that_it_is_worked_out() -> None:
    period = PROCESS.phase("codesign").period

    assert (period.origin, period.start, period.end) == (Origin.CALCULATED, None, None)
    assert PROCESS.phase("build").period.span.end == date(2021, 8, 31)
