from django.http import HttpResponse

from tequio.apps.processes import queries
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request


@needs(ANYONE)
def index(request: Request) -> HttpResponse:
    return page(request, "processes/list.html", {"processes": queries.processes_for(request)})


@needs(ANYONE)
def detail(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    return page(request, "processes/detail.html", {"process": found, "phases": queries.timeline(found)})
