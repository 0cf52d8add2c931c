"""The thread of a process: all of it on a page, one knot's whole walk, and as data to take away."""

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from tequio.apps.processes.queries import process_for
from tequio.apps.thread import exports, queries
from tequio.apps.thread.models import Knot
from tequio.core.roles import Permission
from tequio.core.thread import to_json
from tequio.formats import graph
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request, may

SHOWN = 200


@needs(ANYONE)
def whole(request: Request, process: str) -> HttpResponse:
    """Results first, each with what stands behind it: the whole thread as a person can read it."""
    found = process_for(request, process)
    everything = may(request, Permission.RECORD_READ)
    return page(request, "thread/whole.html", {"process": found, **queries.overview(found, everything=everything)})


@needs(ANYONE)
def knot(request: Request, process: str, knot: int) -> HttpResponse:
    found = process_for(request, process)
    everything = may(request, Permission.RECORD_READ)
    wanted = get_object_or_404(Knot, process=found, pk=knot)
    if not (wanted.public or everything):
        raise Http404
    traced = queries.traced(found, wanted, everything=everything, most=SHOWN)
    return page(request, "thread/knot.html", {"process": found, "knot": wanted, "traced": traced})


@needs(ANYONE)
def as_json(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    knots, links = exports.whole(found, language=get_language() or "es")
    return JsonResponse(to_json(found.slug, knots, links), json_dumps_params={"ensure_ascii": False})


@needs(ANYONE)
def as_graphml(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    knots, links = exports.whole(found, language=get_language() or "es")
    response = HttpResponse(graph.to_graphml(found.slug, knots, links), content_type="application/graphml+xml")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.slug}.graphml"'
    return response
