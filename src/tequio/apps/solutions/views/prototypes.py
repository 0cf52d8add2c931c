from typing import Any

from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect

from tequio.apps.files import actions as files
from tequio.apps.files.models import Upload
from tequio.apps.files.serving import response
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import process_for
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.forms import PrototypeForm, StatesForm, VersionForm
from tequio.apps.solutions.models import Prototype, Version
from tequio.apps.solutions.views.strands import strand_of
from tequio.apps.solutions.wording import STATES
from tequio.core.roles import Permission
from tequio.core.thread import Kind, LinkKind
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.requests import Request

EDITS = staff(Permission.SOLUTIONS_EDIT)
TEXTS = ("what_changed", "label", "link", "made_on")


@needs(ANYONE)
def prototype(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.prototype(found, number)
    context = {"process": found, "prototype": one, "versions": queries.versions_of(one), "states": STATES}
    context |= {"traced": strand_of(request, found, Kind.PROTOTYPE, one.pk)}
    return page(request, "solutions/prototype.html", context)


@needs(EDITS, "GET", "POST")
def add(request: Request, process: str, number: int) -> HttpResponse:
    """A prototype of solution `number`."""
    found = process_for(request, process)
    one = queries.solution(found, number)
    form = PrototypeForm(request.POST or None, meetings=queries.knots_to_choose(found, [Kind.MEETING]))
    made = tried(
        form, lambda: actions.add_prototype(solution=one, by=request.actor, at=request.at, **_typed(found, form))
    )
    if made:
        return redirect("solutions:prototype", request.space.slug, process, made.number)
    return page(request, "solutions/prototype_form.html", {"process": found, "solution": one, "form": form})


@needs(EDITS, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.prototype(found, number)
    meetings = queries.knots_to_choose(found, [Kind.MEETING])
    form = PrototypeForm(request.POST or None, meetings=meetings, initial=_initial(found, one))
    if tried(
        form, lambda: actions.edit_prototype(prototype=one, by=request.actor, at=request.at, **_typed(found, form))
    ):
        return redirect("solutions:prototype", request.space.slug, process, number)
    context = {"process": found, "solution": one.solution, "prototype": one, "form": form}
    return page(request, "solutions/prototype_form.html", context)


@needs(EDITS, "GET", "POST")
def add_version(request: Request, process: str, number: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.prototype(found, number)
    form = _form(request)
    made = tried(form, lambda: _saved(request, form, one))
    if made:
        return redirect("solutions:states", request.space.slug, process, number, made.number)
    return page(request, "solutions/version_form.html", {"process": found, "prototype": one, "form": form})


@needs(EDITS, "GET", "POST")
def edit_version(request: Request, process: str, number: int, version: int) -> HttpResponse:
    found = process_for(request, process)
    one = queries.version(found, number, version)
    initial = {name: getattr(one, name) for name in TEXTS} | {
        "description": one.picture.description if one.picture else {}
    }
    form = _form(request, initial)
    if tried(form, lambda: _saved(request, form, one.prototype, one)):
        return redirect("solutions:prototype", request.space.slug, process, number)
    context = {"process": found, "prototype": one.prototype, "edition": one, "form": form}
    return page(request, "solutions/version_form.html", context)


@needs(EDITS, "GET", "POST")
def states(request: Request, process: str, number: int, version: int) -> HttpResponse:
    """Which features a version has: all of them on one screen."""
    found = process_for(request, process)
    one = queries.version(found, number, version)
    form = StatesForm(request.POST or None, features=queries.features_of(one.prototype.solution), version=one)
    by_whom: dict[str, Any] = {"by": request.actor, "at": request.at}
    if tried(form, lambda: actions.set_feature_states(version=one, states=form.states(), **by_whom)):
        return redirect("solutions:prototype", request.space.slug, process, number)
    context = {"process": found, "prototype": one.prototype, "edition": one, "form": form}
    return page(request, "solutions/states.html", context)


@needs(ANYONE)
def picture(request: Request, process: str, sha256: str) -> FileResponse:
    """A picture shown in a process, for whoever may see the process, also after a draft was made public."""
    found = process_for(request, process)
    upload = queries.picture(found, sha256)
    if upload is None:
        raise Http404
    return response(upload, public=found.public)


def _form(request: Request, initial: dict[str, Any] | None = None) -> VersionForm:
    return VersionForm(request.POST or None, request.FILES or None, initial=initial)


@transaction.atomic
def _saved(request: Request, form: VersionForm, prototype: Prototype, version: Version | None = None) -> Version:
    """The picture and the version together, or neither."""
    said = {name: form.cleaned_data[name] for name in TEXTS}
    said |= {"picture": _stored(request, prototype.process, form), "by": request.actor, "at": request.at}
    if version is None:
        return actions.add_version(prototype=prototype, **said)
    words = form.cleaned_data["description"]
    if version.picture and words and not said["picture"]:
        files.describe(upload=version.picture, description=words, by=request.actor, at=request.at)
    return actions.edit_version(version=version, **said)


def _stored(request: Request, process: Process, form: VersionForm) -> Upload | None:
    sent = form.cleaned_data["picture"]
    if not sent:
        return None
    return files.store(
        data=sent.read(),
        name=sent.name,
        description=form.cleaned_data["description"] or {},
        space_id=process.space_id,
        public=process.public,
        by=request.actor,
        at=request.at,
    )


def _typed(process: Process, form: PrototypeForm) -> dict[str, Any]:
    said = form.cleaned_data
    meetings = queries.knots_named(process, said["meetings"], LinkKind.BUILT, Kind.PROTOTYPE, "meetings")
    evidence = queries.knots_named(process, said["evidence"], LinkKind.EVIDENCE, Kind.PROTOTYPE, "evidence")
    return {"title": said["title"], "about": said["about"] or {}, "built_in": meetings, "evidence": evidence}


def _initial(process: Process, one: Prototype) -> dict[str, Any]:
    built = queries.refs_behind(process, Kind.PROTOTYPE, one.pk, LinkKind.BUILT)
    evidence = queries.refs_behind(process, Kind.PROTOTYPE, one.pk, LinkKind.EVIDENCE)
    return {"title": one.title, "about": one.about, "meetings": built, "evidence": ", ".join(evidence)}
