"""What everybody may read once it is published: the result, the counts it rests on, and a sheet to print."""

from collections.abc import Callable
from functools import partial, wraps

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate

from tequio.apps.prioritising.drawing import qr
from tequio.apps.processes import journey, limits, notes
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import knot_counts, process_for
from tequio.apps.publishing import queries
from tequio.apps.publishing.queries import Standing
from tequio.apps.publishing.wording import coverage
from tequio.core.roles import Permission
from tequio.web.pages import page
from tequio.web.paper import paper
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request, may

CODES = 200  # of people, on a page of counts
MEETINGS = 60
SHEET = "publishing/brief.html"

type Reading = Callable[[Request, Process, Standing], HttpResponse]


def published(view: Reading) -> Callable[..., HttpResponse]:
    """Give the view its process; before the result is public, readers get a page that says what there is so far."""

    @wraps(view)
    def told(request: Request, process: str) -> HttpResponse:
        found = process_for(request, process, notes=True)
        standing = queries.standing_of(found, localdate(request.at))
        if standing.readable or may(request, Permission.RECORD_READ):
            return view(request, found, standing)
        steps = journey.steps(found, knot_counts(found))
        return page(request, "publishing/not_yet.html", {"process": found, "steps": steps})

    return told


@needs(ANYONE)
@published
def result(request: Request, process: Process, standing: Standing) -> HttpResponse:
    """The page “What you said and what happened”: the thread of a process, walked for everybody."""
    return page(request, "publishing/result.html", _story(request, process, standing))


@needs(ANYONE)
@published
def counts(request: Request, process: Process, standing: Standing) -> HttpResponse:
    """The numbers that the others rest on, each with what was counted."""
    found, gathered = queries.counts_of(process), queries.gathered(process)
    held = list(queries.meetings_held(process)[:MEETINGS])
    context = {
        "process": process,
        "standing": standing,
        "counts": found,
        "coverage": coverage(found.heard),
        "codes": Paginator(queries.codes_of(process), CODES).get_page(request.GET.get("pagina")),
        "meetings": [(meeting, gathered.get(f"E{meeting.number}", 0)) for meeting in held],
    }
    return page(request, "publishing/counts.html", context)


@needs(ANYONE)
@published
def brief(request: Request, process: Process, standing: Standing) -> HttpResponse:
    """The same facts on one printed page, in the language that is asked for."""
    return _in_the_language_asked_for(request, lambda: page(request, SHEET, _brief(request, process, standing)))


@needs(ANYONE)
@published
def brief_file(request: Request, process: Process, standing: Standing) -> HttpResponse:
    """That page as a file, to keep or to send."""
    facts, name = partial(_brief, request, process, standing), f"{process.slug}-{_language(request)}"
    return _in_the_language_asked_for(request, lambda: paper(request, SHEET, facts(), name=name))


def _brief(request: Request, process: Process, standing: Standing) -> dict[str, object]:
    address = request.build_absolute_uri(reverse("publishing:result", args=[request.space.slug, process.slug]))
    return _story(request, process, standing) | {"address": address, "qr": qr(address), "language": _language(request)}


def _language(request: Request) -> str:
    asked = request.GET.get("lengua", "")
    return asked if asked in dict(settings.LANGUAGES) else translation.get_language() or "es"


def _in_the_language_asked_for(request: Request, answer: Callable[[], HttpResponse]) -> HttpResponse:
    language = _language(request)
    with translation.override(language):
        answered = answer()
    answered.headers["Content-Language"] = language
    return answered


def _story(request: Request, process: Process, standing: Standing) -> dict[str, object]:
    on = localdate(request.at)
    found = queries.told(process, on)
    heard = found.counts.heard
    return {
        "process": process,
        "standing": standing,
        "told": found,
        "on": on,
        "coverage": coverage(heard),
        "limits": limits.sentences(heard) if heard and heard.found.n else [],
        "contradictions": notes.contradictions_of(process.notes),
    }
