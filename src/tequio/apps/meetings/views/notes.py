"""For staff: notes of a meeting, private unless they say otherwise."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from tequio.apps.meetings import actions, forms
from tequio.apps.meetings.models import Meeting, Note
from tequio.apps.meetings.views.finding import meeting_for, sent, shown, to_meeting, who
from tequio.core.roles import Permission
from tequio.web.pages import tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

EDIT = staff(Permission.MEETINGS_EDIT)


def _note(meeting: Meeting, pk: int) -> Note:
    found: Note = get_object_or_404(meeting.notes.select_related("meeting__process"), pk=pk)
    return found


@needs(EDIT, "GET", "POST")
def add(request: Request, process: str, number: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    form = forms.NoteForm(sent(request))
    if tried(form, lambda: actions.add_note(meeting, **form.cleaned_data, **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "note", meeting, {"form": form})


@needs(EDIT, "GET", "POST")
def edit(request: Request, process: str, number: int, note: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    found = _note(meeting, note)
    form = forms.NoteForm(sent(request), initial={"body": found.body, "public": found.public})
    if tried(form, lambda: actions.edit_note(found, **form.cleaned_data, **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "note", meeting, {"form": form, "note": found})


@needs(EDIT, "GET", "POST")
def delete(request: Request, process: str, number: int, note: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    found, form = _note(meeting, note), forms.AskedForm(sent(request))
    if tried(form, lambda: actions.delete_note(found, **who(request))):
        return to_meeting(request, meeting)
    return shown(request, "delete_note", meeting, {"form": form, "note": found})
