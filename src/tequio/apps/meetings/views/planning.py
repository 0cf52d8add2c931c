"""For staff: plan a meeting, change it, repeat it, cancel it, say that it took place."""

from collections.abc import Callable

from django.http import HttpResponse

from tequio.apps.meetings import actions, forms
from tequio.apps.meetings.forms import known_of
from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.views.finding import meeting_for, sent, shown, to_meeting, who
from tequio.apps.processes.queries import process_for
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

EDIT = staff(Permission.MEETINGS_EDIT)


@needs(EDIT, "GET", "POST")
def add(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = forms.MeetingForm(sent(request), process=found, initial={"phase": request.GET.get("fase", "")})
    made = tried(form, lambda: actions.plan_meeting(found, **form.plan(), **who(request)))
    if made:
        made.process = found
        return to_meeting(request, made)
    return page(request, "meetings/form.html", {"process": found, "form": form})


@needs(EDIT, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    form = forms.MeetingForm(sent(request), process=meeting.process, initial=known_of(meeting))
    if tried(form, lambda: actions.edit_meeting(meeting, **form.plan(), **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "form", meeting, {"form": form})


@needs(EDIT, "GET", "POST")
def duplicate(request: Request, process: str, number: int) -> HttpResponse:
    """Ten focus groups share one run sheet: only the day, the place and the area are typed anew."""
    meeting = meeting_for(request, process, number)
    form = forms.MeetingForm(sent(request), process=meeting.process, initial=known_of(meeting, dated=False))
    made = tried(form, lambda: actions.duplicate_meeting(meeting, **form.plan(), **who(request)))
    if made:
        made.process = meeting.process
        return to_meeting(request, made)
    return shown(request, "duplicate", meeting, {"form": form})


@needs(EDIT, "GET", "POST")
def cancel(request: Request, process: str, number: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    form = forms.CancelForm(sent(request), initial={"reason": meeting.reason})
    if tried(form, lambda: actions.cancel_meeting(meeting, reason=form.cleaned_data["reason"], **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "cancel", meeting, {"form": form})


@needs(EDIT, "GET", "POST")
def held(request: Request, process: str, number: int) -> HttpResponse:
    return _asked(request, meeting_for(request, process, number), "held", actions.mark_held)


@needs(EDIT, "GET", "POST")
def again(request: Request, process: str, number: int) -> HttpResponse:
    return _asked(request, meeting_for(request, process, number), "again", actions.plan_again)


def _asked(request: Request, meeting: Meeting, template: str, act: Callable[..., Meeting]) -> HttpResponse:
    form = forms.AskedForm(sent(request))
    if tried(form, lambda: act(meeting, **who(request))):
        return to_meeting(request, meeting)
    return shown(request, template, meeting, {"form": form})
