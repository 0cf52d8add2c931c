"""What people type about meetings, as clean values."""

from tequio.apps.meetings.forms.attendance import AttendanceForm
from tequio.apps.meetings.forms.meetings import AskedForm, CancelForm, MeetingForm, known_of
from tequio.apps.meetings.forms.notes import NoteForm, OutcomeForm
from tequio.apps.meetings.forms.run_sheets import RunSheetForm

__all__ = [
    "AskedForm",
    "AttendanceForm",
    "CancelForm",
    "MeetingForm",
    "NoteForm",
    "OutcomeForm",
    "RunSheetForm",
    "known_of",
]
