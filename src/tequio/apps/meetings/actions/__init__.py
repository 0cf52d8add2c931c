"""Every write to a meeting: its plan, its run sheet, who came, what was noted and learnt."""

from tequio.apps.meetings.actions.attendance import Attended, take_attendance
from tequio.apps.meetings.actions.learning import add_outcome, delete_outcome, edit_outcome
from tequio.apps.meetings.actions.meetings import (
    Plan,
    cancel_meeting,
    duplicate_meeting,
    edit_meeting,
    mark_held,
    plan_again,
    plan_meeting,
)
from tequio.apps.meetings.actions.notes import add_note, delete_note, edit_note
from tequio.apps.meetings.actions.run_sheets import Line, write_run_sheet

__all__ = [
    "Attended",
    "Line",
    "Plan",
    "add_note",
    "add_outcome",
    "cancel_meeting",
    "delete_note",
    "delete_outcome",
    "duplicate_meeting",
    "edit_meeting",
    "edit_note",
    "edit_outcome",
    "mark_held",
    "plan_again",
    "plan_meeting",
    "take_attendance",
    "write_run_sheet",
]
