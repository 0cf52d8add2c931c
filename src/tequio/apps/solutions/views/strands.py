"""What the pages of this app share: a thing's strand, and reading the codes that a form was given."""

from typing import Any

from django.forms import Form

from tequio.apps.processes.models import Process
from tequio.apps.solutions import queries
from tequio.apps.thread.queries import Traced, knot_of, traced
from tequio.core.roles import Permission
from tequio.core.thread import Kind, LinkKind
from tequio.web.requests import Request, may

CAME_OUT = (Kind.THEME, Kind.ROUND)  # few enough to tick; contributions are named by their code


def strand_of(request: Request, process: Process, kind: Kind, object_id: int) -> Traced:
    everything = may(request, Permission.RECORD_READ)
    return traced(process, knot_of(process, kind, object_id), everything=everything)


def typed_refs(process: Process, form: Form, into: Kind) -> dict[str, Any]:
    """The knots of a form's `themes` and `contributions` (which became the thing) and of its `evidence`."""
    said = form.cleaned_data
    ticked = queries.knots_named(process, said["themes"], LinkKind.BECAME, into, "themes")
    named = queries.knots_named(process, said["contributions"], LinkKind.BECAME, into, "contributions")
    became = list({knot.pk: knot for knot in (*ticked, *named)}.values())
    return {
        "became": became,
        "evidence": queries.knots_named(process, said["evidence"], LinkKind.EVIDENCE, into, "evidence"),
    }


def behind(process: Process, kind: Kind, object_id: int) -> dict[str, Any]:
    """What those same boxes hold for a thing that is there."""
    refs = queries.refs_behind(process, kind, object_id, LinkKind.BECAME)
    evidence = queries.refs_behind(process, kind, object_id, LinkKind.EVIDENCE)
    contributions = [ref for ref in refs if ref.startswith("A")]
    return {"themes": refs, "contributions": ", ".join(contributions), "evidence": ", ".join(evidence)}
