"""The whole thread of a process as plain values, ready for JSON."""

from collections.abc import Iterable

from tequio.core.thread.rules import Knot, Link


def to_json(process: str, nodes: Iterable[Knot], links: Iterable[Link]) -> dict[str, object]:
    """Return the documented shape: process, nodes (ref, kind, label), links (source, target, kind); order as given."""
    return {
        "process": process,
        "nodes": [{"ref": node.ref, "kind": node.kind.value, "label": node.label} for node in nodes],
        "links": [{"source": link.source, "target": link.target, "kind": link.kind.value} for link in links],
    }
