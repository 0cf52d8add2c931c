"""For staff: what was learnt, and how many said so."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from tequio.apps.meetings import actions, forms
from tequio.apps.meetings.models import Meeting, Outcome
from tequio.apps.meetings.views.finding import meeting_for, sent, shown, to_meeting, who
from tequio.core.roles import Permission
from tequio.web.pages import tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

EDIT = staff(Permission.MEETINGS_EDIT)


def _outcome(meeting: Meeting, pk: int) -> Outcome:
    found: Outcome = get_object_or_404(meeting.outcomes.select_related("meeting__process"), pk=pk)
    return found


@needs(EDIT, "GET", "POST")
def add(request: Request, process: str, number: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    form = forms.OutcomeForm(sent(request))
    if tried(form, lambda: actions.add_outcome(meeting, **form.cleaned_data, **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "outcome", meeting, {"form": form})


@needs(EDIT, "GET", "POST")
def edit(request: Request, process: str, number: int, outcome: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    found = _outcome(meeting, outcome)
    form = forms.OutcomeForm(sent(request), initial={"text": found.text, "people": found.people})
    if tried(form, lambda: actions.edit_outcome(found, **form.cleaned_data, **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "outcome", meeting, {"form": form, "outcome": found})


@needs(EDIT, "GET", "POST")
def delete(request: Request, process: str, number: int, outcome: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    found, form = _outcome(meeting, outcome), forms.AskedForm(sent(request))
    if tried(form, lambda: actions.delete_outcome(found, **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "delete_outcome", meeting, {"form": form, "outcome": found})
