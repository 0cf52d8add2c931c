"""Sends forms as they should not be sent, and takes back what came of it: each is tried on the same rows."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.test import Client

from tests.factories.everything import Everything
from tests.factories.forms import Form, forms_in
from tests.factories.paths import ours, paths_of

# They would end the session, lead nowhere, or belong to the library that signs people in.
LEFT_ALONE = ("/cuenta/salir/", "/cuenta/cerrar-sesiones/", "/cuenta/clave/", "/estilo/")

REFUSED, BROKEN = 400, 500


@dataclass(frozen=True)
class Place:
    """A form and where it is sent."""

    path: str
    form: Form


def places(client: Client, it: Everything) -> list[Place]:
    """Every form that this reader finds; one of those that ask the same at the same kind of address."""
    found: dict[tuple[str, ...], Place] = {}
    for address in ours():
        for path in paths_of(address, it):
            for place in _forms_at(client, path):
                asked = (*sorted(place.form.typed), *sorted(place.form.chosen), *sorted(place.form.files))
                found.setdefault((address.name, re.sub(r"\d+", "N", place.path), *asked), place)
    return list(found.values())


def _forms_at(client: Client, path: str) -> Iterator[Place]:
    reply = client.get(path)
    if reply.status_code == 200 and reply.headers.get("Content-Type", "").startswith("text/html"):
        for form in forms_in(reply.content.decode()):
            to = form.action or path
            if not to.startswith(LEFT_ALONE):
                yield Place(to, form)


def rows() -> dict[str, int]:
    """How many rows each of our tables has, and how many files there are."""
    ours_alone = [model for model in apps.get_models() if model.__module__.startswith("tequio.")]
    kept = sum(1 for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())
    return {"files": kept} | {model._meta.label: model._base_manager.count() for model in ours_alone}


@dataclass(frozen=True)
class Tried:
    """What was answered, and which tables a form changed that was refused."""

    status: int
    page: str
    changed: tuple[str, ...]


def tried(client: Client, path: str, data, **how) -> Tried:
    """What is answered to a form; then everything is as it was."""
    before, known = rows(), client.cookies.copy()
    with transaction.atomic():
        reply = client.post(path, data, **how)
        body = b"" if reply.streaming else reply.content
        after = rows() if reply.status_code >= REFUSED and not connection.needs_rollback else before
        transaction.set_rollback(True)
    client.cookies = known
    forget()
    changed = tuple(sorted(name for name in before if before[name] != after[name]))
    return Tried(reply.status_code, body.decode(errors="replace"), changed)


def forget() -> None:
    """What the product keeps in memory goes by revisions, which come again after everything is taken back."""
    modules = [module for name, module in sys.modules.items() if name.startswith("tequio.apps.")]
    for kept in (value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")):
        if kept.cache_parameters()["maxsize"] is not None:
            kept.cache_clear()


def wrong(answer: Tried) -> bool:
    """A form is taken whole, or refused with nothing of it kept; the product never breaks on it."""
    return answer.status >= BROKEN or answer.changed != ()
