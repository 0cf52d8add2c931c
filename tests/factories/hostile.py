"""Overwrites every text that a person could have written, in every row of every table, past all forms and actions."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.apps import apps
from django.db.models import CharField, Field, JSONField, Model, TextField, URLField

MARKUP = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'><svg/onload=alert(3)>"
TEMPLATE = "x{{ 7*7 }}x{% load x %}"
LINES = "\r\nX-Evil: 1\r\nBEGIN:VEVENT\r\n"
FORMULA = '=HYPERLINK("https://evil.example","x")|'
ADDRESS = "javascript:alert(4)//" + MARKUP

# What is made by the product and not by people: keys, digests, states, and what the code looks up by its value.
MADE = {
    "Activity.kind",
    "Assignment.role",
    "Batch.path",
    "Batch.sha256",
    "Ballot.token_hash",
    "Change.after",
    "Change.before",
    "Commitment.precision",
    "Commitment.state",
    "Contribution.fingerprint",
    "Contribution.language",
    "Contribution.stems",
    "Event.actor_key",
    "Event.actor_kind",
    "Event.verb",
    "Knot.kind",
    "Knot.ref",
    "Link.kind",
    "Participant.passphrase_hash",
    "Participant.wave",
    "Person.language",
    "Person.password",
    "Phase.override",
    "Phase.precision",
    "Population.group",
    "SignInLink.token_hash",
    "Slip.token_hash",
    "Territory.code",
    "Upload.mime",
    "Upload.sha256",
}
# Keys of JSON under which a code, a key or a moment stands.
KEYS = {"key", "kind", "code", "option", "approvals", "at", "precision", "due_start", "due_end", "decided_on", "counts"}
LEFT = {"channels"}  # whole branches of JSON that hold codes
ALL_MADE = {"Participant.consents", "Participant.attributes", "Space.languages", "Territory.boundary", "Ballot.choices"}
ONLY_ADDED = {"Event"}
UNIQUE = {"Person.email", "Population.edition"}


def texts() -> Iterator[tuple[type[Model], Field]]:
    """Every column that holds what people wrote."""
    for model in apps.get_models():
        if model.__module__.startswith("tequio."):
            for field in model._meta.concrete_fields:
                if _written(model, field):
                    yield model, field


def _written(model: type[Model], field: Field) -> bool:
    name = f"{model.__name__}.{field.name}"
    kind = isinstance(field, CharField | TextField | JSONField)
    slug = type(field).__name__ == "SlugField"
    return kind and not slug and not field.choices and name not in MADE | ALL_MADE


def overwrite(text: str = MARKUP + TEMPLATE + LINES, address: str = ADDRESS) -> None:
    """Put `text` into every such column, and `address` into those of links. The record only grows: a row is added."""
    for model, fields in groupby(texts(), key=itemgetter(0)):
        _spoil_rows(model, [field for _model, field in fields], text, address)


def _spoil_rows(model: type[Model], fields: list[Field], text: str, address: str) -> None:
    rows = list(model._base_manager.all())
    for row in rows:
        for field in fields:
            setattr(row, field.attname, _spoilt(row, field, text, address))
    if model.__name__ in ONLY_ADDED:
        model._base_manager.bulk_create([_copy(row) for row in rows])
    else:
        model._base_manager.bulk_update(rows, [field.name for field in fields])


def _copy(row: Model) -> Model:
    row.pk = None
    return row


def _spoilt(row: Model, field: Field, text: str, address: str) -> Any:
    if isinstance(field, JSONField):
        return _within(getattr(row, field.name), "", text, address)
    written = address if isinstance(field, URLField) else text
    unique = f"{row.pk}" if f"{type(row).__name__}.{field.name}" in UNIQUE else ""
    return (unique + written)[: field.max_length]


def _within(value: Any, key: str, text: str, address: str) -> Any:
    if key in LEFT:
        return value
    if isinstance(value, dict):
        return {name: _within(inner, name, text, address) for name, inner in value.items()}
    if isinstance(value, list):
        return [_within(inner, key, text, address) for inner in value]
    spoil = isinstance(value, str) and key not in KEYS
    return (address if key == "url" else text) if spoil else value
