"""The thread: every claim leads back to the voices it rests on, and forward to what came of it."""

from tequio.core.thread.export import to_json
from tequio.core.thread.graph import Graph
from tequio.core.thread.rules import ALLOWED, RESULTS, VOICES, Kind, Knot, Link, LinkKind, check_link, links_between
from tequio.core.thread.trace import (
    Rest,
    Step,
    Trace,
    came_of,
    check_no_cycle,
    orphans,
    rests_on,
    trace,
    would_cycle,
)

__all__ = [
    "ALLOWED",
    "RESULTS",
    "VOICES",
    "Graph",
    "Kind",
    "Knot",
    "Link",
    "LinkKind",
    "Rest",
    "Step",
    "Trace",
    "came_of",
    "check_link",
    "check_no_cycle",
    "links_between",
    "orphans",
    "rests_on",
    "to_json",
    "trace",
    "would_cycle",
]
