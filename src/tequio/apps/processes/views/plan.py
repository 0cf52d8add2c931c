"""For staff: the plan of a process, its phases in time and what people can do in them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate

from tequio.apps.processes import actions, forms, journey, queries
from tequio.apps.processes.forms.dates import typed
from tequio.apps.processes.forms.plan import band_lines
from tequio.apps.processes.models import Attribute, Phase, Process
from tequio.core import phases as core
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

EDIT = staff(Permission.PROCESSES_EDIT)


def _back(request: Request, process: Process) -> HttpResponse:
    return redirect("processes:plan", request.space.slug, process.slug)


@needs(EDIT)
def plan(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    phases = queries.phases_of(found)
    titles = {phase.key: phase.title for phase in phases}
    disorder = [(titles[first], titles[later]) for first, later in core.out_of_order([p.to_core() for p in phases])]
    shown = {
        "process": found,
        "phases": list(zip(phases, journey.ribbon(phases, localdate(request.at)), strict=True)),
        "disorder": disorder,
        "activities": found.activities.prefetch_related("phases"),
        "attributes": found.attributes.all(),
    }
    return page(request, "processes/plan.html", shown)


@needs(EDIT, "GET", "POST")
def add_phase(request: Request, process: str) -> HttpResponse:
    """The name first; when it is comes on the next page."""
    found = queries.process_for(request, process)
    form = forms.PhaseForm(request.POST or None, process=found)
    made = tried(form, lambda: _added(request, found, form))
    if made:
        return redirect("processes:phase_dates", request.space.slug, found.slug, made.key)
    return page(request, "processes/phase_form.html", {"process": found, "form": form})


def _added(request: Request, process: Process, form: forms.PhaseForm) -> Phase:
    clean = form.cleaned_data
    facts = {"title": clean["title"], "purpose": clean["purpose"], "source": clean["source"]}
    made = actions.add_phase(process, **facts, by=request.actor, at=request.at)
    return _edited(request, made, form) if clean.get("activities") else made


def _edited(request: Request, phase: Phase, form: forms.PhaseForm) -> Phase:
    clean = {"activities": (), **form.cleaned_data}
    return actions.edit_phase(phase, **clean, by=request.actor, at=request.at)


@needs(EDIT, "GET", "POST")
def phase(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known = queries.phase_at(found, key)
    opens = [activity.key for activity in known.activities.all()]
    initial = {"title": known.title, "purpose": known.purpose, "source": known.source, "activities": opens}
    form = forms.PhaseForm(request.POST or None, process=found, initial=initial)
    if tried(form, lambda: _edited(request, known, form)):
        return _back(request, found)
    return page(request, "processes/phase_form.html", {"process": found, "phase": known, "form": form})


@needs(EDIT, "GET", "POST")
def phase_dates(request: Request, process: str, key: str) -> HttpResponse:
    """How exactly it is known decides which boxes there are; that is chosen in the address, so it needs no script."""
    found = queries.process_for(request, process)
    known = queries.phase_at(found, key)
    span = known.to_core().span
    chosen = request.GET.get("precision", "")
    if chosen not in forms.DATE_FORMS:
        form = forms.PrecisionForm(request.GET if chosen else None, initial={"precision": forms.precision_of(span)})
        return page(request, "processes/phase_precision.html", {"process": found, "phase": known, "form": form})
    boxes = forms.DATE_FORMS[chosen](request.POST if request.method == "POST" else None, initial=typed(span))
    if tried(boxes, lambda: actions.date_phase(known, span=boxes.span(), by=request.actor, at=request.at)):
        return _back(request, found)
    shown = {"process": found, "phase": known, "form": boxes, "precision": chosen}
    return page(request, "processes/phase_dates.html", shown)


@needs(EDIT, "GET", "POST")
def phase_open(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known = queries.phase_at(found, key)
    form = forms.OverrideForm(request.POST if request.method == "POST" else None, initial={"override": known.override})
    change = lambda: actions.override_phase(known, **form.cleaned_data, by=request.actor, at=request.at)  # noqa: E731
    if tried(form, change):
        return _back(request, found)
    return page(request, "processes/phase_open.html", {"process": found, "phase": known, "form": form})


@needs(EDIT, "POST")
def move_phase(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    earlier = request.POST.get("to") == "earlier"
    actions.move_phase(queries.phase_at(found, key), earlier=earlier, by=request.actor, at=request.at)
    return _back(request, found)


@needs(EDIT, "GET", "POST")
def remove_phase(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known = queries.phase_at(found, key)
    form = forms.AskedForm(request.POST if request.method == "POST" else None)
    if tried(form, lambda: actions.remove_phase(known, by=request.actor, at=request.at)):
        return _back(request, found)
    return page(request, "processes/remove.html", {"process": found, "thing": known, "form": form})


@needs(EDIT, "GET", "POST")
def add_activity(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    form = forms.ActivityForm(request.POST or None, process=found)
    if tried(form, lambda: actions.add_activity(found, **form.cleaned_data, by=request.actor, at=request.at)):
        return _back(request, found)
    return page(request, "processes/activity_form.html", {"process": found, "form": form})


@needs(EDIT, "GET", "POST")
def activity(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known = get_object_or_404(found.activities, key=key)
    opens = [phase.key for phase in known.phases.all()]
    initial = {"title": known.title, "kind": known.kind, "about": known.about, "phases": opens}
    form = forms.ActivityForm(request.POST or None, process=found, initial=initial)
    if tried(form, lambda: actions.edit_activity(known, **form.cleaned_data, by=request.actor, at=request.at)):
        return _back(request, found)
    return page(request, "processes/activity_form.html", {"process": found, "activity": known, "form": form})


@needs(EDIT, "GET", "POST")
def remove_activity(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known = get_object_or_404(found.activities, key=key)
    form = forms.AskedForm(request.POST if request.method == "POST" else None)
    if tried(form, lambda: actions.remove_activity(known, by=request.actor, at=request.at)):
        return _back(request, found)
    return page(request, "processes/remove.html", {"process": found, "thing": known, "form": form})


@needs(EDIT, "GET", "POST")
def add_attribute(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    form = forms.AttributeForm(request.POST or None)
    if tried(form, lambda: actions.add_attribute(found, **form.cleaned_data, by=request.actor, at=request.at)):
        return _back(request, found)
    return page(request, "processes/attribute_form.html", {"process": found, "form": form})


@needs(EDIT, "GET", "POST")
def attribute(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known: Attribute = get_object_or_404(found.attributes, key=key)
    initial = {"title": known.title, "choices": band_lines(known.choices), "source": known.source}
    form = forms.AttributeForm(request.POST or None, asked=known, initial=initial)
    if tried(form, lambda: actions.edit_attribute(known, **form.cleaned_data, by=request.actor, at=request.at)):
        return _back(request, found)
    return page(request, "processes/attribute_form.html", {"process": found, "attribute": known, "form": form})


@needs(EDIT, "GET", "POST")
def remove_attribute(request: Request, process: str, key: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known = get_object_or_404(found.attributes, key=key)
    form = forms.AskedForm(request.POST if request.method == "POST" else None)
    if tried(form, lambda: actions.remove_attribute(known, by=request.actor, at=request.at)):
        return _back(request, found)
    return page(request, "processes/remove.html", {"process": found, "thing": known, "form": form})
