"""Writes to what is asked of participants, in bands."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tequio.apps.processes.actions.naming import free_key
from tequio.apps.processes.actions.noting import noted
from tequio.apps.processes.models import Attribute, Process
from tequio.apps.processes.queries import anybody_with, locked
from tequio.core.actors import Actor
from tequio.core.localized import Localized, pick
from tequio.core.refusals import Refusal

type Band = Mapping[str, object]  # {"key", "label": {es, en}, "population": int | None}


@transaction.atomic
def add_attribute(
    process: Process,
    *,
    title: Localized,
    choices: Sequence[Band],
    source: str = "",
    key: str = "",
    by: Actor,
    at: datetime,
) -> Attribute:
    """`source` says where the populations of the bands come from."""
    held = locked(process)
    taken = {"borough", *held.attributes.values_list("key", flat=True)}
    made: Attribute = held.attributes.create(
        key=key or free_key(title, taken, "dato"),
        title=dict(title),
        choices=[dict(band) for band in choices],
        source=source,
    )
    noted("attribute.added", held, made.key, by=by, at=at)
    return made


@transaction.atomic
def edit_attribute(
    asked: Attribute, *, title: Localized, choices: Sequence[Band], source: str = "", by: Actor, at: datetime
) -> Attribute:
    """Bands may be renamed, added and reordered; one that somebody has given as an answer stays."""
    process = locked(asked.process)
    kept = {band["key"] for band in choices}
    _check_unused(process, asked, [band for band in asked.choices if band["key"] not in kept])
    asked.title, asked.choices, asked.source = dict(title), [dict(band) for band in choices], source
    asked.save(update_fields=["title", "choices", "source"])
    noted("attribute.edited", process, asked.key, by=by, at=at)
    return asked


@transaction.atomic
def remove_attribute(asked: Attribute, *, by: Actor, at: datetime) -> str:
    """Stop asking for something that nobody has answered."""
    process, key = locked(asked.process), asked.key
    _check_unused(process, asked, asked.choices)
    asked.delete()
    noted("attribute.removed", process, key, by=by, at=at)
    return key


def _check_unused(process: Process, asked: Attribute, bands: Sequence[Mapping[str, object]]) -> None:
    labels = {str(band["key"]): band["label"] for band in bands}
    if used := anybody_with(process, asked.key, labels):
        names = ", ".join(pick(labels[key], "es").text for key in used)  # type: ignore[arg-type]
        raise Refusal("attribute.in_use", bands=names, field="choices")
