"""Pages of decisions, commitments and milestones: what was promised, by whom, and what became of it."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import localdate

from tequio.apps.commitments import actions, exports, queries
from tequio.apps.commitments.forms import (
    ChangeForm,
    CommitmentForm,
    CorrectionForm,
    DecisionForm,
    MilestoneForm,
    ReachedForm,
    day_of,
)
from tequio.apps.commitments.models import Commitment, Decision
from tequio.apps.commitments.wording import STATES
from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.apps.thread.queries import Traced, knot_of, traced
from tequio.core.commitments import CommitmentState, Declared
from tequio.core.roles import Permission
from tequio.core.thread import Kind, LinkKind
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, REPRESENTS, check, either, needs, staff
from tequio.web.requests import Request, may

EDITS = staff(Permission.COMMITMENTS_EDIT)
REPORTS = either(EDITS, REPRESENTS)


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
    context |= {"reports": _may_report(request, one), **_strand(request, found, Kind.COMMITMENT, one.pk)}
    return page(request, "commitments/commitment.html", context)


@needs(ANYONE)
def milestone(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.milestone(found, number)
    context = {"process": found, "milestone": one, "reports": _may_report(request, one.commitment)}
    return page(request, "commitments/milestone.html", context | _strand(request, found, Kind.MILESTONE, one.pk))


@needs(EDITS, "GET", "POST")
def add_decision(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = DecisionForm(request.POST or None, knots=queries.knots_to_choose(found))
    made = tried(form, lambda: _decided(request, found, form))
    if made:
        return redirect("commitments:decision", request.space.slug, process, made.number)
    return page(request, "commitments/decision_form.html", {"process": found, "form": form})


@needs(EDITS, "GET", "POST")
def correct_decision(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.decision(found, number)
    initial = {name: getattr(one, name) for name in (*actions.TEXTS, "decided_on")}
    form = CorrectionForm(request.POST or None, initial=initial)
    if tried(form, lambda: actions.correct_decision(decision=one, by=request.actor, at=request.at, **_texts(form))):
        return redirect("commitments:decision", request.space.slug, process, number)
    return page(request, "commitments/decision_form.html", {"process": found, "decision": one, "form": form})


@needs(EDITS, "GET", "POST")
def add_commitment(request: Request, process: str, number: int) -> HttpResponse:
    """A commitment that comes of decision `number`."""
    found = process_for(request, process)
    one = queries.decision(found, number)
    form = CommitmentForm(request.POST or None)
    made = tried(form, lambda: _committed(request, one, form))
    if made:
        return redirect("commitments:commitment", request.space.slug, process, made.number)
    return page(request, "commitments/commitment_form.html", {"process": found, "decision": one, "form": form})


@needs(EDITS, "GET", "POST")
def change(request: Request, process: str, number: int) -> HttpResponse:
    """Say what becomes of a commitment. What it was before stays to be read."""
    found = process_for(request, process)
    one = queries.commitment(found, number)
    form = ChangeForm(request.POST or None, initial={"title": one.title, **day_of(one.due)})
    if tried(form, lambda: _changed(request, one, form)):
        return redirect("commitments:commitment", request.space.slug, process, number)
    return page(request, "commitments/change.html", {"process": found, "commitment": one, "form": form})


@needs(REPORTS, "GET", "POST")
def report(request: Request, process: str, number: int) -> HttpResponse:
    """A step or news of a commitment, told by staff or by the organisation that made it."""
    found = process_for(request, process)
    one = queries.commitment(found, number)
    if refused := check(_may_report(request, one), request):
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
    if refused := check(_may_report(request, one.commitment), request):
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


def _may_report(request: Request, one: Commitment) -> bool:
    return may(request, Permission.COMMITMENTS_EDIT) or one.organization_id in request.represents


def _speaks_as(request: Request, one: Commitment) -> Organization | None:
    """The organisation that a report is signed with; staff reports for the process."""
    return None if may(request, Permission.COMMITMENTS_EDIT) else one.organization


def _strand(request: Request, process: Process, kind: Kind, object_id: int) -> dict[str, Traced]:
    everything = may(request, Permission.RECORD_READ)
    return {"traced": traced(process, knot_of(process, kind, object_id), everything=everything)}


def _texts(form: CorrectionForm) -> dict[str, Any]:
    texts = {name: form.cleaned_data[name] or {} for name in actions.TEXTS}
    return {**texts, "decided_on": form.cleaned_data["decided_on"]}


def _decided(request: Request, process: Process, form: DecisionForm) -> Decision:
    ticked, typed = form.cleaned_data["rests_on"], form.cleaned_data["evidence"]
    rests_on = queries.knots_named(process, ticked, LinkKind.DECIDED, "rests_on")
    evidence = queries.knots_named(process, typed, LinkKind.EVIDENCE, "evidence")
    facts: dict[str, Any] = {"rests_on": rests_on, "evidence": evidence, "by": request.actor, "at": request.at}
    return actions.add_decision(process=process, **_texts(form), **facts)


def _committed(request: Request, one: Decision, form: CommitmentForm) -> Commitment:
    said = {name: form.cleaned_data[name] for name in ("title", "who", "organization")}
    return actions.add_commitment(decision=one, due=form.span(), by=request.actor, at=request.at, **said)


def _changed(request: Request, one: Commitment, form: ChangeForm) -> Commitment:
    becomes, said = Declared(form.cleaned_data["becomes"]), form.cleaned_data
    promise: dict[str, Any] = (
        {"title": said["title"] or None, "due": form.span()} if becomes is Declared.CHANGED else {}
    )
    facts: dict[str, Any] = {"reason": said["reason"] or {}, "on": said["on"], "by": request.actor, "at": request.at}
    return actions.change_commitment(commitment=one, becomes=becomes, **facts, **promise)


def _news(form: ReachedForm) -> dict[str, Any]:
    return {**form.cleaned_data, "note": form.cleaned_data["note"] or {}}
