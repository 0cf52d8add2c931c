"""What a person reads when something stands in the way: what happened, that nothing was lost, and what to do.

A form that arrives too late (session over, cookie gone) comes back with every word in it, ready to be sent again.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode

if TYPE_CHECKING:
    from tequio.web.requests import Request

NOT_KEPT = frozenset({"csrfmiddlewaretoken"})


def denied(request: "Request") -> HttpResponse:
    if request.person is None and request.method == "GET":
        return redirect(f"{reverse('accounts:sign_in')}?{urlencode({'next': request.get_full_path()})}")
    kept = _kept(request) if request.person is None else []
    return render(request, "web/denied.html", {"kept": kept, "signed_in": request.person is not None}, status=403)


def lost_session(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (the signature is Django's)
    """A form without its token. From our own page it is offered again; from elsewhere it is refused and not shown."""
    kept = _kept(request) if _ours(request) else []
    return render(request, "web/lost_session.html", {"kept": kept}, status=403)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django's)
    return render(request, "web/denied.html", {"signed_in": True}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django's)
    return render(request, "web/not_found.html", status=404)


def not_allowed(request: HttpRequest, methods: Sequence[str]) -> HttpResponse:
    """An address that only takes what a form sends was opened by itself, or the other way round."""
    response = render(request, "web/not_allowed.html", status=405)
    response.headers["Allow"] = ", ".join(methods)
    return response


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What arrived cannot be read: longer than one page may be, cut short, or sent to a name that is not ours."""
    too_long = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    kind = "too_long" if too_long else "elsewhere" if isinstance(exception, DisallowedHost) else "garbled"
    return render(request, "web/unreadable.html", {"kind": kind}, status=400)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 (the signature is Django's)
    """Plain on purpose: whatever broke the page may break the context of another."""
    return HttpResponse(render_to_string("web/broken.html"), status=500)


def _kept(request: HttpRequest) -> list[tuple[str, str]]:
    fields = ((name, value) for name, values in request.POST.lists() for value in values)
    return [(name, str(value)) for name, value in fields if name not in NOT_KEPT]


def _ours(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    return urlsplit(origin).netloc == request.get_host()
