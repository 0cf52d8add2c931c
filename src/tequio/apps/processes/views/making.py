"""For staff: start a process, change it, copy it, show it to everybody or take it back."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from tequio.apps.processes import actions, forms, queries
from tequio.apps.processes.models import Process
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import needs, staff
from tequio.web.requests import Request

EDIT = staff(Permission.PROCESSES_EDIT)


def _who(request: Request) -> dict[str, Any]:
    return {"by": request.actor, "at": request.at}


@needs(EDIT, "GET", "POST")
def new(request: Request) -> HttpResponse:
    form = forms.NewForm(request.POST or None, space=request.space)
    made = tried(form, lambda: _made(request, form))
    if made:
        return redirect("processes:plan", request.space.slug, made.slug)
    return page(request, "processes/new.html", {"form": form})


def _made(request: Request, form: forms.NewForm) -> Process:
    clean, who = form.cleaned_data, _who(request)
    if clean["plan"] is None:
        facts = {"slug": clean["slug"], "title": clean["title"], "summary": clean["summary"]}
        return actions.create_process(space=request.space, territory=request.space.territory, **facts, **who)
    return actions.copy_process(
        clean["plan"], slug=clean["slug"], title=clean["title"], summary=clean["summary"], **who
    )


@needs(EDIT, "GET", "POST")
def edit(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    known = {name: getattr(found, name) for name in ("title", "summary", "moderation", "territory")}
    form = forms.EditForm(request.POST or None, initial=known)
    if tried(form, lambda: actions.edit_process(found, **form.cleaned_data, by=request.actor, at=request.at)):
        return redirect("processes:plan", request.space.slug, found.slug)
    return page(request, "processes/edit.html", {"process": found, "form": form})


@needs(EDIT, "GET", "POST")
def publish(request: Request, process: str) -> HttpResponse:
    """Asks first; then a draft is shown to everybody, and a public process becomes a draft."""
    found = queries.process_for(request, process)
    form = forms.AskedForm(request.POST if request.method == "POST" else None)
    public = not found.public
    if tried(form, lambda: actions.publish(found, public=public, by=request.actor, at=request.at)):
        return redirect("processes:detail", request.space.slug, found.slug)
    return page(request, "processes/publish.html", {"process": found, "form": form})


@needs(EDIT, "GET", "POST")
def copy(request: Request, process: str) -> HttpResponse:
    found = queries.process_for(request, process)
    form = forms.CopyForm(request.POST or None, initial={"title": found.title})
    made = tried(form, lambda: actions.copy_process(found, **form.cleaned_data, by=request.actor, at=request.at))
    if made:
        return redirect("processes:plan", request.space.slug, made.slug)
    return page(request, "processes/copy.html", {"process": found, "form": form})
