from tequio.cases.mexico_city import Case
from tequio.cases.mexico_city.thread import knots, links, ref
from tequio.core.thread import Graph, Kind, check_link, orphans, rests_on, trace
from tests.cases.mexico_city.laws import for_every_seed


@for_every_seed
def test_the_core_allows_every_link_and_none_repeats(case: Case) -> None:
    by_ref = {knot.ref: knot for knot in knots(case)}
    found = links(case)

    for link in found:
        check_link(by_ref[link.source], link.kind, by_ref[link.target])

    assert len(set(found)) == len(found) > 1_000
    assert len(by_ref) == len(knots(case))


@for_every_seed
def test_every_result_rests_on_voices(case: Case) -> None:
    graph, ids, kinds = _graph(case)

    baseless = [
        name
        for name, number in ids.items()
        if kinds[number] in (Kind.THEME, Kind.PROBLEM, Kind.PROTOTYPE, Kind.DECISION, Kind.COMMITMENT, Kind.MILESTONE)
        and rests_on(trace(graph, number), kinds).contributions == 0
    ]

    assert baseless == []
    assert list(orphans(graph, kinds)) == []


def test_the_decision_rests_on_every_voice_of_all_fifty_and_on_one_that_came_with_the_survey(case: Case) -> None:
    graph, ids, kinds = _graph(case)

    found = rests_on(trace(graph, ids[ref(Kind.DECISION, case.decision.key)]), kinds)

    assert (found.contributions, found.participants, found.meetings) == (215, 51, 13)


def test_something_came_of_every_voice_of_the_focus_groups(case: Case) -> None:
    graph, ids, _ = _graph(case)
    end = ids[ref(Kind.DECISION, case.decision.key)]

    silent = [
        each.key
        for each in case.contributions
        if each.meeting.startswith("fg-")
        and end not in {step.node for step in trace(graph, ids[ref(Kind.CONTRIBUTION, each.key)]).forward}
    ]

    assert silent == []


def _graph(case: Case) -> tuple[Graph, dict[str, int], dict[int, Kind]]:
    ids = {knot.ref: number for number, knot in enumerate(knots(case))}
    kinds = {ids[knot.ref]: knot.kind for knot in knots(case)}
    found = links(case)
    sources, targets = [ids[link.source] for link in found], [ids[link.target] for link in found]
    return Graph.build(sources, targets, [link.kind for link in found]), ids, kinds
