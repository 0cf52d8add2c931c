"""The thread as GraphML (http://graphml.graphdrawing.org), which network tools read."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from tequio.core.thread import Knot, Link

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no way to say
KEYS = (("kind", "node"), ("label", "node"), ("link", "edge"))


def to_graphml(process: str, knots: Iterable[Knot], links: Iterable[Link]) -> bytes:
    """Return a directed graph: node ids are refs; nodes carry kind and label, edges carry the kind of link."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("graphml"))
    for name, where in KEYS:
        ET.SubElement(root, _tag("key"), {"id": name, "for": where, "attr.name": name, "attr.type": "string"})
    graph = ET.SubElement(root, _tag("graph"), {"id": process, "edgedefault": "directed"})
    for knot in knots:
        _with_data(graph, "node", {"id": knot.ref}, kind=knot.kind.value, label=knot.label)
    for link in links:
        _with_data(graph, "edge", {"source": link.source, "target": link.target}, link=link.kind.value)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def _with_data(graph: ET.Element, tag: str, attributes: dict[str, str], **data: str) -> None:
    element = ET.SubElement(graph, _tag(tag), attributes)
    for key, value in data.items():
        ET.SubElement(element, _tag("data"), {"key": key}).text = UNWRITABLE.sub("", value)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
