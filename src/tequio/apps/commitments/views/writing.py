"""Where staff writes decisions and commitments, and says what became of them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from tequio.apps.commitments import actions, queries
from tequio.apps.commitments.actions.decisions import TEXTS
from tequio.apps.commitments.forms import ChangeForm, CommitmentForm, CorrectionForm, DecisionForm, day_of
from tequio.apps.commitments.models import Commitment, Decision
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.core.commitments import Declared
from tequio.core.roles import Permission
from tequio.core.thread import LinkKind
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

EDITS = staff(Permission.COMMITMENTS_EDIT)


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
    initial = {name: getattr(one, name) for name in (*TEXTS, "decided_on")}
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


def _texts(form: CorrectionForm) -> dict[str, Any]:
    texts = {name: form.cleaned_data[name] or {} for name in TEXTS}
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
