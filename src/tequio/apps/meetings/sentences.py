"""Wording of what this app refuses."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "meeting.title_needed": _("Give the meeting a name."),
    "meeting.ends_before_start": _("The meeting ends before it starts, or at the same moment. Correct one of the two."),
    "meeting.end_without_start": _("There is an end without a beginning. Write when it starts, or leave both empty."),
    "meeting.year_odd": _("The year %(year)s does not look right. Check the day."),
    "meeting.other_process": _("That phase or activity belongs to another process. Choose one of this process."),
    "meeting.reason_needed": _("Say why it was cancelled: people will read it where they expected the meeting."),
    "meeting.cancelled": _("This meeting was cancelled. Put it back on the plan first."),
    "meeting.already_held": _(
        "People already came to this meeting (%(n)s), so it cannot be cancelled or put back on the plan."
    ),
    "meeting.not_yet": _("This meeting is on %(day)s. Come back that day, or correct its date."),
    "meeting.no_date": _("This meeting has no date yet, so there is nothing to put in a calendar."),
    "meeting.attendance_changed": _(
        "Attendance was saved a moment ago, by you or by somebody else: %(n)s people by now. "
        "If the new people below are already among them, empty their rows. Then save again."
    ),
    "meeting.not_of_process": _("%(person)s is not in this process. Check the code."),
    "meeting.step_untitled": _("Step %(step)s has no name."),
    "meeting.step_without_minutes": _("Step %(step)s has no minutes. Write how long it takes."),
    "meeting.too_many_steps": _("A run sheet has at most %(most)s steps. Join some of them."),
    "meeting.note_empty": _("The note is empty. Write something, or delete it."),
    "meeting.outcome_empty": _("Write what was learnt."),
    "meeting.more_said_than_came": _(
        "%(said)s people said so, but only %(came)s came. Correct one of the two numbers."
    ),
}
