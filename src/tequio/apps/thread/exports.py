"""The thread as data: the walk from one knot, and all of a process as JSON or GraphML."""

from typing import Any

from tequio.apps.processes.models import Process
from tequio.apps.thread import queries
from tequio.apps.thread.models import Knot, Link
from tequio.apps.thread.queries import Strand
from tequio.core import thread
from tequio.core.localized import pick
from tequio.core.refusals import Refusal


def trace_json(process: Process, ref: str) -> dict[str, list[dict[str, Any]]]:
    """{"back": […], "forward": […]}: each step with ref, kind, label, link and distance, nearest first."""
    knot = queries.knot_named(process, ref)
    if knot is None:
        raise Refusal("thread.unknown", ref=ref)
    found = queries.traced(process, knot, everything=True, most=None)
    return {"back": [_step(strand) for strand in found.back], "forward": [_step(strand) for strand in found.forward]}


def whole(
    process: Process, *, everything: bool = False, language: str = "es"
) -> tuple[list[thread.Knot], list[thread.Link]]:
    """Every knot and link that may be seen, in the order they were made.

    Who was at which meeting is for staff alone, and so is who said, and where, what is counted and not shown.
    """
    knots = Knot.objects.filter(process=process, **({} if everything else {"public": True})).order_by("pk")
    refs = {knot.pk: thread.Knot(knot.ref, thread.Kind(knot.kind), pick(knot.label, language).text) for knot in knots}
    seen = Link.objects.filter(process=process)
    if not everything:
        seen = seen.exclude(kind=thread.LinkKind.ATTENDED).exclude(kind__in=queries.TELLING, target__shown=False)
    rows = seen.order_by("pk").values_list("source_id", "target_id", "kind")
    links = [
        thread.Link(refs[source].ref, refs[target].ref, thread.LinkKind(kind))
        for source, target, kind in rows
        if source in refs and target in refs
    ]
    return list(refs.values()), links


def _step(strand: Strand) -> dict[str, Any]:
    return {
        "ref": strand.knot.ref,
        "kind": strand.knot.kind,
        "label": pick(strand.knot.label, "es").text,
        "link": strand.step.kind.value,
        "distance": strand.step.distance,
    }
