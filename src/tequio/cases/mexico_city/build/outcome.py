"""The invented end: a decision, what was promised, and what became of it."""

from tequio.apps.commitments import actions
from tequio.apps.commitments.models import Commitment, Decision
from tequio.apps.publishing import actions as publishing
from tequio.apps.publishing.models import Report
from tequio.apps.solutions.models import Feedback
from tequio.cases.mexico_city.build.problems import Problems
from tequio.cases.mexico_city.build.prototypes import Designed
from tequio.cases.mexico_city.build.story import Story, moment
from tequio.cases.mexico_city.outcome import Commitment as Told
from tequio.cases.mexico_city.outcome import Milestone
from tequio.core.commitments import Declared
from tequio.core.phases import Span
from tequio.core.thread import Kind


def decide(story: Story, problems: Problems, designed: Designed, feedback: Feedback) -> Decision:
    told = story.case.decision
    rests_on = {
        Kind.PROBLEM: [problems[told.problem].pk],
        Kind.PROTOTYPE: [designed.prototypes[key].pk for key in told.prototypes],
        Kind.FEEDBACK: [feedback.pk],
    }
    return actions.add_decision(
        process=story.process,
        title=told.name,
        text=told.words,
        reasons=told.reasons,
        decided_by=told.who,
        decided_on=told.day,
        rests_on=[knot for kind, ids in rests_on.items() for knot in story.knots(kind, ids)],
        synthetic=told.synthetic,
        by=story.by,
        at=moment(told.day),
    )


def promise(story: Story, decision: Decision) -> list[Commitment]:
    return [_kept_track_of(story, told, decision) for told in story.case.commitments]


def _kept_track_of(story: Story, told: Told, decision: Decision) -> Commitment:
    """As it was promised first, then each change with its reason and date."""
    commitment = _promised(story, told, decision)
    for change in told.changes:
        changed = {"title": told.words, "due": Span(told.due, told.due)} if change.after is Declared.CHANGED else {}
        actions.change_commitment(
            commitment=commitment,
            becomes=change.after,
            reason=change.reason,
            on=change.day,
            **changed,  # type: ignore[arg-type]
            by=story.by,
            at=moment(change.day),
        )
    if told.declared is Declared.KEPT and told.closed_on:
        done, at = told.closed_on, moment(told.closed_on)
        actions.change_commitment(commitment=commitment, becomes=told.declared, reason={}, on=done, by=story.by, at=at)
    for milestone in told.milestones:
        _step(story, milestone, commitment)
    return commitment


def _promised(story: Story, told: Told, decision: Decision) -> Commitment:
    first = next((change for change in told.changes if change.was), None)
    due = first.was_due if first else told.due
    return actions.add_commitment(
        decision=decision,
        title=first.was if first and first.was else told.words,
        who=told.who,
        due=Span(due, due),
        synthetic=told.synthetic,
        by=story.by,
        at=decision.made_at,
    )


def _step(story: Story, told: Milestone, commitment: Commitment) -> None:
    milestone = actions.add_milestone(
        commitment=commitment,
        title=told.words,
        due=told.due,
        note={} if told.reached_on else told.note,
        synthetic=told.synthetic,
        by=story.by,
        at=commitment.made_at,
    )
    if told.reached_on:
        at = moment(told.reached_on)
        note = told.note or {}
        actions.reach_milestone(milestone=milestone, reached_on=told.reached_on, note=note, by=story.by, at=at)


def tell(story: Story) -> Report:
    """What everybody said and what happened, shown to everybody."""
    told, process, by = story.case.report, story.process, story.by
    at = moment(told.day)
    publishing.write_report(process=process, opening=told.opening, closing=told.closing, by=by, at=at)
    return publishing.publish(process=process, by=by, at=at)
