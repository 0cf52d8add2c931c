"""For staff: who came, on one screen."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.apps.meetings import actions, forms, queries
from tequio.apps.meetings.actions import Attended
from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.views.finding import meeting_for, sent, shown, to_meeting, who
from tequio.apps.processes.queries import waves_of
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.web.pages import tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

FIRST_WAVE = "W1"


@needs(staff(Permission.MEETINGS_ATTENDANCE), "GET", "POST")
def attendance(request: Request, process: str, number: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    if meeting.state == Meeting.State.CANCELLED:
        raise Refusal("meeting.cancelled")
    screen = queries.screen_of(meeting)
    wave = next(reversed(waves_of(meeting.process)), FIRST_WAVE)
    form = forms.AttendanceForm(sent(request), meeting=meeting, screen=screen, wave=wave)
    saved = tried(form, lambda: _saved(request, meeting, form))
    if saved:
        messages.success(request, told(saved))
        return to_meeting(request, meeting)
    return shown(request, "attendance", meeting, {"form": form, "screen": screen})


def _saved(request: Request, meeting: Meeting, form: forms.AttendanceForm) -> Attended:
    return actions.take_attendance(
        meeting,
        came=form.came(),
        away=form.away(),
        newcomers=form.newcomers,
        wave=form.cleaned_data["wave"],
        seen=request.POST.get("seen", ""),
        **who(request),
    )


def told(saved: Attended) -> str:
    """How many came, and the new codes in the order of the paper, to be written beside each line."""
    n = ngettext("%(n)s person came.", "%(n)s people came.", saved.came) % {"n": saved.came}
    if not saved.fresh:
        return n
    codes = ", ".join(str(person.code) for person in saved.fresh)
    return f"{n} " + _("New codes, in the order you typed them: %(codes)s.") % {"codes": codes}
