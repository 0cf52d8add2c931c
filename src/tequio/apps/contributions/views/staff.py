"""What staff do: read what waits, put things in their place, type in what was said or written on paper."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import ngettext

from tequio.apps.contributions import actions, queries, wording
from tequio.apps.contributions.filters import number_in
from tequio.apps.contributions.forms import NO, YES, AsideForm, EditForm
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.rows import waiting_of
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.refusals import sentence
from tequio.web.requests import Request

AT_ONCE = 50
ROWS = 10
MOST_ROWS = 100
MODERATE, ENTER = staff(Permission.CONTRIBUTIONS_MODERATE), staff(Permission.CONTRIBUTIONS_ENTER)


@needs(MODERATE, "GET", "POST")
def queue(request: Request, process: str) -> HttpResponse:
    found, form = process_for(request, process), AsideForm(request.POST or None)
    numbers = [number for number in map(number_in, request.POST.getlist("number")) if number is not None]
    if done := tried(form, lambda: _decided(request, found, numbers, form.cleaned_data["reason"])):
        said = ngettext("%(n)s contribution decided.", "%(n)s contributions decided.", done)
        messages.success(request, said % {"n": done})
        return redirect(request.get_full_path())
    aside = request.GET.get("estado") == Contribution.Status.ASIDE
    waits = queries.waiting(found, Contribution.Status.ASIDE if aside else Contribution.Status.NEW)
    context = {"process": found, "rows": waiting_of(waits[:AT_ONCE], ticked=numbers), "n": waits.count()}
    return page(request, "contributions/queue.html", {**context, "form": form, "aside": aside})


def _decided(request: Request, process: Process, numbers: list[int], reason: str) -> int:
    doing: dict[str, Any] = {"process": process, "numbers": numbers, "by": request.actor, "at": request.at}
    if "aside" in request.POST:
        return actions.set_aside(reason=reason, **doing)
    return actions.accept(**doing)


@needs(MODERATE, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    said = queries.contribution_at(process_for(request, process), number)
    form = EditForm(request.POST or None, initial={"kind": said.kind, "territory": said.territory_id})
    doing: dict[str, Any] = {"by": request.actor, "at": request.at}
    if tried(form, lambda: actions.edit(contribution=said, **form.cleaned_data, **doing)):
        return redirect("contributions:detail", request.space.slug, said.process.slug, number)
    return page(request, "contributions/edit.html", {"process": said.process, "said": said, "form": form})


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the screen, with what is wrong with it."""

    typed: actions.Typed
    problem: str = ""


@needs(ENTER, "GET", "POST")
def enter(request: Request, process: str) -> HttpResponse:
    found, rows, more = process_for(request, process), _typed(request.POST), "more" in request.POST
    meetings = queries.meetings_of(found)
    meeting = _meeting(meetings, request.POST.get("meeting") or request.GET.get("encuentro", ""))
    entries, refused = [Entry(row) for row in rows], ""
    if request.method == "POST" and not more:
        entries, refused = _checked(found, rows, request)
        if not refused:
            return _kept(request, found, rows, meeting)
    context = {"process": found, "meetings": meetings, "meeting": meeting, "kinds": wording.kinds(), "refused": refused}
    response = page(
        request, "contributions/enter.html", {**context, **_answers(request), "entries": _filled(entries, more)}
    )
    response.status_code = 422 if refused else 200
    return response


def _answers(request: Request) -> dict[str, object]:
    """What was answered above the rows, now or on the screen before."""
    shown = request.POST.get("shown") or request.GET.get("mostrar", "")
    return {"shown": shown, "paper": request.POST.get("channel") == Contribution.Channel.PAPER}


def _meeting(meetings: list[Meeting], number: str) -> Meeting | None:
    return next((meeting for meeting in meetings if str(meeting.number) == number), None)


def _typed(data: QueryDict) -> list[actions.Typed]:
    columns = (data.getlist(name)[:MOST_ROWS] for name in ("code", "kind", "text"))
    return [actions.Typed(code, kind, text) for code, kind, text in zip(*columns, strict=False)]


def _filled(entries: list[Entry], more: bool) -> list[Entry]:  # noqa: FBT001 (reads well at the call)
    """At least ten rows; ten more when asked; never more than can be sent at once."""
    blank = Entry(actions.Typed("", Contribution.Kind.NEED, ""))
    wanted = max(ROWS, len(entries) + ROWS * more)
    return [*entries, *[blank] * wanted][: min(wanted, MOST_ROWS)]


def _checked(process: Process, rows: list[actions.Typed], request: Request) -> tuple[list[Entry], str]:
    wrong = actions.problems(process, rows)
    entries = [Entry(row, sentence(wrong[place]) if place in wrong else "") for place, row in enumerate(rows)]
    if wrong:
        return entries, sentence(
            Refusal("contributions.rows_wrong", rows=", ".join(str(place + 1) for place in sorted(wrong)))
        )
    if all(row.blank for row in rows):
        return entries, sentence(Refusal("contributions.nothing_written"))
    return entries, "" if request.POST.get("shown") in {YES, NO} else sentence(
        Refusal("contributions.shown_unanswered")
    )


def _kept(request: Request, process: Process, rows: list[actions.Typed], meeting: Meeting | None) -> HttpResponse:
    shown = request.POST["shown"]
    channel = "paper" if request.POST.get("channel") == "paper" else "meeting"
    doing: dict[str, Any] = {"shown": shown == YES, "channel": channel, "by": request.actor, "at": request.at}
    n = len(actions.enter(process=process, rows=rows, meeting=meeting, **doing))
    messages.success(request, ngettext("%(n)s contribution kept.", "%(n)s contributions kept.", n) % {"n": n})
    place = f"encuentro={meeting.number}&" if meeting else ""
    response = redirect("contributions:enter", request.space.slug, process.slug)
    response["Location"] += f"?{place}mostrar={shown}"
    return response
