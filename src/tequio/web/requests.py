"""The request as our middleware leaves it: when it is, where it is, who acts and what they may do."""

from datetime import datetime
from typing import TYPE_CHECKING, TypedDict

from django.http import HttpRequest

from tequio.core.actors import Actor
from tequio.core.roles import Permission

if TYPE_CHECKING:
    from tequio.apps.accounts.models import Person
    from tequio.apps.spaces.models import Space


class Request(HttpRequest):
    at: datetime  # the only clock of the whole request
    space: "Space"
    person: "Person | None"
    actor: Actor
    permissions: frozenset[Permission]
    represents: frozenset[int]  # ids of the organisations that the person speaks for in this space
    returning: dict[int, int]  # process id -> participant id, for those who came back with their passphrase
    personal: bool  # made for one person: no browser keeps the page


class Signed(TypedDict):
    """Who acts and when, for an action: `actions.add_theme(…, **signed(request))`."""

    by: Actor
    at: datetime


def signed(request: Request) -> Signed:
    return {"by": request.actor, "at": request.at}


def may(request: Request, permission: Permission) -> bool:
    return permission in request.permissions
