import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.thread import ALLOWED, RESULTS, VOICES, Kind, Knot, LinkKind, check_link, links_between
from tests.core.refused import refusal_of


def knot(kind, ref="1"):
    return Knot(f"{kind}:{ref}", kind)


@pytest.mark.parametrize(
    ("source", "link", "target"),
    [
        (Kind.PARTICIPANT, LinkKind.SAID, Kind.CONTRIBUTION),
        (Kind.PARTICIPANT, LinkKind.ATTENDED, Kind.MEETING),
        (Kind.MEETING, LinkKind.GATHERED, Kind.CONTRIBUTION),
        (Kind.CONTRIBUTION, LinkKind.GROUPED, Kind.THEME),
        (Kind.CONTRIBUTION, LinkKind.MERGED, Kind.CONTRIBUTION),
        (Kind.THEME, LinkKind.MERGED, Kind.THEME),
        (Kind.THEME, LinkKind.BECAME, Kind.PROBLEM),
        (Kind.FEEDBACK, LinkKind.EVIDENCE, Kind.PROTOTYPE),
        (Kind.THEME, LinkKind.WEIGHED, Kind.ROUND),
        (Kind.PROBLEM, LinkKind.WEIGHED, Kind.ROUND),
        (Kind.SOLUTION, LinkKind.WEIGHED, Kind.ROUND),
        (Kind.PROBLEM, LinkKind.ANSWERED, Kind.SOLUTION),
        (Kind.SOLUTION, LinkKind.BUILT, Kind.PROTOTYPE),
        (Kind.PROTOTYPE, LinkKind.SUPERSEDED, Kind.PROTOTYPE),
        (Kind.PROTOTYPE, LinkKind.ASKED, Kind.FEEDBACK),
        (Kind.ROUND, LinkKind.DECIDED, Kind.DECISION),
        (Kind.PROBLEM, LinkKind.DECIDED, Kind.DECISION),
        (Kind.PROTOTYPE, LinkKind.DECIDED, Kind.DECISION),
        (Kind.FEEDBACK, LinkKind.DECIDED, Kind.DECISION),
        (Kind.DECISION, LinkKind.COMMITTED, Kind.COMMITMENT),
        (Kind.COMMITMENT, LinkKind.REPORTED, Kind.MILESTONE),
    ],
)
def test_the_journey_from_a_voice_to_a_milestone_may_be_tied(source, link, target):
    assert check_link(knot(source, "1"), link, knot(target, "2")) is None


@pytest.mark.parametrize(
    ("source", "link", "target"),
    [
        (Kind.CONTRIBUTION, LinkKind.SAID, Kind.PARTICIPANT),
        (Kind.THEME, LinkKind.GROUPED, Kind.CONTRIBUTION),
        (Kind.DECISION, LinkKind.DECIDED, Kind.ROUND),
        (Kind.PROTOTYPE, LinkKind.BUILT, Kind.SOLUTION),
        (Kind.MILESTONE, LinkKind.REPORTED, Kind.COMMITMENT),
        (Kind.PARTICIPANT, LinkKind.DECIDED, Kind.DECISION),
        (Kind.CONTRIBUTION, LinkKind.GATHERED, Kind.THEME),
    ],
)
def test_backward_and_senseless_links_are_refused_with_the_kinds(source, link, target):
    refusal = refusal_of(check_link, knot(source), link, knot(target))

    assert refusal == ("thread.not_allowed", {"source": source, "link": link, "target": target})


@given(st.sampled_from(Kind), st.sampled_from(LinkKind), st.text(max_size=3))
def test_nothing_is_tied_to_itself(kind, link, ref):
    assert refusal_of(check_link, knot(kind, ref), link, knot(kind, ref)) == ("thread.to_itself", {})


@given(st.sampled_from(Kind), st.sampled_from(Kind))
def test_the_links_offered_between_two_kinds_are_exactly_those_that_pass(source, target):
    offered = links_between(source, target)

    for link in LinkKind:
        if link in offered:
            check_link(knot(source, "1"), link, knot(target, "2"))
        else:
            assert refusal_of(check_link, knot(source, "1"), link, knot(target, "2"))[0] == "thread.not_allowed"


def test_every_way_of_linking_is_used_and_every_kind_can_be_reached():
    assert {link for _, link, _ in ALLOWED} == set(LinkKind)
    assert {kind for source, _, target in ALLOWED for kind in (source, target)} == set(Kind)


def test_people_come_of_nothing_and_of_a_milestone_comes_nothing():
    assert {target for _, _, target in ALLOWED} == set(Kind) - {Kind.PARTICIPANT}
    assert {source for source, _, _ in ALLOWED} == set(Kind) - {Kind.MILESTONE}


def test_two_knots_of_one_kind_are_tied_only_by_merging_grouping_or_superseding():
    assert {(kind.value, link.value) for kind, link, target in ALLOWED if kind == target} == {
        ("contribution", "merged"),
        ("theme", "merged"),
        ("theme", "grouped"),
        ("prototype", "superseded"),
    }


def test_a_knot_is_people_or_a_voice_or_a_result():
    assert VOICES.isdisjoint(RESULTS)
    assert set(Kind) - VOICES - RESULTS == {Kind.PARTICIPANT, Kind.MEETING}
