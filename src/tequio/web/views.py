"""Pages that belong to no app: the language, the page of components, the pulse."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs

YEAR = 31_536_000


@needs(ANYONE)
def language(request: HttpRequest, language: str) -> HttpResponse:
    """Remember the reader's language and go back to where they were."""
    back = request.GET.get("next", "/")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if safe else "/")
    if language in dict(settings.LANGUAGES):
        name, secure = settings.LANGUAGE_COOKIE_NAME, settings.SESSION_COOKIE_SECURE
        response.set_cookie(name, language, max_age=YEAR, samesite="Lax", httponly=True, secure=secure)
    return response


@needs(ANYONE)
def style(request: HttpRequest) -> HttpResponse:
    return page(request, "web/style.html")


@needs(ANYONE)
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (asks nothing)
    return JsonResponse({"ok": True})
