from django.http import HttpResponse
from django.shortcuts import redirect

from tequio.apps.spaces import queries
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request


@needs(ANYONE)
def front(request: Request) -> HttpResponse:
    """The door of the installation: straight into its space where there is one."""
    space = queries.only_space()
    if space is not None:
        return redirect("spaces:home", space.slug)
    return page(request, "spaces/front.html", {"spaces": queries.all_spaces()})


@needs(ANYONE)
def home(request: Request) -> HttpResponse:
    return page(request, "spaces/home.html")


@needs(ANYONE)
def privacy(request: Request) -> HttpResponse:
    return page(request, "spaces/privacy.html")
