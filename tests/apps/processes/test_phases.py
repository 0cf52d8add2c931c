from datetime import date

import pytest

from tequio.apps.processes import actions, queries
from tequio.apps.processes.models import Activity as ActivityRow
from tequio.apps.processes.models import Phase
from tequio.core.phases import Activity, Override, Precision, Season, Span, season_span
from tequio.core.phases import Phase as CorePhase
from tequio.core.refusals import Refusal
from tests.apps.processes.here import DOING, people, phase, verbs
from tests.people import Cast

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))
APRIL = Span(date(2026, 4, 1), date(2026, 4, 30))


def order(cast: Cast) -> list[tuple[int, str]]:
    return list(cast.process.phases.values_list("place", "key"))


def test_phases_come_one_after_another_with_keys_of_their_own(cast: Cast) -> None:
    for title in ("Explorar necesidades", "Explorar necesidades", "¿?", "Nueva"):
        phase(cast, title)

    assert order(cast) == [
        (1, "explorar-necesidades"),
        (2, "explorar-necesidades-2"),
        (3, "fase"),
        (4, "nueva-2"),
    ]


def test_a_given_key_is_kept_and_may_not_come_twice(cast: Cast) -> None:
    actions.add_phase(cast.process, title={"es": "Explorar"}, key="explore", **DOING)

    with pytest.raises(Refusal) as refused:
        actions.add_phase(cast.process, title={"es": "Otra"}, key="explore", **DOING)

    assert (refused.value.code, order(cast)) == ("phase.twice", [(1, "explore")])


def test_approximate_dates_are_kept_as_they_are_known(cast: Cast) -> None:
    made = phase(cast, "Explorar", season_span(2021, Season.SUMMER))

    kept = Phase.objects.get(pk=made.pk).to_core()
    assert kept == CorePhase("explorar", Span(date(2021, 6, 1), date(2021, 8, 31), Precision.SEASON))


def test_dates_may_be_set_and_forgotten_again(cast: Cast) -> None:
    made = phase(cast)

    actions.date_phase(made, span=MARCH, **DOING)
    dated = Phase.objects.get(pk=made.pk).to_core().span
    actions.date_phase(made, span=Span(), **DOING)

    assert (dated, Phase.objects.get(pk=made.pk).to_core().span) == (MARCH, Span())
    assert verbs()[1:] == [("phase.dated", "explorar"), ("phase.dated", "explorar")]


def test_a_phase_may_not_end_before_it_starts_and_keeps_its_dates(cast: Cast) -> None:
    made = phase(cast, "Explorar", MARCH)

    with pytest.raises(Refusal) as refused:
        actions.date_phase(made, span=Span(date(2026, 3, 5), date(2026, 3, 4)), **DOING)

    assert (refused.value.code, refused.value.facts) == ("phase.ends_before_start", {"phase": "Explorar"})
    assert Phase.objects.get(pk=made.pk).to_core().span == MARCH


def test_phases_may_overlap_and_come_out_of_order(cast: Cast) -> None:
    phase(cast, "Primera", APRIL)
    phase(cast, "Segunda", MARCH)
    phase(cast, "Tercera", MARCH)

    assert [found.span for found in queries.timeline(cast.process)] == [APRIL, MARCH, MARCH]


def test_phases_change_places_with_their_neighbours(cast: Cast) -> None:
    first, _second, third = (phase(cast, title) for title in ("a", "b", "c"))

    actions.move_phase(third, earlier=True, **DOING)
    once = order(cast)
    actions.move_phase(first, earlier=False, **DOING)

    assert once == [(1, "a"), (2, "c"), (3, "b")]
    assert order(cast) == [(1, "c"), (2, "a"), (3, "b")]


def test_the_first_phase_cannot_come_earlier_nor_the_last_later(cast: Cast) -> None:
    first, last = phase(cast, "a"), phase(cast, "b")
    before = verbs()

    actions.move_phase(first, earlier=True, **DOING)
    actions.move_phase(last, earlier=False, **DOING)

    assert (order(cast), verbs()) == ([(1, "a"), (2, "b")], before)


def test_a_phase_that_is_removed_leaves_no_gap(cast: Cast) -> None:
    _first, second, _third = (phase(cast, title, Span(), Activity.MEET) for title in ("a", "b", "c"))

    actions.remove_phase(second, **DOING)

    assert order(cast) == [(1, "a"), (2, "c")]
    assert [found.opens for found in queries.timeline(cast.process)] == [frozenset({Activity.MEET})] * 2


def test_a_phase_with_people_stays(cast: Cast) -> None:
    made = phase(cast)
    actions.invite(made, people(cast, 2), **DOING)

    with pytest.raises(Refusal) as refused:
        actions.remove_phase(made, **DOING)

    assert refused.value.facts == {"phase": "Explorar", "n": 2}
    assert (refused.value.code, order(cast)) == ("phase.has_people", [(1, "explorar")])


def test_by_hand_wins_over_the_dates(cast: Cast) -> None:
    made = phase(cast, "Explorar", MARCH, Activity.CONTRIBUTE)
    on = date(2026, 3, 2)
    dated = queries.open_activities(cast.process, on)

    actions.override_phase(made, override=Override.CLOSED, **DOING)
    closed = queries.open_activities(cast.process, on)
    actions.override_phase(made, override=None, **DOING)

    assert ([one.kind for one in dated], closed) == (["contribute"], [])
    assert queries.open_activities(cast.process, on) == dated
    assert verbs()[-2:] == [("phase.set_by_hand", "explorar")] * 2


def test_an_activity_that_is_open_in_two_phases_is_open_once(cast: Cast) -> None:
    first, second = phase(cast, "a", MARCH), phase(cast, "b", MARCH)
    made = actions.add_activity(
        cast.process, kind=Activity.MEET, title={"es": "Juntas"}, phases=[first, second], **DOING
    )

    assert queries.open_activities(cast.process, date(2026, 3, 2)) == [made]


def test_who_asks_for_what_is_open_gets_the_phase(cast: Cast, django_assert_num_queries: object) -> None:
    phase(cast, "Explorar", MARCH, Activity.CONTRIBUTE)

    with django_assert_num_queries(2):  # type: ignore[operator]
        found = queries.require_open(cast.process, Activity.CONTRIBUTE, date(2026, 3, 31))

    assert found.key == "explorar"


@pytest.mark.parametrize(
    ("kind", "on", "code"),
    [
        (Activity.CONTRIBUTE, date(2026, 4, 1), "activity.closed"),
        (Activity.CONTRIBUTE, date(2026, 2, 28), "activity.not_yet"),
        (Activity.PRIORITISE, date(2026, 3, 2), "activity.never"),
    ],
)
def test_what_is_not_open_is_refused_with_the_reason(cast: Cast, kind: Activity, on: date, code: str) -> None:
    phase(cast, "Explorar", MARCH, Activity.CONTRIBUTE)

    with pytest.raises(Refusal) as refused:
        queries.require_open(cast.process, kind, on)

    assert refused.value.code == code


def test_what_can_be_done_in_a_phase_is_edited_with_it(cast: Cast) -> None:
    made = phase(cast, "Explorar", MARCH, Activity.MEET, Activity.CONTRIBUTE)
    meet = cast.process.activities.get(kind="meet")

    actions.edit_phase(made, title={"es": "Oír"}, purpose={"es": "Oír más"}, activities=[meet], source="L1", **DOING)

    kept = Phase.objects.get(pk=made.pk)
    assert (kept.key, kept.title, kept.purpose, kept.source) == ("explorar", {"es": "Oír"}, {"es": "Oír más"}, "L1")
    assert kept.to_core().opens == {Activity.MEET}


def test_an_activity_that_is_removed_is_open_nowhere(cast: Cast) -> None:
    phase(cast, "Explorar", MARCH, Activity.MEET)

    key = actions.remove_activity(cast.process.activities.get(), **DOING)

    assert (key, ActivityRow.objects.count()) == ("para-meet", 0)
    assert [found.opens for found in queries.timeline(cast.process)] == [frozenset()]
