"""Reads about people who sign in."""

from typing import Any, TypedDict

from allauth.mfa.models import Authenticator
from django.conf import settings
from django_scopes import scopes_disabled

from tequio.apps.accounts.models import Person


class Factors(TypedDict):
    """Which second factors a person has set up."""

    passkey: bool
    code: bool


def factors_of(person: Person) -> Factors:
    kinds = set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    return {"passkey": Authenticator.Type.WEBAUTHN in kinds, "code": Authenticator.Type.TOTP in kinds}


def lacks_second_factor(person: Person) -> bool:
    """True where this installation asks staff for a second factor and the person has none yet."""
    return settings.SECOND_FACTOR == "required" and not any(factors_of(person).values())


def sends_email() -> bool:
    return "dummy" not in settings.MAILERS["default"]["BACKEND"]


def organizations_of(person: Person) -> list[Any]:
    """The organisations that a person speaks for, each with its space, in whichever space they are: one query.

    They stand on this app, so they are reached through the person and not imported.
    """
    with scopes_disabled():
        memberships = person.memberships.select_related("organization__space").order_by("organization__name")
        return [membership.organization for membership in memberships]
