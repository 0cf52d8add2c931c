"""`{% strand traced process %}`: where a thing comes from and what came of it, in words, numbers and links."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Process
from tequio.apps.thread.kinds import PAGE
from tequio.apps.thread.models import Knot
from tequio.apps.thread.queries import Strand, Traced
from tequio.core.localized import pick
from tequio.core.thread import Kind
from tequio.web.templatetags.components import counted

register = template.Library()

KIND_LABELS = {
    Kind.PARTICIPANT: _("Participant"),
    Kind.MEETING: _("Meeting"),
    Kind.CONTRIBUTION: _("Contribution"),
    Kind.THEME: _("Theme"),
    Kind.PROBLEM: _("Problem"),
    Kind.ROUND: _("Prioritisation"),
    Kind.SOLUTION: _("Solution"),
    Kind.PROTOTYPE: _("Prototype"),
    Kind.FEEDBACK: _("Feedback"),
    Kind.DECISION: _("Decision"),
    Kind.COMMITMENT: _("Commitment"),
    Kind.MILESTONE: _("Milestone"),
}


def page_of(process: Process, knot: Knot) -> str:
    """Where the page of a knot is."""
    kind = Kind(knot.kind)
    place = [process.space.slug, process.slug]
    if kind is Kind.PARTICIPANT:
        return reverse(PAGE[kind], args=[*place, *knot.ref.split("#")])
    return reverse(PAGE[kind], args=[*place, int(knot.ref[1:])])


def shown(process: Process, strand: Strand) -> dict[str, Any]:
    """A knot as the thread component wants it."""
    knot = strand.knot
    return {
        "ref": knot.ref,
        "kind": knot.kind,
        "kind_label": KIND_LABELS[Kind(knot.kind)],
        "label": pick(knot.label, get_language() or "es").text or knot.ref,
        "url": page_of(process, knot),
        "sentence": "",
        "public": knot.public,
    }


@register.inclusion_tag("thread/strand.html")
def strand(traced: Traced, process: Process) -> dict[str, Any]:
    """The nearest knots in both directions; `process` brings its space along."""
    rest = traced.rest
    back = [(kind, n, "") for kind, n in (("voice", rest.contributions), ("participant", rest.participants)) if n]
    return {
        "back": [shown(process, found) for found in traced.back],
        "forward": [shown(process, found) for found in traced.forward],
        "back_counts": back,
        "meetings": [("meeting", rest.meetings, "")] if rest.meetings else [],
        "forward_counts": [(kind.value, n, "") for kind, n in traced.came.items()],
        "more_back": traced.back_total - len(traced.back),
        "more_forward": traced.forward_total - len(traced.forward),
        "whole": reverse("thread:knot", args=[process.space.slug, process.slug, traced.knot.pk]),
        "leaf": Kind(traced.knot.kind) in {Kind.PARTICIPANT, Kind.MEETING, Kind.CONTRIBUTION},
    }


@register.inclusion_tag("components/row.html")
def knot_row(process: Process, knot: Knot) -> dict[str, Any]:
    """A knot as a row of a list."""
    title = pick(knot.label, get_language() or "es").text or knot.ref
    return {"ref": knot.ref, "title": title, "url": page_of(process, knot), "synthetic": knot.synthetic}


@register.simple_tag
def kind_name(kind: Kind, n: int) -> str:
    """What knots of a kind are called, one or many, without the number."""
    return str(counted(n, kind.value)).split(" ", 1)[1]
