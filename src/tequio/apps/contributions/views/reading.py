"""What anybody may read: the list and each contribution."""

from django.http import HttpResponse

from tequio.apps.contributions import filters, listing, queries, wording
from tequio.apps.contributions.rows import rows_of
from tequio.apps.processes.queries import process_for
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request


@needs(ANYONE)
def index(request: Request, process: str) -> HttpResponse:
    found, wanted = process_for(request, process), filters.asked(request.GET)
    territories, themes = queries.territories_of(found), queries.themes_in(found)
    shown = listing.page_of(found, wanted, {territory.code: territory.pk for territory in territories})
    context = {
        "process": found,
        "rows": rows_of(found, shown.rows),
        "count": shown.count,
        "most": listing.MOST,
        "wanted": wanted,
        "chips": filters.chips(wanted, {territory.code: territory.name for territory in territories}),
        "kinds": wording.kinds(),
        "territories": territories,
        "themes": themes,
        "newer": wanted.query(after=shown.newer) if shown.newer else "",
        "older": wanted.query(before=shown.older) if shown.older else "",
    }
    return page(request, "contributions/list.html", context)
