"""The directory of organisations, and the page of each."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from tequio.apps.organizations import actions, queries
from tequio.apps.organizations.forms import MemberForm, OrganizationForm, VerifyForm
from tequio.apps.organizations.models import Organization, Verification
from tequio.apps.territories.models import Territory
from tequio.core.roles import Permission
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, REPRESENTS, check, either, needs, staff
from tequio.web.requests import Request, may, signed

EDITORS = either(staff(Permission.ORGANIZATIONS_EDIT), REPRESENTS)
VERIFIERS = either(staff(Permission.ORGANIZATIONS_VERIFY), REPRESENTS)


@needs(ANYONE)
def index(request: Request) -> HttpResponse:
    asked = {name: request.GET.get(name, "").strip() for name in ("q", "donde", "abierta")}
    every = queries.organizations_for(request)
    found = queries.narrowed(every, asked["q"], asked["donde"], open_only=bool(asked["abierta"])).order_by("name")
    places = Territory.objects.filter(kind=Territory.Kind.BOROUGH)
    shown = Paginator(found, queries.PER_PAGE).get_page(request.GET.get("pagina"))
    return page(request, "organizations/list.html", {"shown": shown, "asked": asked, "places": places})


@needs(ANYONE)
def detail(request: Request, organization: str) -> HttpResponse:
    found = _found(request, organization)
    verifications = found.verifications.select_related("by_organization")
    context = {"organization": found, "verifications": verifications, "mine": _mine(request, found)}
    return page(request, "organizations/detail.html", context)


@needs(staff(Permission.ORGANIZATIONS_EDIT), "GET", "POST")
def add(request: Request) -> HttpResponse:
    form = OrganizationForm(request.POST or None)
    made = tried(form, lambda: actions.add_organization(space=request.space, **form.cleaned_data, **signed(request)))
    if made:
        return redirect("organizations:detail", request.space.slug, made.slug)
    return page(request, "organizations/form.html", {"form": form})


@needs(EDITORS, "GET", "POST")
def edit(request: Request, organization: str) -> HttpResponse:
    found = _found(request, organization)
    if refused := check(_mine(request, found), request):
        return refused
    form = OrganizationForm(request.POST or None, initial=_known(found))
    if tried(form, lambda: _edited(request, found, form)):
        return redirect("organizations:detail", request.space.slug, found.slug)
    return page(request, "organizations/form.html", {"form": form, "organization": found})


@needs(EDITORS, "GET", "POST")
def members(request: Request, organization: str) -> HttpResponse:
    """Who speaks for it; a new person gets a link to print or hand over."""
    found = _found(request, organization)
    if refused := check(_mine(request, found), request):
        return refused
    form = MemberForm(request.POST or None)
    invited = tried(form, lambda: actions.invite_member(organization=found, **form.cleaned_data, **signed(request)))
    link = request.build_absolute_uri(invited[1]) if invited else ""
    people = found.memberships.select_related("person")
    return page(
        request, "organizations/members.html", {"form": form, "organization": found, "people": people, "link": link}
    )


@needs(VERIFIERS, "GET", "POST")
def verify(request: Request, organization: str) -> HttpResponse:
    """The operator says it, or whoever speaks for another organisation."""
    found = _found(request, organization)
    operator = may(request, Permission.ORGANIZATIONS_VERIFY)
    through = None if operator else Organization.objects.filter(pk__in=request.represents).first()
    form = VerifyForm(request.POST or None)
    if tried(form, lambda: _verified(request, found, through, form)):
        messages.success(request, _("Thank you. It stands on their page."))
        return redirect("organizations:detail", request.space.slug, found.slug)
    return page(request, "organizations/verify.html", {"form": form, "organization": found})


def _found(request: Request, slug: str) -> Organization:
    return get_object_or_404(queries.organizations_for(request), slug=slug)


def _verified(request: Request, found: Organization, through: Organization | None, form: VerifyForm) -> Verification:
    told = form.cleaned_data["note"]
    return actions.verify(organization=found, by_organization=through, note=told, **signed(request))


def _mine(request: Request, organization: Organization) -> bool:
    return may(request, Permission.ORGANIZATIONS_EDIT) or organization.pk in request.represents


def _known(organization: Organization) -> dict[str, object]:
    return {name: getattr(organization, name) for name in OrganizationForm.base_fields}


def _edited(request: Request, organization: Organization, form: OrganizationForm) -> bool:
    actions.edit_organization(organization=organization, **form.cleaned_data, **signed(request))
    return True
