"""All that is public of a process in one zip: tables, the thread, and what each column means."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from django.utils import translation
from django.utils.timezone import localdate, now

from tequio.apps.processes import limits
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import groups_of, heard_of
from tequio.apps.publishing.open_tables import tables
from tequio.apps.publishing.open_thread import Thread, open_thread
from tequio.core.localized import Localized, both, pick
from tequio.core.thread import to_json
from tequio.formats.graph import to_graphml
from tequio.formats.package import About, Extra, License, write_package
from tequio.formats.package.readme import FILES

LANGUAGES = ("es", "en")
PRIVATE = both(
    "Las personas están por su clave. Nombres, teléfonos, correos y de qué organización viene cada quien no se dan. "
    "Donde alguien pidió que no se muestren sus palabras, el aporte se cuenta sin ellas.",
    "People are here by their code. No names, telephone numbers, e-mail addresses, or the organisation that anybody "
    "comes from. Where somebody asked for their words not to be shown, the contribution counts without them.",
)
MADE_UP = both(
    "Las filas con synthetic = true se inventaron para mostrar cómo funciona: no son de nadie.",
    "Rows with synthetic = true were made up to show how it works: they are nobody's.",
)
PERMIT = both(
    "Con qué permiso se usan estos datos lo decide quien opera el espacio: %(who)s. Si no lo ha dicho, pregúntale "
    "antes de volver a publicarlos, y di siempre de dónde vienen.",
    "Under which licence these data are used is for whoever runs the space to decide: %(who)s. If they have not "
    "said, ask before publishing them again, and always say where they come from.",
)


def write(process: Process, path: Path, *, at: datetime | None = None) -> None:
    """Write the zip to a file; a command has no moment of its own, so it may leave it out."""
    with path.open("wb") as file:
        pack(process, file, at=at or now())


def pack(process: Process, out: IO[bytes], *, at: datetime, homepage: str = "") -> None:
    thread = open_thread(process)
    write_package(out, _about(process, at, homepage), tables(process, localdate(at), thread), _extras(process, thread))


def _about(process: Process, at: datetime, homepage: str) -> About:
    operator = process.space.operator
    who = operator.get("name") or pick(process.space.name, "es").text
    site = operator.get("url") or homepage
    readme = FILES["es"]  # where the last word on the licence stands
    return About(
        name=process.slug.lower().lstrip("-_") or "proceso",
        title=process.title,
        description=process.summary or process.title,
        created=at,
        license=License("notspecified", f"Lo decide / Decided by: {who}", site or readme),
        homepage=homepage,
        sources={who: site} if site else None,
        notes=[PRIVATE, MADE_UP, {key: text % {"who": who} for key, text in PERMIT.items()}, *_limits(process)],
    )


def _limits(process: Process) -> Sequence[Localized]:
    """How far the numbers go, in both languages."""
    groups = groups_of(process)
    heard = heard_of(process, groups) if groups else None
    if heard is None or not heard.found.n:
        return []
    said = [_in(language, lambda: limits.sentences(heard)) for language in LANGUAGES]
    return [dict(zip(LANGUAGES, sentence, strict=True)) for sentence in zip(*said, strict=True)]


def _in[T](language: str, say: Callable[[], T]) -> T:
    with translation.override(language):
        return say()


def _extras(process: Process, thread: Thread) -> list[Extra]:
    data = json.dumps(to_json(process.slug, thread.knots, thread.links), ensure_ascii=False).encode()
    drawn = to_graphml(process.slug, thread.knots, thread.links)
    title = both("El hilo: qué salió de qué", "The thread: what came of what")
    return [
        Extra("thread.json", title, "application/json", data),
        Extra("thread.graphml", title, "application/graphml+xml", drawn),
    ]
