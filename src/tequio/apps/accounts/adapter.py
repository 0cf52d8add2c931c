"""What we ask of the sign-in library: nobody signs up alone, and no message leaves when no e-mail is configured."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (the signature is the library's)
        """People are invited; an open door would let anybody act as staff."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""
