"""Every write to decisions, commitments and milestones. A promise is never edited away: it changes, with a reason."""

from tequio.apps.commitments.actions.commitments import add_commitment, change_commitment
from tequio.apps.commitments.actions.decisions import add_decision, correct_decision
from tequio.apps.commitments.actions.milestones import add_milestone, reach_milestone

__all__ = [
    "add_commitment",
    "add_decision",
    "add_milestone",
    "change_commitment",
    "correct_decision",
    "reach_milestone",
]
