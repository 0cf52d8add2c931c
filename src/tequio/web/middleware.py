"""What every request passes: the clock, the words for a refusal, the headers, and the page's own weight."""

import zlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.timezone import now

from tequio.core.refusals import Refusal
from tequio.web.assets import weight_of_assets
from tequio.web.refusals import sentence

type Next = Callable[[HttpRequest], HttpResponseBase]

WEIGHT = b"%weight%"
GZIP = 31  # zlib's name for the largest window with a gzip header
HEADERS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def moment(answer: Next) -> Next:
    """Give the request its moment: everything it does happens then."""

    def at(request: HttpRequest) -> HttpResponseBase:
        request.at = now()  # type: ignore[attr-defined]
        return answer(request)

    return at


class _Refusals:
    def __init__(self, answer: Next) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A refusal that no form caught becomes a page that says the same sentence."""
        if not isinstance(exception, Refusal):
            return None
        return render(request, "web/refused.html", {"sentence": sentence(exception)}, status=422)


def refusals(answer: Next) -> _Refusals:
    return _Refusals(answer)


def headers(answer: Next) -> Next:
    """Pages made for one person are never kept by a browser on a shared device."""

    def with_headers(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.SESSION_COOKIE_NAME in request.COOKIES or getattr(request, "personal", False):
            response.headers["Cache-Control"] = "no-store"
        return response

    return with_headers


def weight(answer: Next) -> Next:
    """Compress pages and write on each what it weighs on a first visit, in kB."""

    def weighed(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        if isinstance(response, HttpResponse) and response.headers.get("Content-Type", "").startswith("text/html"):
            _weigh(response, compress="gzip" in request.headers.get("Accept-Encoding", ""))
        return response

    return weighed


def _weigh(response: HttpResponse, *, compress: bool) -> None:
    """Compress once: what stands before the number is packed and weighed, then the number and the rest follow."""
    head, token, tail = response.content.partition(WEIGHT)
    packer = zlib.compressobj(6, zlib.DEFLATED, GZIP)
    packed = packer.compress(head) + packer.flush(zlib.Z_SYNC_FLUSH)
    kilobytes = (len(packed) + len(tail) // 2 + weight_of_assets(head) + 500) // 1000
    rest = (str(kilobytes).encode() if token else b"") + tail
    patch_vary_headers(response, ["Accept-Encoding"])
    if compress:
        response.content = packed + packer.compress(rest) + packer.flush()
        response.headers["Content-Encoding"] = "gzip"
    else:
        response.content = head + rest
    response.headers["Content-Length"] = str(len(response.content))
