"""What every page here begins with: the meeting of its address, and who asks for what."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.queries import meeting_at
from tequio.apps.processes.queries import process_for
from tequio.web.pages import page
from tequio.web.requests import Request


def meeting_for(request: Request, process: str, number: int) -> Meeting:
    """The meeting, with its process and space; what this reader may not see is not there."""
    return meeting_at(process_for(request, process), number)


def sent(request: Request) -> QueryDict | None:
    """What was sent, even when the form had nothing to fill in."""
    return request.POST if request.method == "POST" else None


def who(request: Request) -> dict[str, Any]:
    return {"by": request.actor, "at": request.at}


def shown(request: Request, template: str, meeting: Meeting, context: Mapping[str, Any]) -> HttpResponse:
    return page(request, f"meetings/{template}.html", {"process": meeting.process, "meeting": meeting, **context})


def to_meeting(request: Request, meeting: Meeting) -> HttpResponse:
    return redirect("meetings:detail", request.space.slug, meeting.process.slug, meeting.number)
