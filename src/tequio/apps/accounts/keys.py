"""Pseudonyms: the same person always has the same key here, and nobody can undo it without our secret."""

import hashlib
import hmac

from django.conf import settings

from tequio.core.actors import Actor, ActorKind


def sealed(purpose: str, value: str) -> str:
    """64 hexadecimal digits that stand for `value`; `purpose` keeps two uses of one value from being joined."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()


def actor(kind: ActorKind, identity: int) -> Actor:
    return Actor(kind, sealed("actor", f"{kind}:{identity}")[:16])
