"""What anybody may read: the list and each contribution."""

from dataclasses import replace

from django.http import Http404, HttpResponse

from tequio.apps.contributions import filters, listing, queries, wording
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.rows import place_of, rows_of
from tequio.apps.processes.queries import process_for, sparse_places
from tequio.apps.thread import queries as thread
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request, may
from tequio.web.templatetags.tequio import bare

READERS = (Permission.CONTRIBUTIONS_MODERATE, Permission.CONTRIBUTIONS_ENTER, Permission.SYNTHESIS_EDIT)


@needs(ANYONE)
def index(request: Request, process: str) -> HttpResponse:
    found, wanted = process_for(request, process), filters.asked(request.GET)
    sparse = frozenset[int]() if request.permissions else sparse_places(found)
    places, themes = queries.boroughs_to_choose(found, sparse), queries.themes_in(found)
    known = listing.Known({place.code: place.pk for place in places}, {ref: pk for pk, ref, _label in themes})
    shown = listing.page_of(found, wanted, known)
    territories = [(place.code, place.name) for place in places]
    context = {"process": found, "rows": rows_of(found, shown.rows, sparse), "count": shown.count, "wanted": wanted}
    context |= {"most": listing.MOST, "chips": filters.chips(wanted, dict(territories)), "kinds": wording.kinds()}
    context |= {"territories": territories, "themes": [(ref, f"{ref} · {bare(label)}") for _pk, ref, label in themes]}
    context["newer"] = wanted.query(after=shown.newer) if shown.newer else ""
    context["older"] = wanted.query(before=shown.older) if shown.older else ""
    return page(request, "contributions/list.html", context)


@needs(ANYONE)
def detail(request: Request, process: str, number: int) -> HttpResponse:
    said = queries.contribution_at(process_for(request, process), number)
    seen = _seen(request, said)
    sparse = frozenset[int]() if request.permissions else sparse_places(said.process)
    context = {"process": said.process, "said": said, "seen": seen, "kind": wording.KINDS[said.kind]}
    context["place"] = place_of(said, sparse)
    if said.status != Contribution.Status.WITHDRAWN:
        knot = thread.knot_of(said.process, Kind.CONTRIBUTION, said.pk)
        traced = thread.traced(said.process, knot, everything=bool(request.permissions))
        context["traced"] = traced if seen else replace(traced, back=(), back_total=0)
        context["quotes"] = queries.quotes_of(said, everything=bool(request.permissions)) if seen else ()
    context |= {"status": wording.STATUSES[said.status], "channel": wording.CHANNELS[said.channel]}
    return page(request, "contributions/detail.html", context)


def _seen(request: Request, said: Contribution) -> bool:
    """Whether this reader may read the words; what nobody may know of yet is not there for them."""
    inside = any(may(request, permission) for permission in READERS)
    own = said.participant_id is not None and request.returning.get(said.process_id) == said.participant_id
    if not (inside or own) and said.status in {Contribution.Status.NEW, Contribution.Status.ASIDE}:
        raise Http404
    readable = said.status == Contribution.Status.ACCEPTED and said.shown
    return said.status != Contribution.Status.WITHDRAWN and (inside or own or readable)
