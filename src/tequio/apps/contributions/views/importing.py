"""Bringing in a file: choose it, see it as it will be, confirm or leave it; then what came in and what did not."""

import secrets
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tequio.apps.contributions import actions, imports, queries
from tequio.apps.contributions.forms import ColumnsForm, UploadForm
from tequio.apps.contributions.models import Batch
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.formats.contributions import guess_mapping
from tequio.formats.tables import Table, read_in_child, write_csv
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.refusals import sentence, worded
from tequio.web.requests import Request

IMPORT = staff(Permission.CONTRIBUTIONS_IMPORT)
LINES = 200  # shown on a page; the file of left-out rows has them all
TOKEN_BYTES = 16


@needs(IMPORT, "GET", "POST")
def upload(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = UploadForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    made = tried(form, lambda: _laid_down(request, found, form.cleaned_data["file"]))
    if made is None:
        return page(
            request, "contributions/upload.html", {"process": found, "form": form, "batches": queries.batches_of(found)}
        )
    return redirect("contributions:preview", request.space.slug, found.slug, made.number)


def _laid_down(request: Request, process: Process, upload: "UploadedFile[bytes]") -> Batch:
    """Keep the file and look whether it can be read at all; one that cannot is not kept."""
    path = imports.stored(upload, secrets.token_hex(TOKEN_BYTES))
    name = upload.name or ""
    try:
        read_in_child(settings.MEDIA_ROOT / path, name)
        return actions.open_batch(process=process, name=name, path=path, by=request.actor, at=request.at)
    except Refusal:
        (settings.MEDIA_ROOT / path).unlink(missing_ok=True)
        raise


@needs(IMPORT, "GET", "POST")
def preview(request: Request, process: str, batch: int) -> HttpResponse:
    found = queries.batch_at(process_for(request, process), batch)
    if found.state != Batch.State.PREVIEW:
        return _onward(request, found)
    table = read_in_child(imports.path_of(found), found.name)
    confirming = "confirm" in request.POST
    guessed = guess_mapping(table.columns, table.rows[: imports.SAMPLE])
    shape: dict[str, Any] = {
        "columns": table.columns,
        "mapping": guessed,
        "meetings": queries.meetings_of(found.process),
    }
    form = ColumnsForm(request.POST or None, **shape, confirming=confirming)
    done = tried(form, lambda: _confirmed(request, found, table, form)) if confirming else None
    if done is not None:
        return _onward(request, done)
    return page(request, "contributions/preview.html", _previewed(found, table, form))


def _previewed(batch: Batch, table: Table, form: ColumnsForm) -> dict[str, object]:
    seen, problem = _seen(batch, table, form)
    notes = [worded(note.code, note.facts) for note in table.notes]
    context = {"process": batch.process, "batch": batch, "table": table, "notes": notes}
    return {**context, "form": form, "seen": seen, "problem": problem}


def _confirmed(request: Request, batch: Batch, table: Table, form: ColumnsForm) -> Batch:
    return actions.confirm(batch=batch, table=table, choices=form.choices(), by=request.actor, at=request.at)


def _onward(request: Request, batch: Batch) -> HttpResponse:
    place = [request.space.slug, batch.process.slug]
    if batch.state == Batch.State.DONE:
        return redirect("contributions:imported", *place, batch.number)
    return redirect("contributions:import", *place)


def _seen(batch: Batch, table: Table, form: ColumnsForm) -> tuple[actions.Preview | None, str]:
    """The file as these choices would bring it in, or why they cannot."""
    form.is_valid()
    try:
        return actions.preview(batch, table, form.choices()), ""
    except Refusal as refusal:
        return None, sentence(refusal)


@needs(IMPORT, "POST")
def drop(request: Request, process: str, batch: int) -> HttpResponse:
    found = queries.batch_at(process_for(request, process), batch)
    actions.drop(batch=found, by=request.actor, at=request.at)
    return redirect("contributions:import", request.space.slug, found.process.slug)


@needs(IMPORT)
def imported(request: Request, process: str, batch: int) -> HttpResponse:
    found = queries.batch_at(process_for(request, process), batch)
    if found.state != Batch.State.DONE:
        return redirect("contributions:preview", request.space.slug, found.process.slug, batch)
    report = actions.report_of(found)
    context = {"process": found.process, "batch": found, "report": report, "lines": report.rejected[:LINES]}
    return page(request, "contributions/imported.html", context)


@needs(IMPORT)
def left_out(request: Request, process: str, batch: int) -> StreamingHttpResponse:
    """The rows that did not come in, as a table to mend and bring again."""
    found = queries.batch_at(process_for(request, process), batch)
    columns = (_("line"), _("reason"), _("repeats line"))
    rejected = ((line.line, line.message, None) for line in imports.lines_left_out(found))
    repeated = ((row["line"], _("It is here already."), row["of_line"]) for row in found.duplicates)
    response = StreamingHttpResponse(write_csv(columns, [*rejected, *repeated], mark=True), content_type="text/csv")
    response["Content-Disposition"] = f'attachment; filename="left-out-{found.number}.csv"'
    return response
