"""Where staff, or the organisation that made a commitment, tells how it goes."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from tequio.apps.commitments import actions, queries
from tequio.apps.commitments.forms import MilestoneForm, ReachedForm
from tequio.apps.commitments.models import Commitment
from tequio.apps.organizations.models import Organization
from tequio.apps.processes.queries import process_for
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import REPRESENTS, check, either, needs, staff
from tequio.web.requests import Request, may

REPORTS = either(staff(Permission.COMMITMENTS_EDIT), REPRESENTS)


@needs(REPORTS, "GET", "POST")
def report(request: Request, process: str, number: int) -> HttpResponse:
    """A step or news of a commitment, told by staff or by the organisation that made it."""
    found = process_for(request, process)
    one = queries.commitment(found, number)
    if refused := check(may_report(request, one), request):
        return refused
    form = MilestoneForm(request.POST or None)
    whose: dict[str, Any] = {
        "commitment": one,
        "reported_by": _speaks_as(request, one),
        "by": request.actor,
        "at": request.at,
    }
    if tried(form, lambda: actions.add_milestone(**whose, **_news(form))):
        return redirect("commitments:commitment", request.space.slug, process, number)
    return page(request, "commitments/milestone_form.html", {"process": found, "commitment": one, "form": form})


@needs(REPORTS, "GET", "POST")
def reach(request: Request, process: str, number: int) -> HttpResponse:
    """Say that a planned step was reached."""
    found = process_for(request, process)
    one = queries.milestone(found, number)
    if refused := check(may_report(request, one.commitment), request):
        return refused
    form = ReachedForm(request.POST or None, initial={"note": one.note, "evidence": one.evidence})
    whose: dict[str, Any] = {
        "milestone": one,
        "reported_by": _speaks_as(request, one.commitment),
        "by": request.actor,
        "at": request.at,
    }
    if tried(form, lambda: actions.reach_milestone(**whose, **_news(form))):
        return redirect("commitments:milestone", request.space.slug, process, number)
    context = {"process": found, "commitment": one.commitment, "milestone": one, "form": form}
    return page(request, "commitments/milestone_form.html", context)


def may_report(request: Request, one: Commitment) -> bool:
    return may(request, Permission.COMMITMENTS_EDIT) or one.organization_id in request.represents


def _speaks_as(request: Request, one: Commitment) -> Organization | None:
    """The organisation that a report is signed with; staff reports for the process."""
    return None if may(request, Permission.COMMITMENTS_EDIT) else one.organization


def _news(form: ReachedForm) -> dict[str, Any]:
    return {**form.cleaned_data, "note": form.cleaned_data["note"] or {}}
