"""What staff do with a result: write its first and last words, publish it, take it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.apps.publishing import actions, queries
from tequio.apps.publishing.forms import PublishForm, ReportForm
from tequio.apps.publishing.models import Report
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

EDITS = staff(Permission.PROCESSES_EDIT)


@needs(EDITS, "GET", "POST")
def edit(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    report = queries.report_of(found)
    words = {"opening": report.opening, "closing": report.closing} if report else {}
    form = ReportForm(request.POST or None, initial=words)
    if tried(form, lambda: actions.write_report(process=found, by=request.actor, at=request.at, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("publishing:result", request.space.slug, found.slug)
    return page(request, "publishing/edit.html", {"process": found, "form": form})


@needs(EDITS, "GET", "POST")
def publish(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    checks = queries.checks_of(found)
    form = PublishForm(request.POST if request.method == "POST" else None, unheard=[k.ref for k in checks.unheard])
    if tried(form, lambda: _published(request, found, form)):
        messages.success(request, _("Published. Everybody can read it now."))
        return redirect("publishing:result", request.space.slug, found.slug)
    return page(request, "publishing/publish.html", {"process": found, "form": form, "checks": checks})


def _published(request: Request, process: Process, form: PublishForm) -> Report:
    known = form.acknowledged
    return actions.publish(process=process, acknowledged=known, by=request.actor, at=request.at)


@needs(EDITS, "GET", "POST")
def unpublish(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    if request.method == "POST":
        actions.unpublish(process=found, by=request.actor, at=request.at)
        return redirect("publishing:result", request.space.slug, found.slug)
    over = queries.is_over(found, localdate(request.at))
    return page(request, "publishing/unpublish.html", {"process": found, "over": over})
