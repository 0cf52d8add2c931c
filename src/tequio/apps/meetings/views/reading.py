"""What anybody may read: the list, each meeting, and its entry for a calendar."""

from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.apps.meetings import queries
from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.views.finding import meeting_for, shown
from tequio.apps.meetings.wording import KINDS, MARKS, MODES, STATES, place_of, steps_of, when
from tequio.apps.processes.queries import process_for
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.queries import NEAR, Traced, knot_of, traced
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.core.thread import VOICES, Kind
from tequio.formats.calendar import event_ics
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request, may
from tequio.web.templatetags.tequio import bare

PER_PAGE = 20
SHOWN = 20  # voices
FARTHEST = 300  # knots among which to look for what is no voice


@needs(ANYONE)
def index(request: Request, process: str) -> HttpResponse:
    """What is to come, then what was, a page at a time."""
    found = process_for(request, process)
    past = Paginator(queries.past(found, request.at), PER_PAGE).get_page(request.GET.get("pagina"))
    coming = [in_words(meeting) for meeting in queries.coming(found, request.at)]
    held = [in_words(meeting) for meeting in past]
    return page(request, "meetings/list.html", {"process": found, "coming": coming, "held": held, "past": past})


@needs(ANYONE)
def detail(request: Request, process: str, number: int) -> HttpResponse:
    meeting = meeting_for(request, process, number)
    strand = strand_of(request, meeting)
    voices = queries.gathered_at(strand.knot)
    context = {
        **in_words(meeting),
        "came": queries.came_to(meeting),
        "people": queries.attendees(meeting) if may(request, Permission.PARTICIPANTS_SEE) else (),
        "notes": meeting.notes.all() if may(request, Permission.MEETINGS_EDIT) else meeting.notes.filter(public=True),
        "outcomes": queries.said_by(meeting),
        **plan_of(meeting),
        "voices": voices[:SHOWN],
        "voices_in_all": voices.count(),
        "traced": strand,
    }
    return shown(request, "detail", meeting, context)


def in_words(meeting: Meeting) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "kind": KINDS[Meeting.Kind(meeting.kind)],
        "mode": MODES[Meeting.Mode(meeting.mode)],
        "state": STATES[Meeting.State(meeting.state)],
        "mark": MARKS[Meeting.State(meeting.state)],
        "when": when(meeting),
    }


def plan_of(meeting: Meeting) -> dict[str, Any]:
    sheet = queries.sheet_of(meeting)
    return {"sheet": sheet, "steps": steps_of(sheet)}


def strand_of(request: Request, meeting: Meeting) -> Traced:
    """What came of a meeting. Who was there is counted and never named; its voices have a part of their own."""
    knot = knot_of(meeting.process, Kind.MEETING, meeting.pk)
    found = traced(meeting.process, knot, everything=may(request, Permission.RECORD_READ), most=FARTHEST)
    later = tuple(strand for strand in found.forward if strand.knot.kind not in VOICES)
    total = sum(n for kind, n in found.came.items() if kind not in VOICES)
    return replace(found, back=(), back_total=0, forward=later[:NEAR], forward_total=total)


@needs(ANYONE)
def calendar(request: Request, process: str, number: int) -> HttpResponse:
    """What everybody may know, for the calendar of a telephone; how to join is never in it."""
    meeting = meeting_for(request, process, number)
    if meeting.starts_at is None:
        raise Refusal("meeting.no_date")
    name = ref(Kind.MEETING, meeting.number)
    path = reverse("meetings:detail", args=[request.space.slug, process, number])
    times: dict[str, Any] = {"starts": meeting.starts_at, "ends": meeting.ends_at, "stamped": request.at}
    uid, url = f"{name}.{process}.{request.space.slug}@{request.get_host()}", request.build_absolute_uri(path)
    ics = event_ics(uid=uid, url=url, **times, **_told(meeting))
    attached = {"Content-Disposition": f'attachment; filename="{process}-{name}.ics"'}
    return HttpResponse(ics, content_type="text/calendar; charset=utf-8", headers=attached)


def _told(meeting: Meeting) -> dict[str, Any]:
    """The words of the entry; that it was cancelled stands in its title, where every calendar shows it."""
    title, place = bare(meeting.title), place_of(meeting)
    if meeting.state == Meeting.State.CANCELLED:
        title = _("Cancelled: %(title)s") % {"title": title}
        return {"title": title, "place": place, "description": bare(meeting.reason)}
    return {"title": title, "place": place, "description": bare(meeting.purpose)}
