from datetime import date

from tequio.cases.mexico_city import Case
from tequio.core.commitments import CommitmentState, Declared, check_change
from tests.cases.mexico_city.laws import for_every_seed

TODAY = date(2026, 3, 2)


def test_the_commitments_stand_in_every_state(case: Case) -> None:
    assert {each.key: each.state(TODAY) for each in case.commitments} == {
        "commitment-results": CommitmentState.KEPT,
        "commitment-steps": CommitmentState.LATE,
        "commitment-calls": CommitmentState.CHANGED,
        "commitment-volunteers": CommitmentState.DROPPED,
        "commitment-keeper": CommitmentState.OPEN,
    }


def test_the_core_would_accept_every_change(case: Case) -> None:
    for commitment in case.commitments:
        was = Declared.OPEN
        for change in commitment.changes:
            check_change(was, change.after, reason=change.reason["es"])
            was = change.after
        kept = commitment.declared is Declared.KEPT
        check_change(
            was, commitment.declared, reason=(commitment.reason or {}).get("es", ""), kept_on=commitment.closed_on
        )

        assert (was if not kept else Declared.KEPT) == commitment.declared


def test_what_was_changed_or_dropped_says_why(case: Case) -> None:
    told = {each.key for each in case.commitments if each.reason}

    assert told == {"commitment-calls", "commitment-volunteers"}


def test_everything_happened_after_the_survey_and_milestones_after_the_decision(case: Case) -> None:
    last_call = max(response.day for response in case.responses)
    reached = [m.reached_on for commitment in case.commitments for m in commitment.milestones if m.reached_on]

    assert last_call < case.decision.day < min(reached)
    assert len(reached) == 7


@for_every_seed
def test_the_decision_rests_on_comments_that_were_made(case: Case) -> None:
    made = {response.comment for response in case.responses}

    assert set(case.decision.comments) <= made
    assert set(case.decision.prototypes) == {prototype.key for prototype in case.prototypes}
