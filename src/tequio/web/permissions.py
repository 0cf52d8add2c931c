"""Who may open an address. Every view declares its rule with `@needs`; a test fails for one that does not."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol

from django.http import HttpResponse, HttpResponseBase

from tequio.core.roles import Permission
from tequio.web.errors import denied, not_allowed
from tequio.web.requests import Request


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    allows: Callable[[Request], bool]


ANYONE = Rule("anyone", lambda request: True)  # noqa: ARG005 (the rule asks nothing)
SIGNED_IN = Rule("signed in", lambda request: request.person is not None)
# The page itself asks for the passphrase, or refuses: only it knows to which process the words belong.
WITH_THEIR_WORDS = Rule("asked for their words, or refused", lambda request: True)  # noqa: ARG005
RETURNING = Rule("came back with a passphrase", lambda request: bool(request.returning))
REPRESENTS = Rule("speaks for an organization", lambda request: bool(request.represents))


def staff(permission: Permission) -> Rule:
    return Rule(permission.value, lambda request: permission in request.permissions)


def either(*rules: Rule) -> Rule:
    return Rule(" or ".join(rule.name for rule in rules), lambda request: any(rule.allows(request) for rule in rules))


class View(Protocol):
    def __call__(self, request: Any, /, *args: Any, **kwargs: Any) -> HttpResponseBase: ...


def needs(rule: Rule, *methods: str) -> Callable[[View], View]:
    """Declare who may open this view, and by which methods (GET alone unless told)."""
    allowed = ("HEAD", *(methods or ("GET",)))

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method not in allowed:
                return not_allowed(request, allowed)
            return view(request, *args, **kwargs) if rule.allows(request) else denied(request)

        guarded.rule = rule  # type: ignore[attr-defined]
        return guarded

    return declare


def check(allowed: bool, request: Request) -> HttpResponse | None:  # noqa: FBT001 (reads well at the call)
    """Return the refusal to show where a rule that hangs on the thing itself does not hold, or None where it does."""
    return None if allowed else denied(request)
