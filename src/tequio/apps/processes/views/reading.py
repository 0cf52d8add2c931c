"""What everybody may read: the processes, one of them, a voice, and who is missing."""

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.timezone import localdate

from tequio.apps.processes import forms, journey, limits, next_steps, notes, queries
from tequio.apps.processes.models import Phase, Process
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request, may

SHOWN = 20


@needs(ANYONE)
def index(request: Request) -> HttpResponse:
    processes = queries.processes_for(request).filter(template=False).prefetch_related("phases__activities")
    pages = Paginator(processes, SHOWN).get_page(request.GET.get("page"))
    on = localdate(request.at)
    found = [(process, journey.ribbon(process.phases.all(), on)) for process in pages]
    return page(request, "processes/list.html", {"found": found, "pages": pages})


@needs(ANYONE)
def detail(request: Request, process: str) -> HttpResponse:
    found, on = queries.process_for(request, process, notes=True), localdate(request.at)
    staff = may(request, Permission.RECORD_READ)
    phases, groups = queries.phases_of(found), queries.groups_of(found)
    counts = queries.knot_counts(found, everything=staff)
    shown = {
        "process": found,
        "phases": journey.ribbon(phases, on),
        "calls": journey.calls(found, phases, on),
        "come_back": journey.address(found, *journey.RETURN),
        "steps": journey.steps(found, counts),
        "coverage": limits.summary(queries.heard_of(found, groups)) if groups else "",
        "facts": notes.facts_of(found.notes),
        "contradictions": notes.contradictions_of(found.notes),
    }
    return page(request, "processes/detail.html", shown | (_to_do(request, found, phases, counts) if staff else {}))


def _to_do(request: Request, process: Process, phases: list[Phase], counts: Mapping[Kind, int]) -> dict[str, object]:
    """What those who work on a process read on its page; a plan to copy from leads nowhere."""
    if process.template:
        return {}
    told = queries.is_told(process)
    todo = next_steps.to_do(process, phases, counts, published=told, may=request.permissions)
    return {"todo": todo if todo.steps else None, "waiting": queries.waiting(process)}


@needs(ANYONE)
def voice(request: Request, process: str, wave: str, number: int) -> HttpResponse:
    """What one code said in public, and what came of it; never who.

    The page shows the borough only when ten or more people of the process live there, and never the organisation,
    the attributes or the meetings of a person: together with the words these could point at somebody. Who speaks for
    an organisation is named on that organisation's own page, if it wants to be, and never beside a code. Of somebody
    who left it shows nothing but that.
    """
    found = queries.process_for(request, process)
    person = queries.participant_at(found, wave, number)
    left = person.withdrawn_at is not None
    shown = {
        "process": found,
        "voice": person,
        "left": left,
        "borough": None if left else queries.shared_borough(person),
        "came": None if left else queries.came_of_voice(person),
    }
    return page(request, "processes/voice.html", shown)


@needs(ANYONE)
def coverage(request: Request, process: str) -> HttpResponse:
    found, staff = queries.process_for(request, process), may(request, Permission.PARTICIPANTS_SEE)
    form = forms.CoverageForm(request.GET, process=found)
    by, base = form.asked()
    groups = queries.groups_of(found, by)
    heard = queries.heard_of(found, groups, base, everything=staff) if groups else None
    said = limits.sentences(heard) if heard else []
    shown = {"process": found, "heard": heard, "sentences": said, "by": by, "filter": form}
    return page(request, "processes/coverage.html", shown)
