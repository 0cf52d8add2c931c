"""Finds the space of an address, who is asking, and bounds every query of the request to that space."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve
from django_scopes import scope

from tequio.apps.accounts.keys import actor
from tequio.apps.accounts.models import Person
from tequio.apps.spaces import queries
from tequio.apps.spaces.models import Space
from tequio.core.actors import NOBODY, Actor, ActorKind
from tequio.web.requests import Request

RETURNING = "returning"  # the session's key: {process id: participant id}


class SpaceMiddleware:
    """Views under `<slug:space>/` get `request.space` instead of the word; elsewhere no space is in force."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        asking = cast("Request", request)
        _introduce(asking)
        space = _space_of(request.path_info)
        with _bounds(space):
            if space is not None:
                _enter(asking, space)
            return self.answer(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., HttpResponseBase],
        _args: Any,
        kwargs: dict[str, Any],
    ) -> None:
        if kwargs.pop("space", None) is not None and not hasattr(request, "space"):
            raise Http404


def _space_of(path: str) -> Space | None:
    try:
        slug = resolve(path).kwargs.get("space")
    except Resolver404:
        return None
    return queries.space_named(slug) if slug else None


def _bounds(space: Space | None) -> AbstractContextManager[None]:
    return scope(space=space.pk) if space is not None else nullcontext()


def _introduce(request: Request) -> None:
    """Who is asking, before any space is known; a reader without a cookie costs no query."""
    known = settings.SESSION_COOKIE_NAME in request.COOKIES
    request.person = request.user if known and isinstance(request.user, Person) else None
    request.permissions = frozenset()
    request.represents = frozenset()
    returning = request.session.get(RETURNING, {}) if known else {}
    request.returning = {int(process): participant for process, participant in returning.items()}
    request.actor = _actor(request)
    request.personal = bool(request.person or request.returning)


def _enter(request: Request, space: Space) -> None:
    request.space = space
    if request.person is not None:
        request.permissions = queries.permissions_in(space, request.person)
        request.represents = queries.represented(request.person)
        request.actor = _actor(request)


def _actor(request: Request) -> Actor:
    if request.person is not None:
        kind = ActorKind.FACILITATOR if request.permissions else ActorKind.ORGANIZATION
        return actor(kind, request.person.pk)
    if request.returning:
        return actor(ActorKind.PARTICIPANT, next(iter(request.returning.values())))
    return NOBODY
