from collections import Counter

import pytest

from tequio.apps.processes.models import Process
from tequio.apps.publishing.queries import without_voices
from tequio.apps.thread.models import Knot, Link
from tequio.apps.thread.queries import graph, knot_named, traced
from tequio.core.thread import Kind, check_link, orphans
from tests.demo import Demo

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["platform", "water"])
def process(demo: Demo, request: pytest.FixtureRequest) -> Process:
    found: Process = getattr(demo, request.param)
    return found


def test_every_result_has_voices_behind_it(process: Process) -> None:
    kinds = {pk: Kind(kind) for pk, kind in Knot.objects.filter(process=process).values_list("pk", "kind")}

    found = orphans(graph(process), kinds)

    assert list(found) == []
    assert list(without_voices(process)) == []


def test_every_link_is_one_that_the_core_allows(process: Process) -> None:
    links = Link.objects.filter(process=process).select_related("source", "target")

    for link in links:
        check_link(link.source.to_core(), link.kind, link.target.to_core())

    assert links.count() > 50


def test_every_kind_of_thing_is_on_the_thread(process: Process) -> None:
    kinds = set(Knot.objects.filter(process=process).values_list("kind", flat=True))

    assert kinds == {str(kind) for kind in Kind}


def test_the_links_are_those_of_the_case(demo: Demo) -> None:
    case, links = demo.case, Link.objects.filter(process=demo.platform)

    built = Counter(links.values_list("source__kind", "kind", "target__kind"))

    assert {ends: n for ends, n in built.items() if ends[1] in {"said", "attended", "gathered", "grouped"}} == {
        ("participant", "said", "contribution"): len(case.contributions),
        ("participant", "said", "feedback"): len(case.responses),
        ("participant", "attended", "meeting"): sum(len(each.attendance) for each in case.meetings),
        ("meeting", "gathered", "contribution"): len(case.contributions),
        ("contribution", "grouped", "theme"): sum(len(each.contributions) for each in case.themes),
    }
    assert built["theme", "weighed", "round"] == len(case.themes)
    assert built["round", "became", "problem"] == 1


def test_the_decision_rests_on_every_voice(demo: Demo) -> None:
    decision = knot_named(demo.platform, "D1")
    assert decision is not None

    found = traced(demo.platform, decision)

    assert (found.rest.contributions, found.rest.participants, found.rest.meetings) == (215, 55, 13)
    assert found.came == {Kind.COMMITMENT: 5, Kind.MILESTONE: 10}


def test_all_that_is_made_up_says_so(process: Process) -> None:
    unmarked = Knot.objects.filter(process=process, synthetic=False).values_list("ref", flat=True)

    assert list(unmarked) == []
    assert process.synthetic
