"""Writes to the thread. Links are made through `tie`, which asks the core whether such a link may be."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tequio.apps.processes.models import Process
from tequio.apps.record import actions as record
from tequio.apps.thread import queries
from tequio.apps.thread.models import Knot, Link
from tequio.core.actors import Actor
from tequio.core.thread import Kind, LinkKind, check_link, check_no_cycle

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Thing:
    """What a knot needs to know of a thing: its kind, its row, its ref and its short name.

    `public` is what everybody may open; what is public and not `shown` counts, and leads to nobody.
    """

    kind: Kind
    object_id: int
    ref: str
    label: Mapping[str, str]
    public: bool = True
    shown: bool = True
    synthetic: bool = False


@transaction.atomic
def add_knots(process: Process, things: Iterable[Thing]) -> list[Knot]:
    """Make the knots of new things, or bring those of known things up to date."""
    rows = [
        Knot(
            process=process,
            kind=thing.kind,
            object_id=thing.object_id,
            ref=thing.ref,
            label=dict(thing.label),
            public=thing.public,
            shown=thing.shown,
            synthetic=thing.synthetic,
        )
        for thing in things
    ]
    Knot.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        update_fields=["label", "public", "shown", "ref"],
        unique_fields=["process", "kind", "object_id"],
    )
    _touch(process)
    return rows


def add_knot(process: Process, thing: Thing) -> Knot:
    add_knots(process, [thing])
    return queries.knot_of(process, thing.kind, thing.object_id)


@transaction.atomic
def remove_knot(process: Process, kind: Kind, object_id: int) -> None:
    """Take a thing off the thread, with its links: for what was withdrawn."""
    Knot.objects.filter(process=process, kind=kind, object_id=object_id).delete()
    _touch(process)


@transaction.atomic
def tie(source: Knot, kind: LinkKind, target: Knot, *, by: Actor, at: datetime, note: str = "") -> Link:
    """Link two knots of one process, forward in time. Tying twice changes nothing."""
    check_link(source.to_core(), kind, target.to_core())
    check_no_cycle(queries.graph(source.process), source.pk, target.pk)
    link, made = Link.objects.get_or_create(
        process=source.process, source=source, target=target, kind=kind, defaults={"note": note, "made_at": at}
    )
    if made:
        _touch(source.process)
        _noted("thread.tied", source, kind, target, by=by, at=at)
    return link


@transaction.atomic
def tie_many(process: Process, links: Iterable[tuple[Knot, LinkKind, Knot]], *, by: Actor, at: datetime) -> int:
    """Many links at once, for what comes in bulk; each is checked, and one line of the record tells how many.

    Cycles cannot come of bulk links: callers tie new contributions to what was there before them.
    """
    rows = []
    for source, kind, target in links:
        check_link(source.to_core(), kind, target.to_core())
        rows.append(Link(process=process, source=source, target=target, kind=kind, made_at=at))
    Link.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    _touch(process)
    record.note("thread.tied_many", by=by, at=at, space=process.space_id, process=process.pk, links=len(rows))
    return len(rows)


@transaction.atomic
def untie(source: Knot, kind: LinkKind, target: Knot, *, by: Actor, at: datetime) -> None:
    Link.objects.filter(source=source, target=target, kind=kind).delete()
    _touch(source.process)
    _noted("thread.untied", source, kind, target, by=by, at=at)


def _touch(process: Process) -> None:
    """Whoever holds a graph of this process will read it anew.

    A number drawn at random, not the next one: after a transaction that was undone, the next one would come again.
    """
    Process.objects.filter(pk=process.pk).update(thread_revision=secrets.randbits(62))


def _noted(verb: str, source: Knot, kind: LinkKind, target: Knot, *, by: Actor, at: datetime) -> None:
    process = source.process
    facts = {"link": str(kind), "to": target.ref}
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=source.ref, **facts)
