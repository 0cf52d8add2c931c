"""What programs that read the whole site ask for first."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import escape

from tequio.apps.publishing import queries
from tequio.web.permissions import ANYONE, needs

MOST = 50_000  # addresses in one sitemap (https://www.sitemaps.org/protocol.html)
OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
CLOSED = ("/cuenta/", "/idioma/", "/*/aportes/mios/", "/*/aportes/volver/", "/*?")


@needs(ANYONE)
def sitemap(request: HttpRequest) -> HttpResponse:
    here = request.build_absolute_uri("/").rstrip("/")
    rows = (f"<url><loc>{escape(here + path)}</loc></url>\n" for path in queries.public_paths()[:MOST])
    return HttpResponse(f"{OPENING}{''.join(rows)}</urlset>\n", content_type="application/xml")


@needs(ANYONE)
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing is hidden by this: it spares the machine what has no end, and people's own pages."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
