from collections import deque
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio.core.thread import (
    Graph,
    Kind,
    LinkKind,
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
from tests.core.refused import refusal_of

PASSING = [kind for kind in LinkKind if kind is not LinkKind.ATTENDED]
NODES = st.integers(0, 30)
LINKS = st.lists(st.tuples(NODES, NODES, st.sampled_from(PASSING)), max_size=60)


def build(links):
    return Graph.build([a for a, _, _ in links], [b for _, b, _ in links], [kind for _, _, kind in links])


def reached(links, start):
    """Return the distance of all that can be reached, the slow and obvious way."""
    distances, queue = {start: 0}, deque([start])
    while queue:
        node = queue.popleft()
        for source, target, _ in links:
            if source == node and target not in distances:
                distances[target] = distances[node] + 1
                queue.append(target)
    del distances[start]
    return distances


def turned(links):
    return [(b, a, kind) for a, b, kind in links]


CARO, DANIEL, TALLER, NEED, IDEA, THEME, PROBLEM, SOLUTION, PROTOTYPE, FEEDBACK, DECISION, PROMISE = range(1, 13)
KINDS = {
    CARO: Kind.PARTICIPANT,
    DANIEL: Kind.PARTICIPANT,
    TALLER: Kind.MEETING,
    NEED: Kind.CONTRIBUTION,
    IDEA: Kind.CONTRIBUTION,
    THEME: Kind.THEME,
    PROBLEM: Kind.PROBLEM,
    SOLUTION: Kind.SOLUTION,
    PROTOTYPE: Kind.PROTOTYPE,
    FEEDBACK: Kind.FEEDBACK,
    DECISION: Kind.DECISION,
    PROMISE: Kind.COMMITMENT,
}
JOURNEY = [
    (CARO, TALLER, LinkKind.ATTENDED),
    (DANIEL, TALLER, LinkKind.ATTENDED),
    (CARO, NEED, LinkKind.SAID),
    (TALLER, NEED, LinkKind.GATHERED),
    (TALLER, IDEA, LinkKind.GATHERED),
    (NEED, THEME, LinkKind.GROUPED),
    (THEME, PROBLEM, LinkKind.BECAME),
    (PROBLEM, SOLUTION, LinkKind.ANSWERED),
    (IDEA, SOLUTION, LinkKind.BECAME),
    (SOLUTION, PROTOTYPE, LinkKind.BUILT),
    (PROTOTYPE, FEEDBACK, LinkKind.ASKED),
    (FEEDBACK, DECISION, LinkKind.DECIDED),
    (DECISION, PROMISE, LinkKind.COMMITTED),
]


def test_a_problem_leads_back_to_its_voices_and_forward_to_its_results():
    assert trace(build(JOURNEY), PROBLEM) == Trace(
        back=(
            Step(THEME, LinkKind.BECAME, 1),
            Step(NEED, LinkKind.GROUPED, 2),
            Step(CARO, LinkKind.SAID, 3),
            Step(TALLER, LinkKind.GATHERED, 3),
        ),
        forward=(
            Step(SOLUTION, LinkKind.ANSWERED, 1),
            Step(PROTOTYPE, LinkKind.BUILT, 2),
            Step(FEEDBACK, LinkKind.ASKED, 3),
            Step(DECISION, LinkKind.DECIDED, 4),
            Step(PROMISE, LinkKind.COMMITTED, 5),
        ),
    )


def test_being_at_a_meeting_is_not_having_said_what_others_said_there():
    graph = build(JOURNEY)

    assert DANIEL not in {step.node for step in trace(graph, SOLUTION).back}
    assert trace(graph, DANIEL).forward == (Step(TALLER, LinkKind.ATTENDED, 1),)


def test_a_meeting_shows_who_attended_and_what_came_of_it_but_nothing_that_came_to_it_from_below():
    found = trace(build(JOURNEY), TALLER)

    assert found.back == (Step(CARO, LinkKind.ATTENDED, 1), Step(DANIEL, LinkKind.ATTENDED, 1))
    assert found.forward[:4] == (
        Step(NEED, LinkKind.GATHERED, 1),
        Step(IDEA, LinkKind.GATHERED, 1),
        Step(THEME, LinkKind.GROUPED, 2),
        Step(SOLUTION, LinkKind.BECAME, 2),
    )


def test_what_a_participant_said_and_attended_come_in_one_order():
    assert trace(build(JOURNEY), CARO).forward[:3] == (
        Step(TALLER, LinkKind.ATTENDED, 1),
        Step(NEED, LinkKind.SAID, 1),
        Step(THEME, LinkKind.GROUPED, 2),
    )


def test_a_knot_without_links_has_an_empty_trace():
    assert trace(build(JOURNEY), 99) == Trace((), ())
    assert trace(Graph.build([], [], []), 1) == Trace((), ())


def test_the_first_of_two_links_at_one_distance_is_told():
    links = [(2, 9, LinkKind.EVIDENCE), (1, 9, LinkKind.GROUPED), (0, 1, LinkKind.SAID), (0, 2, LinkKind.SAID)]

    assert trace(build(links), 0).forward[-1] == Step(9, LinkKind.GROUPED, 2)


@given(LINKS, NODES)
def test_a_trace_reaches_all_that_can_be_reached_at_the_shortest_distance(links, node):
    found = trace(build(links), node)

    assert {step.node: step.distance for step in found.forward} == reached(links, node)
    assert {step.node: step.distance for step in found.back} == reached(turned(links), node)


@given(LINKS, NODES)
def test_steps_come_nearest_first_then_by_id_and_none_twice(links, node):
    found = trace(build(links), node)

    for steps in (found.back, found.forward):
        order = [(step.distance, step.node) for step in steps]
        assert order == sorted(set(order))


@given(LINKS, NODES)
def test_every_step_arrives_by_a_link_from_one_step_nearer(links, node):
    found = trace(build(links), node)

    at = {node: 0} | {step.node: step.distance for step in found.forward}
    for step in found.forward:
        assert any(b == step.node and kind is step.kind and at.get(a) == step.distance - 1 for a, b, kind in links)


@given(LINKS, NODES, NODES)
def test_one_rests_on_the_other_exactly_when_the_other_led_to_it(links, one, other):
    graph = build(links)

    forward = {step.node for step in trace(graph, one).forward}
    back = {step.node for step in trace(graph, other).back}

    assert (other in forward) == (one in back)


@given(LINKS, NODES)
def test_turning_every_link_around_swaps_back_and_forward(links, node):
    found, swapped = trace(build(links), node), trace(build(turned(links)), node)

    assert [s[::2] for s in found.back] == [s[::2] for s in swapped.forward]
    assert [s[::2] for s in found.forward] == [s[::2] for s in swapped.back]


@given(LINKS, st.lists(st.tuples(NODES, NODES, st.just(LinkKind.ATTENDED)), max_size=20), NODES)
def test_attendance_adds_only_what_is_one_link_away(links, attendance, node):
    found = trace(build(links + attendance), node)

    meetings = {b for a, b, _ in attendance if a == node}
    nodes = [step.node for step in found.forward]
    assert {step.node for step in found.forward if step.distance == 1} == meetings | {
        b for a, b, _ in links if a == node and b != node
    }
    assert len(nodes) == len(set(nodes))


@settings(max_examples=15, deadline=None)
@given(st.integers(60, 300), st.integers(1, 6), st.integers(0, 2**32 - 1))
def test_wide_and_narrow_stretches_of_a_thread_are_walked_alike(width, depth, seed):
    links = [(0, 1 + i, LinkKind.SAID) for i in range(width)]
    for row in range(depth):
        first = 1 + row * width
        links += [(first + i, first + width + (i * seed + row) % width, LinkKind.GROUPED) for i in range(width)]
    last = 1 + depth * width
    links += [(last + i, last + width + i % 3, LinkKind.BECAME) for i in range(width)]

    found = trace(build(links), 0)

    assert {step.node: step.distance for step in found.forward} == quickly_reached(links, 0)
    assert [s[1:] for s in found.forward[:width]] == [(LinkKind.SAID, 1)] * width
    assert found.forward == tuple(sorted(found.forward, key=lambda s: (s.distance, s.node)))


def quickly_reached(links, start):
    targets = {}
    for source, target, _ in links:
        targets.setdefault(source, set()).add(target)
    distances, level = {}, {start}
    for distance in count(1):
        level = {t for node in level for t in targets.get(node, ())} - distances.keys() - {start}
        if not level:
            return distances
        distances |= dict.fromkeys(level, distance)
    return distances


def test_a_wide_stretch_tells_the_first_of_several_links_too():
    links = [(0, i, LinkKind.SAID) for i in range(1, 101)]
    links += [(i, 200, LinkKind.GROUPED if i == 1 else LinkKind.EVIDENCE) for i in range(1, 101)]

    assert trace(build(links), 0).forward[-1] == Step(200, LinkKind.GROUPED, 2)


def test_a_long_chain_is_walked_to_its_end():
    links = [(i, i + 1, LinkKind.BECAME) for i in range(5000)]

    found = trace(build(links), 0)

    assert found.forward == tuple(Step(i, LinkKind.BECAME, i) for i in range(1, 5001))


def test_a_circle_is_walked_once():
    links = [(1, 2, LinkKind.BECAME), (2, 3, LinkKind.BECAME), (3, 1, LinkKind.BECAME)]

    assert trace(build(links), 1) == Trace(
        (Step(3, LinkKind.BECAME, 1), Step(2, LinkKind.BECAME, 2)),
        (Step(2, LinkKind.BECAME, 1), Step(3, LinkKind.BECAME, 2)),
    )


def test_a_result_rests_on_counted_voices_people_and_meetings():
    graph = build(JOURNEY)

    assert rests_on(trace(graph, PROTOTYPE), KINDS) == Rest(contributions=2, participants=1, meetings=1)
    assert rests_on(trace(graph, THEME), KINDS) == Rest(contributions=1, participants=1, meetings=1)
    assert rests_on(trace(graph, 99), KINDS) == Rest(0, 0, 0)


def test_what_came_of_a_need_is_counted_by_kind_in_the_order_of_the_journey():
    came = came_of(trace(build(JOURNEY), NEED), KINDS)

    assert list(came.items()) == [
        (Kind.THEME, 1),
        (Kind.PROBLEM, 1),
        (Kind.SOLUTION, 1),
        (Kind.PROTOTYPE, 1),
        (Kind.FEEDBACK, 1),
        (Kind.DECISION, 1),
        (Kind.COMMITMENT, 1),
    ]


def test_nothing_came_of_what_has_no_links():
    assert came_of(trace(build(JOURNEY), 99), KINDS) == {}


def test_results_without_a_voice_behind_them_are_named():
    kinds = KINDS | {20: Kind.THEME, 21: Kind.PROBLEM, 22: Kind.DECISION}
    graph = build([*JOURNEY, (20, 21, LinkKind.BECAME)])

    assert orphans(graph, kinds) == (20, 21, 22)
    assert orphans(graph, kinds, results=frozenset({Kind.DECISION})) == (22,)


def test_a_meeting_alone_is_no_voice():
    graph = build([(TALLER, PROTOTYPE, LinkKind.BUILT)])

    assert orphans(graph, {TALLER: Kind.MEETING, PROTOTYPE: Kind.PROTOTYPE}) == (PROTOTYPE,)


def test_feedback_is_a_voice_unless_only_contributions_are_asked_for():
    graph = build([(FEEDBACK, DECISION, LinkKind.DECIDED)])
    kinds = {FEEDBACK: Kind.FEEDBACK, DECISION: Kind.DECISION}

    assert orphans(graph, kinds) == ()
    assert orphans(graph, kinds, voices=frozenset({Kind.CONTRIBUTION})) == (DECISION,)


@given(LINKS, st.dictionaries(NODES, st.sampled_from(Kind)))
def test_an_orphan_is_a_result_whose_trace_back_meets_no_voice(links, kinds):
    graph = build(links)
    voices, results = {Kind.CONTRIBUTION, Kind.FEEDBACK}, {Kind.THEME, Kind.DECISION}

    found = orphans(graph, kinds, results=frozenset(results))

    assert found == tuple(
        sorted(
            node
            for node, kind in kinds.items()
            if kind in results and not any(kinds.get(step.node) in voices for step in trace(graph, node).back)
        )
    )


@given(LINKS, NODES, NODES)
def test_a_link_closes_a_circle_exactly_when_its_target_already_led_to_its_source(links, source, target):
    expected = source == target or source in reached(links, target)

    assert would_cycle(build(links), source, target) == expected


@pytest.mark.parametrize(("source", "target"), [(PROMISE, NEED), (PROBLEM, THEME), (NEED, NEED), (99, 99)])
def test_a_circle_is_refused(source, target):
    assert refusal_of(check_no_cycle, build(JOURNEY), source, target) == ("thread.cycle", {})


@pytest.mark.parametrize(("source", "target"), [(NEED, PROMISE), (IDEA, PROBLEM), (99, NEED), (NEED, 99), (98, 99)])
def test_a_link_that_closes_no_circle_passes(source, target):
    assert check_no_cycle(build(JOURNEY), source, target) is None
