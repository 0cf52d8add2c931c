from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.thread import Kind, Knot, Link, LinkKind
from tequio.formats.graph import to_graphml

SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
REFS = st.integers(1, 99).map("C-{}".format)
LABELS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n"))


def read_back(data):
    """The process, knots and links of a GraphML document, read by another hand."""
    graph = fromstring(data).find("g:graph", SPACE)
    knots = [
        Knot(node.get("id"), Kind(_data(node)["kind"]), _data(node)["label"]) for node in graph.findall("g:node", SPACE)
    ]
    links = [
        Link(edge.get("source"), edge.get("target"), LinkKind(_data(edge)["link"]))
        for edge in graph.findall("g:edge", SPACE)
    ]
    return graph.get("id"), knots, links


def _data(element):
    return {data.get("key"): data.text or "" for data in element.findall("g:data", SPACE)}


def test_a_thread_is_read_back_as_it_was():
    knots = [Knot("A-1", Kind.CONTRIBUTION, "Más árboles <&> «sombra»"), Knot("T-1", Kind.THEME, "")]
    links = [Link("A-1", "T-1", LinkKind.GROUPED)]

    assert read_back(to_graphml("sombra", knots, links)) == ("sombra", knots, links)


def test_every_key_that_is_used_is_declared_with_its_type():
    root = fromstring(to_graphml("p", [], []))

    declared = [
        (key.get("id"), key.get("for"), key.get("attr.name"), key.get("attr.type"))
        for key in root.findall("g:key", SPACE)
    ]
    assert declared == [
        ("kind", "node", "kind", "string"),
        ("label", "node", "label", "string"),
        ("link", "edge", "link", "string"),
    ]


def test_characters_that_xml_cannot_hold_are_left_out():
    assert read_back(to_graphml("p", [Knot("A-1", Kind.THEME, "a\x0bb\0c\ufffe\ud800d")], []))[1] == [
        Knot("A-1", Kind.THEME, "abcd")
    ]


@given(
    st.lists(st.builds(Knot, REFS, st.sampled_from(Kind), LABELS), unique_by=lambda knot: knot.ref),
    st.lists(st.builds(Link, REFS, REFS, st.sampled_from(LinkKind))),
)
def test_any_thread_is_read_back_as_it_was(knots, links):
    assert read_back(to_graphml("process", knots, links)) == ("process", knots, links)
