from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.phases import (
    Activity,
    Override,
    Phase,
    PhaseState,
    Precision,
    Season,
    Span,
    check_phase,
    check_timeline,
    is_open,
    month_span,
    open_phases,
    out_of_order,
    require_open,
    season_span,
    state,
    through,
    year_span,
)
from tequio.core.refusals import Refusal
from tests.core.refused import refusal_of

NEEDS = Phase("needs", through(month_span(2020, 8), month_span(2021, 1)), frozenset({Activity.CONTRIBUTE}))
CAPACITY = Phase("capacity", season_span(2021, Season.SUMMER), frozenset({Activity.MEET}))
PROTOTYPES = Phase("prototypes", Span(), frozenset({Activity.CODESIGN}))
FEEDBACK = Phase("feedback", month_span(2021, 12), frozenset({Activity.FEEDBACK}))
MEXICO_CITY = [NEEDS, CAPACITY, PROTOTYPES, FEEDBACK]

DAYS = st.dates(date(2020, 1, 1), date(2023, 12, 31))


@st.composite
def spans(draw):
    start, end = sorted((draw(DAYS), draw(DAYS)))
    return Span(
        draw(st.sampled_from([start, None])), draw(st.sampled_from([end, None])), draw(st.sampled_from(Precision))
    )


@st.composite
def phases(draw, key):
    opens = draw(st.frozensets(st.sampled_from(Activity)))
    return Phase(key, draw(spans()), opens, draw(st.sampled_from([None, *Override])))


@st.composite
def timelines(draw):
    keys = draw(st.lists(st.text("abcdef", min_size=1, max_size=3), unique=True, max_size=6))
    return [draw(phases(key)) for key in keys]


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        (month_span(2021, 12), date(2021, 12, 1), date(2021, 12, 31)),
        (month_span(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (month_span(2023, 2), date(2023, 2, 1), date(2023, 2, 28)),
        (season_span(2021, Season.SPRING), date(2021, 3, 1), date(2021, 5, 31)),
        (season_span(2021, Season.SUMMER), date(2021, 6, 1), date(2021, 8, 31)),
        (season_span(2021, Season.AUTUMN), date(2021, 9, 1), date(2021, 11, 30)),
        (season_span(2023, Season.WINTER), date(2023, 12, 1), date(2024, 2, 29)),
        (year_span(2027), date(2027, 1, 1), date(2027, 12, 31)),
    ],
)
def test_approximate_spans_hold_whole_months(span, start, end):
    assert (span.start, span.end, span.approximate) == (start, end, True)


@given(st.integers(1900, 2100))
def test_four_seasons_follow_each_other_without_a_gap(year):
    seasons = [season_span(year, season) for season in Season]

    starts = [span.start for span in seasons] + [season_span(year + 1, Season.SPRING).start]

    assert [span.end + timedelta(days=1) for span in seasons] == starts[1:]


@given(st.integers(1900, 2100))
def test_twelve_months_make_a_year(year):
    months = [month_span(year, month) for month in range(1, 13)]

    assert sum((m.end - m.start).days + 1 for m in months) == (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert (months[0].start, months[-1].end) == (year_span(year).start, year_span(year).end)


def test_a_span_through_two_others_is_as_vague_as_the_vaguer():
    span = through(month_span(2020, 8), season_span(2021, Season.SPRING))

    assert span == Span(date(2020, 8, 1), date(2021, 5, 31), Precision.SEASON)


def test_a_day_is_not_approximate():
    assert Span(date(2027, 3, 1), date(2027, 3, 1)).approximate is False


def test_a_phase_may_last_one_day_but_not_end_before_it_starts():
    backwards = Phase("visit", Span(date(2027, 3, 2), date(2027, 3, 1)))

    check_phase(Phase("visit", Span(date(2027, 3, 1), date(2027, 3, 1))))

    assert refusal_of(check_phase, backwards) == ("phase.ends_before_start", {"phase": "visit"})
    assert refusal_of(check_timeline, [NEEDS, backwards]) == ("phase.ends_before_start", {"phase": "visit"})


def test_two_phases_with_one_key_are_refused():
    assert refusal_of(check_timeline, [NEEDS, CAPACITY, NEEDS]) == ("phase.twice", {"phase": "needs"})


@given(timelines())
def test_any_timeline_with_different_keys_and_sound_spans_passes_even_when_phases_overlap(timeline):
    assert check_timeline(timeline) is None


def test_the_listed_order_of_the_mexico_city_phases_agrees_with_their_dates():
    assert out_of_order(MEXICO_CITY) == []


def test_a_phase_listed_before_one_that_surely_began_earlier_is_named_with_it():
    assert out_of_order([FEEDBACK, PROTOTYPES, NEEDS, CAPACITY]) == [("feedback", "needs"), ("feedback", "capacity")]


@pytest.mark.parametrize(
    ("first", "later", "warned"),
    [
        (Span(date(2021, 6, 2), None), Span(date(2021, 6, 1), None), True),
        (Span(date(2021, 6, 2), None), month_span(2021, 6), False),
        (Span(date(2021, 7, 1), None), month_span(2021, 6), True),
        (Span(date(2021, 8, 31), None), season_span(2021, Season.SUMMER), False),
        (Span(date(2021, 9, 1), None), season_span(2021, Season.SUMMER), True),
        (Span(date(2021, 12, 31), None), year_span(2021), False),
        (Span(date(2022, 1, 1), None), year_span(2021), True),
        (Span(None, date(2021, 1, 1)), year_span(2020), False),
        (Span(date(2021, 1, 1), None), Span(None, date(2020, 1, 1)), False),
    ],
)
def test_an_approximate_start_contradicts_the_order_only_when_no_day_of_it_would_fit(first, later, warned):
    pairs = out_of_order([Phase("a", first), Phase("b", later)])

    assert pairs == ([("a", "b")] if warned else [])


@given(timelines())
def test_phases_sorted_by_start_are_never_out_of_order(timeline):
    dated = sorted((p for p in timeline if p.span.start), key=lambda p: p.span.start)

    assert out_of_order(dated) == []


@pytest.mark.parametrize(
    ("phase", "on", "expected"),
    [
        (FEEDBACK, date(2021, 11, 30), PhaseState.COMING),
        (FEEDBACK, date(2021, 12, 1), PhaseState.NOW),
        (FEEDBACK, date(2021, 12, 31), PhaseState.NOW),
        (FEEDBACK, date(2022, 1, 1), PhaseState.PAST),
        (PROTOTYPES, date(2021, 10, 1), PhaseState.UNDATED),
        (Phase("open-ended", Span(date(2021, 1, 1), None)), date(2020, 12, 31), PhaseState.COMING),
        (Phase("open-ended", Span(date(2021, 1, 1), None)), date(2031, 1, 1), PhaseState.NOW),
        (Phase("until", Span(None, date(2021, 1, 1))), date(2021, 1, 1), PhaseState.UNDATED),
        (Phase("until", Span(None, date(2021, 1, 1))), date(2021, 1, 2), PhaseState.PAST),
    ],
)
def test_dates_say_where_a_phase_stands_and_both_ends_belong_to_it(phase, on, expected):
    assert state(phase, on) == expected


@pytest.mark.parametrize(
    ("span", "override", "expected"),
    [
        (Span(), Override.OPEN, PhaseState.NOW),
        (Span(), Override.CLOSED, PhaseState.PAST),
        (month_span(2021, 12), Override.OPEN, PhaseState.NOW),
        (month_span(2021, 10), Override.CLOSED, PhaseState.PAST),
        (month_span(2021, 12), Override.CLOSED, PhaseState.COMING),
        (month_span(2021, 9), Override.OPEN, PhaseState.NOW),
        (month_span(2021, 9), Override.CLOSED, PhaseState.PAST),
    ],
)
def test_what_facilitators_set_by_hand_wins_over_the_dates(span, override, expected):
    assert state(Phase("p", span, override=override), date(2021, 10, 15)) == expected


@given(timelines(), DAYS)
def test_open_phases_are_those_that_stand_at_now_in_the_order_listed(timeline, on):
    found = open_phases(timeline, on)

    assert found == [p for p in timeline if state(p, on) is PhaseState.NOW]


@given(timelines(), st.sets(st.text("abc", min_size=1, max_size=3)), DAYS)
def test_an_activity_is_open_exactly_when_a_phase_it_names_is(timeline, open_in, on):
    assert is_open(open_in, timeline, on) == bool(open_in & {p.key for p in open_phases(timeline, on)})


@given(timelines(), st.sampled_from(Activity), DAYS)
def test_the_phase_that_allows_an_activity_is_the_first_open_one_and_refusals_fit_the_states(timeline, activity, on):
    states = [state(p, on) for p in timeline if activity in p.opens]
    allowing = [p for p in open_phases(timeline, on) if activity in p.opens]

    try:
        answer = require_open(timeline, activity, on)
    except Refusal as refusal:
        answer = refusal.code

    if allowing:
        expected = allowing[0]
    elif PhaseState.COMING in states:
        expected = "activity.not_yet"
    elif PhaseState.UNDATED in states:
        expected = "activity.no_date_yet"
    else:
        expected = "activity.closed" if states else "activity.never"
    assert answer == expected


def test_too_early_says_the_first_day_and_that_it_is_approximate():
    later = Phase("later", Span(date(2022, 5, 4), date(2022, 5, 9)), frozenset({Activity.FEEDBACK}))

    refusal = refusal_of(require_open, [later, *MEXICO_CITY], Activity.FEEDBACK, date(2021, 3, 1))

    assert refusal == (
        "activity.not_yet",
        {
            "activity": Activity.FEEDBACK,
            "opens": date(2021, 12, 1),
            "approximate": True,
            "precision": Precision.MONTH,
        },
    )


def test_too_early_for_an_exact_day_says_so():
    later = Phase("later", Span(date(2022, 5, 4), date(2022, 5, 9)), frozenset({Activity.REPORT}))

    _, facts = refusal_of(require_open, [later], Activity.REPORT, date(2022, 5, 3))

    assert (facts["opens"], facts["approximate"], facts["precision"]) == (date(2022, 5, 4), False, Precision.DAY)


@pytest.mark.parametrize(
    ("activity", "code"),
    [
        (Activity.CODESIGN, "activity.no_date_yet"),
        (Activity.CONTRIBUTE, "activity.closed"),
        (Activity.PRIORITISE, "activity.never"),
    ],
)
def test_what_is_not_open_says_why(activity, code):
    assert refusal_of(require_open, MEXICO_CITY, activity, date(2021, 10, 1)) == (code, {"activity": activity})


def test_an_undated_phase_is_open_once_facilitators_open_it():
    opened = Phase("prototypes", Span(), frozenset({Activity.CODESIGN}), Override.OPEN)

    assert require_open([NEEDS, opened], Activity.CODESIGN, date(2021, 10, 1)) == opened
