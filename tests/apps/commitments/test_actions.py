from datetime import date

import pytest

from tequio.apps.commitments import actions, exports, queries
from tequio.apps.commitments.forms import due_span
from tequio.apps.commitments.models import Change, Commitment, Decision, Milestone
from tequio.apps.record.models import Event
from tequio.core.commitments import CommitmentState, Declared
from tequio.core.phases import Precision, Season, Span, month_span, season_span, year_span
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind
from tests.apps.commitments.made import (
    AS_ANA,
    TODAY,
    TOMORROW,
    YESTERDAY,
    a_commitment,
    a_decision,
    a_milestone,
    changed,
    knot,
    links_into,
    texts,
)
from tests.people import NOON, Cast


def refusal(act) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.code, refused.value.facts


def standing(commitment: Commitment, on: date = TODAY) -> CommitmentState:
    return queries.standing(queries.commitment(commitment.process, commitment.number), on).state


def test_a_decision_rests_on_what_led_to_it(cast: Cast):
    ends = [knot(cast.process, Kind.PROBLEM, "P1"), knot(cast.process, Kind.FEEDBACK, "O2")]
    voice = knot(cast.process, Kind.CONTRIBUTION, "A7")

    decision = a_decision(cast.process, rests_on=ends, evidence=[voice])

    assert (decision.number, decision.decided_on) == (1, YESTERDAY)
    assert links_into("D1") == [("P1", "decided"), ("O2", "decided"), ("A7", "evidence")]


def test_a_decision_that_rests_on_nothing_is_refused(cast: Cast):
    facts = {**texts(), "decided_on": None, "rests_on": []}

    found = refusal(lambda: actions.add_decision(process=cast.process, **facts, **AS_ANA))

    assert found == ("commitments.rests_on_nothing", {"field": "rests_on"})
    assert Decision.objects.count() == 0


@pytest.mark.parametrize("field", ["title", "reasons", "decided_by"])
def test_a_decision_says_what_why_and_who(cast: Cast, field):
    found = refusal(lambda: a_decision(cast.process, **{field: {"es": "  "}}))

    assert found == ("commitments.words_needed", {"field": field})


def test_nothing_was_decided_tomorrow(cast: Cast):
    found = refusal(lambda: a_decision(cast.process, decided_on=TOMORROW))

    assert found == ("commitments.in_the_future", {"field": "decided_on"})


def test_correcting_a_decision_keeps_how_it_read_before(cast: Cast):
    decision = a_decision(cast.process)

    words = texts(title={"es": "Seguir con La Plaza y El Telar"})
    actions.correct_decision(decision=decision, **words, decided_on=TODAY, **AS_ANA)

    found = Decision.objects.get()
    assert (found.title, found.decided_on) == ({"es": "Seguir con La Plaza y El Telar"}, TODAY)
    assert found.earlier == [{"at": NOON.isoformat(), **texts(), "decided_on": "2026-03-01"}]


def test_a_commitment_comes_of_its_decision(cast: Cast):
    commitment = a_commitment(a_decision(cast.process), due=TOMORROW, organization=cast.organization)

    assert (commitment.number, commitment.state, commitment.due) == (1, "open", Span(TOMORROW, TOMORROW))
    assert links_into("C1") == [("D1", "committed")]


@pytest.mark.parametrize(
    ("due", "state"),
    [(None, "open"), (YESTERDAY, "late"), (TODAY, "open"), (TOMORROW, "open")],
)
def test_the_date_alone_makes_a_commitment_late(cast: Cast, due, state):
    commitment = a_commitment(a_decision(cast.process), due=due)

    assert standing(commitment) == state
    assert Commitment.objects.get().state == "open"


def test_an_approximate_date_is_late_when_all_of_it_is_past(cast: Cast):
    commitment = a_commitment(a_decision(cast.process), span=month_span(2026, 2))

    states = [standing(commitment, on) for on in (date(2026, 2, 28), date(2026, 3, 1))]

    assert states == ["open", "late"]


def test_keeping_a_commitment_needs_its_day_and_no_reason(cast: Cast):
    commitment = a_commitment(a_decision(cast.process), due=TODAY)

    found = refusal(lambda: changed(commitment, Declared.KEPT))
    changed(commitment, Declared.KEPT, "", on=YESTERDAY)

    assert found == ("commitment.date_needed", {})
    assert (standing(commitment), Commitment.objects.get().closed_on) == ("kept", YESTERDAY)


def test_kept_after_its_date_is_kept_and_told_to_be_late(cast: Cast):
    commitment = a_commitment(a_decision(cast.process), due=date(2026, 2, 1))

    changed(commitment, Declared.KEPT, on=YESTERDAY)

    found = queries.standing(queries.commitment(cast.process, 1), TODAY)
    assert (found.state, found.late) == ("kept", True)


@pytest.mark.parametrize("becomes", [Declared.CHANGED, Declared.DROPPED])
def test_nothing_is_changed_or_dropped_without_a_reason(cast: Cast, becomes):
    commitment = a_commitment(a_decision(cast.process))

    found = refusal(lambda: changed(commitment, becomes, "  "))

    assert found == ("commitment.reason_needed", {})
    assert (Commitment.objects.get().state, Change.objects.count()) == ("open", 0)


def test_what_was_kept_is_not_taken_back_without_a_reason(cast: Cast):
    commitment = a_commitment(a_decision(cast.process))
    changed(commitment, Declared.KEPT, on=TODAY)

    found = refusal(lambda: changed(commitment, Declared.OPEN, ""))

    assert found == ("commitment.reason_needed", {})


def test_nothing_was_kept_tomorrow(cast: Cast):
    commitment = a_commitment(a_decision(cast.process))

    assert refusal(lambda: changed(commitment, Declared.KEPT, on=TOMORROW)) == (
        "commitments.in_the_future",
        {"field": "on"},
    )


@pytest.mark.parametrize("state", [Declared.OPEN, Declared.DROPPED])
def test_what_stands_like_that_already_does_not_change(cast: Cast, state):
    commitment = a_commitment(a_decision(cast.process))
    if state is not Declared.OPEN:
        changed(commitment, state)
    before = Change.objects.count()

    found = refusal(lambda: changed(commitment, state))

    assert (found, Change.objects.count()) == (("commitments.same_state", {"field": "becomes"}), before)


def test_a_change_of_what_is_promised_keeps_what_was_promised(cast: Cast):
    commitment = a_commitment(a_decision(cast.process), "Cada semana", due=YESTERDAY)

    due = season_span(2026, Season.AUTUMN)
    changed(commitment, Declared.CHANGED, "Era demasiado.", title={"es": "Cada quince días"}, due=due)

    found = Commitment.objects.get()
    was = {"title": {"es": "Cada semana"}, "due_start": "2026-03-01", "due_end": "2026-03-01", "precision": "day"}
    assert (found.title, found.due, found.reason) == ({"es": "Cada quince días"}, due, {"es": "Era demasiado."})
    assert list(Change.objects.values("before", "after", "reason", "was", "kept_on")) == [
        {"before": "open", "after": "changed", "reason": {"es": "Era demasiado."}, "was": was, "kept_on": None}
    ]


def test_only_a_change_replaces_what_is_promised(cast: Cast):
    commitment = a_commitment(a_decision(cast.process), "Cada semana")

    changed(commitment, Declared.DROPPED, title={"es": "Nunca"}, due=Span(TODAY, TODAY))

    assert (Commitment.objects.get().title, Change.objects.get().was) == ({"es": "Cada semana"}, {})


def test_every_change_stays_in_the_history(cast: Cast):
    commitment = a_commitment(a_decision(cast.process))

    changed(commitment, Declared.CHANGED, "Uno.")
    changed(commitment, Declared.CHANGED, "Dos.")
    changed(commitment, Declared.KEPT, "Tres.", on=TODAY)
    changed(commitment, Declared.OPEN, "Faltaba algo.")
    changed(commitment, Declared.DROPPED, "Ya no.")

    found = [(one.before, one.after, one.reason["es"]) for one in queries.changes_of(commitment)]
    assert found == [
        ("open", "changed", "Uno."),
        ("changed", "changed", "Dos."),
        ("changed", "kept", "Tres."),
        ("kept", "open", "Faltaba algo."),
        ("open", "dropped", "Ya no."),
    ]
    assert Commitment.objects.values_list("state", "closed_on").get() == ("dropped", TODAY)


def test_a_change_is_in_the_record(cast: Cast):
    commitment = a_commitment(a_decision(cast.process))

    changed(commitment, Declared.DROPPED, "Ya no.")

    event = Event.objects.first()
    assert (event.verb, event.target, event.facts) == (
        "commitment.changed",
        "C1",
        {"before": "open", "after": "dropped"},
    )


def test_a_milestone_reports_on_its_commitment(cast: Cast):
    commitment = a_commitment(a_decision(cast.process))

    milestone = a_milestone(commitment, reached_on=TODAY, note={"es": "En papel."}, evidence="https://example.org/h")

    assert (milestone.number, milestone.reached_on, milestone.note) == (1, TODAY, {"es": "En papel."})
    assert links_into("H1") == [("C1", "reported")]


def test_a_step_is_reached_once_and_what_was_said_stays(cast: Cast):
    milestone = a_milestone(a_commitment(a_decision(cast.process)), note={"es": "Falta poco."})

    reach = {"milestone": milestone, "reported_by": cast.organization, **AS_ANA}
    actions.reach_milestone(**reach, reached_on=YESTERDAY, note={"es": "Listo."})
    found = refusal(lambda: actions.reach_milestone(**reach, reached_on=TODAY, note={"es": "Otra cosa."}))

    assert found == ("commitments.reached_already", {})
    assert Milestone.objects.values_list("reached_on", "note", "reported_by").get() == (
        YESTERDAY,
        {"es": "Listo."},
        cast.organization.pk,
    )


def test_no_step_was_reached_tomorrow(cast: Cast):
    commitment = a_commitment(a_decision(cast.process))
    milestone = a_milestone(commitment)

    codes = [
        refusal(lambda: a_milestone(commitment, reached_on=TOMORROW)),
        refusal(lambda: actions.reach_milestone(milestone=milestone, reached_on=TOMORROW, note={}, **AS_ANA)),
    ]

    assert codes == [("commitments.in_the_future", {"field": "reached_on"})] * 2


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//example.org", "hoja"])
def test_only_addresses_of_pages_are_evidence(cast: Cast, link):
    commitment = a_commitment(a_decision(cast.process))

    found = refusal(lambda: a_milestone(commitment, evidence=link))

    assert (found, Milestone.objects.count()) == (("commitments.not_a_link", {"field": "evidence"}), 0)


def test_the_board_counts_every_state_as_it_stands_on_the_day(cast: Cast, django_assert_num_queries):
    decision = a_decision(cast.process)
    for due in (YESTERDAY, TOMORROW, None):
        a_commitment(decision, due=due)
    changed(a_commitment(decision, due=YESTERDAY), Declared.KEPT, on=TODAY)
    changed(a_commitment(decision, due=YESTERDAY), Declared.DROPPED)
    changed(a_commitment(decision, due=TOMORROW), Declared.CHANGED)

    with django_assert_num_queries(1):
        found = queries.board(cast.process, TODAY)

    assert found == queries.Board(6, {"open": 2, "kept": 1, "late": 1, "changed": 1, "dropped": 1})


def test_the_board_of_a_process_without_commitments_is_all_zeros(cast: Cast):
    assert queries.board(cast.process, TODAY) == queries.Board(0, dict.fromkeys(CommitmentState, 0))


def test_how_many_steps_were_reached_is_counted_apart_for_each_commitment(cast: Cast):
    decision = a_decision(cast.process)
    first, second = a_commitment(decision), a_commitment(decision)
    a_milestone(first, reached_on=TODAY)
    a_milestone(first)
    a_milestone(second)

    found = [(one.reached, one.steps) for one in queries.promised_in(decision, TODAY)]

    assert found == [(1, 2), (0, 1)]


@pytest.mark.parametrize(
    ("precision", "span"),
    [
        ("day", Span(date(2027, 1, 15), date(2027, 1, 15))),
        ("month", month_span(2027, 1)),
        ("season", season_span(2026, Season.WINTER)),
        ("year", year_span(2027)),
        ("unknown", Span()),
    ],
)
def test_a_day_stands_for_as_much_as_is_known(precision, span):
    assert due_span(date(2027, 1, 15), precision) == span


def test_without_a_day_nothing_is_known(cast: Cast):
    assert due_span(None, Precision.MONTH) == Span()


@pytest.mark.parametrize(("ref", "code"), [("A99", "commitments.no_such_ref"), ("E2", "commitments.cannot_lead")])
def test_a_code_that_cannot_lead_to_a_decision_is_refused_by_name(cast: Cast, ref, code):
    knot(cast.process, Kind.MEETING, "E2")

    found = refusal(lambda: queries.knots_named(cast.process, [ref], LinkKind.DECIDED, "rests_on"))

    assert found == (code, {"ref": ref, "field": "rests_on"})


def test_every_row_of_every_table_has_a_cell_for_each_column(cast: Cast):
    commitment = a_commitment(a_decision(cast.process), due=YESTERDAY, organization=cast.organization)
    a_milestone(commitment, reached_on=TODAY, reported_by=cast.organization)
    changed(commitment, Declared.CHANGED, title={"es": "Otra cosa"})

    found = exports.tables(cast.process, TODAY)

    assert [(one.name, [len(row) - len(one.columns) for row in one.rows]) for one in found] == [
        ("decisions", [0]),
        ("commitments", [0]),
        ("commitment_changes", [0]),
        ("milestones", [0]),
    ]
    row = dict(zip(found[1].columns, found[1].rows[0], strict=True))
    assert (row["state"], row["on"], row["organization"]) == ("late", "2026-03-02", "Vecinas del Parque")
