"""For staff who may read the record: what was done here, by whom only as a pseudonym."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import urlencode

from tequio.apps.record import exports, queries
from tequio.apps.record.forms import RecordFilter
from tequio.apps.record.models import Event
from tequio.apps.record.wording import ACTORS, sentence
from tequio.core.roles import Permission
from tequio.formats.tables import write_csv
from tequio.web.pages import page
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

READ = staff(Permission.RECORD_READ)


@needs(READ)
def index(request: Request) -> HttpResponse:
    processes = queries.processes_in(request.space)
    form = RecordFilter(request.GET, processes=processes)
    shown = queries.page_of(queries.events(**form.wanted), **form.place)
    context = {
        "filter": form,
        "filtering": any(form.wanted.values()),
        "lines": [_line(event, processes) for event in shown.events],
        "newer": _address(form, despues=shown.newer) if shown.newer else "",
        "older": _address(form, antes=shown.older) if shown.older else "",
        "same": _address(form),
    }
    return page(request, "record/list.html", context)


def _line(event: Event, processes: Mapping[int, Any]) -> dict[str, Any]:
    return {
        "event": event,
        "what": sentence(event.verb),
        "target": exports.target(event),
        "process": processes.get(event.process_id or 0),
        "who": ACTORS.get(event.actor_kind, event.actor_kind),
        "key": event.actor_key[: exports.KEY],
    }


def _address(form: RecordFilter, **place: int) -> str:
    asked = {name: form.cleaned_data.get(name) for name in ("proceso", "verbo")}
    return "?" + urlencode({name: value for name, value in {**asked, **place}.items() if value})


@needs(READ)
def download(request: Request) -> HttpResponseBase:
    """All that the filter lets through, in pieces, so that a long record needs no more memory than a short one."""
    processes = queries.processes_in(request.space)
    found = queries.events(**RecordFilter(request.GET, processes=processes).wanted)
    rows = exports.rows(found.iterator(chunk_size=2000), processes)
    data = write_csv(exports.COLUMNS, rows, mark=True)
    attached = {"Content-Disposition": f'attachment; filename="{request.space.slug}-registro.csv"'}
    return StreamingHttpResponse(data, content_type="text/csv; charset=utf-8", headers=attached)
