"""What everybody reads."""

from django.http import HttpResponse, HttpResponseBase
from django.utils.timezone import localdate

from tequio.apps.commitments import exports, queries
from tequio.apps.commitments.views.reporting import may_report
from tequio.apps.commitments.wording import STATES
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.apps.thread.queries import Traced, knot_of, traced
from tequio.core.commitments import CommitmentState
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tequio.web.pages import page
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request, may


@needs(ANYONE)
def index(request: Request, process: str) -> HttpResponse:
    found, on = process_for(request, process), localdate(request.at)
    asked = request.GET.get("estado", "")
    only = CommitmentState(asked) if asked in STATES else None
    context = {"process": found, "board": queries.board(found, on), "only": only, "on": on}
    return page(
        request,
        "commitments/list.html",
        context | {"rows": queries.everything_decided(found, on, only), "states": STATES},
    )


@needs(ANYONE)
def table(request: Request, process: str) -> HttpResponseBase:
    """All commitments as a file, as they stand today."""
    found = process_for(request, process)
    return exports.as_file(exports.commitments_table(found, localdate(request.at)), found.slug)


@needs(ANYONE)
def decision(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.decision(found, number)
    context = {"process": found, "decision": one, "promised": queries.promised_in(one, localdate(request.at))}
    return page(request, "commitments/decision.html", context | _strand(request, found, Kind.DECISION, one.pk))


@needs(ANYONE)
def commitment(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.commitment(found, number)
    context = {"process": found, "promised": queries.standing(one, localdate(request.at)), "commitment": one}
    context |= {"milestones": queries.milestones_of(one), "changes": queries.changes_of(one)}
    context |= {"reports": may_report(request, one), **_strand(request, found, Kind.COMMITMENT, one.pk)}
    return page(request, "commitments/commitment.html", context)


@needs(ANYONE)
def milestone(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.milestone(found, number)
    context = {"process": found, "milestone": one, "reports": may_report(request, one.commitment)}
    return page(request, "commitments/milestone.html", context | _strand(request, found, Kind.MILESTONE, one.pk))


def _strand(request: Request, process: Process, kind: Kind, object_id: int) -> dict[str, Traced]:
    everything = may(request, Permission.RECORD_READ)
    return {"traced": traced(process, knot_of(process, kind, object_id), everything=everything)}
