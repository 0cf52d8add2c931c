import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.thread import Graph, LinkKind

LINKS = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40), st.sampled_from(LinkKind)), max_size=60)


def build(links):
    return Graph.build([a for a, _, _ in links], [b for _, b, _ in links], [kind for _, _, kind in links])


def rows(side, ids):
    """All links of a side as (id, id, code)."""
    return [(ids[p], ids[e], c) for p in range(len(ids)) for e, c in zip(*side.of(p), strict=True)]


@given(LINKS)
def test_both_directions_hold_every_link_once_and_in_one_order(links):
    graph = build(links)

    ids, codes = graph.ids.tolist(), {kind: code for code, kind in enumerate(LinkKind)}
    passing = sorted((a, b, codes[kind]) for a, b, kind in links if kind is not LinkKind.ATTENDED)
    attending = sorted((a, b, codes[kind]) for a, b, kind in links if kind is LinkKind.ATTENDED)
    assert rows(graph.forward, ids) == passing
    assert rows(graph.back, ids) == sorted((b, a, c) for a, b, c in passing)
    assert rows(graph.attended, ids) == attending
    assert rows(graph.attended_by, ids) == sorted((b, a, c) for a, b, c in attending)


@given(LINKS)
def test_the_order_in_which_links_are_given_does_not_matter(links):
    one, other = build(links), build(links[::-1])

    assert all(
        np.array_equal(getattr(one.forward, part), getattr(other.forward, part)) for part in ("first", "ends", "codes")
    )


@given(LINKS, st.integers(-10, 50))
def test_a_node_has_a_place_exactly_when_it_has_a_link(links, node):
    graph = build(links)

    place = graph.place(node)

    nodes = {n for a, b, _ in links for n in (a, b)}
    assert (place is not None) == (node in nodes)
    assert place is None or graph.ids[place] == node


def test_columns_may_be_arrays_and_kinds_plain_words():
    graph = Graph.build(np.array([7, 9]), np.array([9, 1]), ["grouped", "became"])

    assert graph.ids.tolist() == [1, 7, 9]
    assert rows(graph.forward, graph.ids.tolist()) == rows(
        build([(9, 1, LinkKind.BECAME), (7, 9, LinkKind.GROUPED)]).forward, [1, 7, 9]
    )


def test_a_graph_without_links_is_a_graph():
    graph = Graph.build([], [], [])

    assert (graph.ids.tolist(), graph.place(1)) == ([], None)


def test_an_unknown_kind_of_link_is_an_error_of_the_program():
    with pytest.raises(KeyError, match="liked"):
        Graph.build([1], [2], ["liked"])


def test_columns_of_different_length_are_an_error_of_the_program():
    with pytest.raises(ValueError, match="equal length"):
        Graph.build([1, 2], [2], ["became"])
