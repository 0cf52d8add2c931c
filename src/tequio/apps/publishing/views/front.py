"""The first page of a space."""

from django.http import HttpResponse
from django.utils.timezone import localdate

from tequio.apps.publishing import queries
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request


@needs(ANYONE)
def home(request: Request) -> HttpResponse:
    behind = queries.behind(request.space)
    return page(request, "publishing/home.html", {"front": queries.front_of(localdate(request.at)), "behind": behind})
