"""The front door, the space's own pages, and the people who run it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.apps.accounts import actions as accounts
from tequio.apps.spaces import actions, queries
from tequio.apps.spaces.forms import EditSpaceForm, InviteForm, SetupForm
from tequio.apps.spaces.models import Assignment, Space
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.requests import Request


@needs(ANYONE)
def front(request: Request) -> HttpResponse:
    """The door of the installation: straight into its space where there is one, to the first run if there is none."""
    spaces = queries.all_spaces()
    if len(spaces) == 1:
        return redirect("spaces:home", spaces[0].slug)
    return page(request, "spaces/front.html", {"spaces": spaces}) if spaces else redirect("front:setup")


@needs(ANYONE, "GET", "POST")
def setup(request: Request) -> HttpResponse:
    """The first run, in the browser; once there is a space, it is over."""
    if queries.all_spaces():
        raise Http404
    form = SetupForm(request.POST or None)
    done = tried(form, lambda: _first_run(request, form))
    if done:
        return page(request, "spaces/setup_done.html", {"made": done[0], "link": request.build_absolute_uri(done[1])})
    return page(request, "spaces/setup.html", {"form": form})


def _first_run(request: Request, form: SetupForm) -> tuple[Space, str]:
    given = form.cleaned_data
    if given["code"].strip() != queries.setup_code():
        raise Refusal("setup.code", field="code")
    facts = {name: given[name] for name in ("name", "funders", "person", "email", "language")}
    return actions.first_run(**facts, operator=form.operator_facts(), by=request.actor, at=request.at)


@needs(ANYONE)
def privacy(request: Request) -> HttpResponse:
    return page(request, "spaces/privacy.html")


@needs(staff(Permission.SPACE_MANAGE), "GET", "POST")
def edit(request: Request) -> HttpResponse:
    space = request.space
    known = {
        "name": space.name,
        "about": space.about,
        "operator": space.operator.get("name"),
        "operator_url": space.operator.get("url"),
        "operator_about": space.operator.get("about", {}),
        "funders": "\n".join(funder["name"] for funder in space.funders),
    }
    form = EditSpaceForm(request.POST or None, initial=known)
    if tried(form, lambda: _edit(request, form)):
        messages.success(request, _("Saved."))
        return redirect("spaces:home", space.slug)
    return page(request, "spaces/edit.html", {"form": form})


def _edit(request: Request, form: EditSpaceForm) -> bool:
    given = {name: form.cleaned_data[name] for name in ("name", "about", "funders")}
    actions.edit_space(space=request.space, **given, operator=form.operator_facts(), by=request.actor, at=request.at)
    return True


@needs(staff(Permission.SPACE_ROLES), "GET", "POST")
def people(request: Request) -> HttpResponse:
    """Who may do what here; inviting somebody gives a link to print or to hand over."""
    form = InviteForm(request.POST or None, language=get_language() or "es")
    invited = tried(
        form, lambda: actions.invite(space=request.space, **form.cleaned_data, by=request.actor, at=request.at)
    )
    if invited:
        return _handed_over(request, invited[0].name, invited[1])
    return page(request, "spaces/people.html", {"form": form, "assignments": queries.people_of(request.space)})


@needs(staff(Permission.SPACE_ROLES), "POST")
def take_role(request: Request, assignment: int) -> HttpResponse:
    found = get_object_or_404(Assignment, pk=assignment, space=request.space)
    actions.take_role(assignment=found, by=request.actor, at=request.at)
    messages.success(request, _("That role is no longer theirs."))
    return redirect("spaces:people", request.space.slug)


@needs(staff(Permission.SPACE_ROLES), "POST")
def new_link(request: Request, assignment: int) -> HttpResponse:
    found = get_object_or_404(Assignment.objects.select_related("person"), pk=assignment, space=request.space)
    link = accounts.make_sign_in_link(person=found.person, by=request.actor, at=request.at)
    return _handed_over(request, found.person.name, link)


def _handed_over(request: Request, name: str, path: str) -> HttpResponse:
    return page(request, "spaces/link.html", {"name": name, "link": request.build_absolute_uri(path)})
