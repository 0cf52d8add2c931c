from django.http import HttpResponse

from tequio.web.pages import page
from tequio.web.permissions import ANYONE, SIGNED_IN, needs
from tequio.web.requests import Request


@needs(SIGNED_IN)
def home(request: Request) -> HttpResponse:
    return page(request, "accounts/home.html")


@needs(ANYONE)
def sign_in(request: Request) -> HttpResponse:
    return page(request, "accounts/sign_in.html")
