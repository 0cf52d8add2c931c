"""The door: signing in, my account, signing out."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tequio.apps.accounts import actions, queries
from tequio.apps.accounts.forms import PersonForm
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, SIGNED_IN, needs
from tequio.web.requests import Request


@needs(ANYONE)
def sign_in(request: Request) -> HttpResponse:
    """The ways in: a passkey, a code by e-mail where there is e-mail, a one-time link."""
    if request.person is not None:
        return redirect("accounts:home")
    return page(request, "accounts/sign_in.html", {"email": queries.sends_email(), "next": request.GET.get("next", "")})


@needs(ANYONE, "GET", "POST")
def by_link(request: Request, token: str) -> HttpResponse:
    """Opening the link shows whose it is; only the button spends it, so that no preview of a message does."""
    if request.method != "POST":
        link = actions.find_link(token, at=request.at)
        return page(request, "accounts/by_link.html", {"who": link.person})
    person = actions.use_link(token, at=request.at)
    first_factor = not any(queries.factors_of(person).values())
    record_authentication(request, person, method="link", reauthenticated=first_factor)
    entered: HttpResponse = perform_login(request, Login(user=person, email_verification="none"))
    return entered


@needs(SIGNED_IN, "GET", "POST")
def home(request: Request) -> HttpResponse:
    person = request.person
    assert person is not None  # noqa: S101 (the rule says so)
    known = {"name": person.name, "email": person.email, "language": person.language}
    form = PersonForm(request.POST or None, initial=known)
    done = tried(
        form, lambda: actions.change_person(person=person, **form.cleaned_data, by=request.actor, at=request.at) or True
    )
    if done:
        messages.success(request, _("Saved."))
        return redirect("accounts:home")
    facts = {"factors": queries.factors_of(person), "lacks": queries.lacks_second_factor(person)}
    here = {"assignments": _assignments(request), "organizations": queries.organizations_of(person)}
    return page(request, "accounts/home.html", {"form": form, **here, **facts})


@needs(SIGNED_IN, "POST")
def sign_out(request: Request) -> HttpResponse:
    return _left(request)


def _left(request: Request) -> HttpResponse:
    logout(request)
    response = redirect("front:home")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


@needs(SIGNED_IN, "POST")
def close_sessions(request: Request) -> HttpResponse:
    assert request.person is not None  # noqa: S101 (the rule says so)
    actions.close_sessions(person=request.person, by=request.actor, at=request.at)
    return _left(request)


def _assignments(request: Request) -> object:
    assert request.person is not None  # noqa: S101 (the rule says so)
    return request.person.assignments.select_related("space")
