import json

import pytest
from django.db import transaction

from tequio.apps.processes.models import Process
from tequio.apps.record.models import Event
from tequio.apps.thread import actions, exports, queries
from tequio.apps.thread.actions import Thing
from tequio.apps.thread.models import Link
from tequio.core.actors import SYSTEM
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind, Rest
from tests.people import NOON

BY = {"by": SYSTEM, "at": NOON}


def knot(cast, kind, number, label="Algo", **more):
    ref = f"W1#{number:02d}" if kind is Kind.PARTICIPANT else f"{kind.value[0].upper()}{number}"
    return actions.add_knot(cast.process, Thing(kind, number, ref, {"es": label}, **more))


@pytest.fixture
def woven(cast):
    """Caro said two needs at a meeting; both rest in one theme, which became a problem."""
    caro, meeting = knot(cast, Kind.PARTICIPANT, 13), knot(cast, Kind.MEETING, 1, "Taller")
    needs = [knot(cast, Kind.CONTRIBUTION, n, f"Necesidad {n}") for n in (1, 2)]
    theme, problem = knot(cast, Kind.THEME, 1, "Dinero"), knot(cast, Kind.PROBLEM, 1, "Sobrevivir")
    for need in needs:
        actions.tie(caro, LinkKind.SAID, need, **BY)
        actions.tie(meeting, LinkKind.GATHERED, need, **BY)
        actions.tie(need, LinkKind.GROUPED, theme, **BY)
    actions.tie(theme, LinkKind.BECAME, problem, **BY)
    return {"caro": caro, "meeting": meeting, "needs": needs, "theme": theme, "problem": problem}


def refs(strands):
    return [strand.knot.ref for strand in strands]


def test_a_problem_leads_back_to_the_voices_it_rests_on(cast, woven):
    found = queries.traced(cast.process, woven["problem"])

    assert refs(found.back) == ["T1", "C1", "C2", "W1#13", "M1"]
    assert (found.rest, found.forward) == (Rest(2, 1, 1), ())


def test_a_voice_leads_forward_to_what_became_of_it(cast, woven):
    found = queries.traced(cast.process, woven["needs"][0])

    assert refs(found.forward) == ["T1", "P1"]
    assert found.came == {Kind.THEME: 1, Kind.PROBLEM: 1}


def test_tying_twice_changes_nothing(cast, woven):
    links, revision = Link.objects.count(), queries.revision(cast.process)

    actions.tie(woven["theme"], LinkKind.BECAME, woven["problem"], **BY)

    assert (Link.objects.count(), queries.revision(cast.process)) == (links, revision)


def test_the_rules_of_the_thread_hold_at_the_door(cast, woven):
    with pytest.raises(Refusal, match="thread.not_allowed"):
        actions.tie(woven["problem"], LinkKind.SAID, woven["caro"], **BY)


def test_nothing_comes_of_itself(cast):
    one, two = knot(cast, Kind.THEME, 1), knot(cast, Kind.THEME, 2)
    actions.tie(one, LinkKind.MERGED, two, **BY)

    with pytest.raises(Refusal, match="thread.cycle"):
        actions.tie(two, LinkKind.MERGED, one, **BY)


def test_untying_is_seen_at_once_and_stays_in_the_record(cast, woven):
    actions.untie(woven["theme"], LinkKind.BECAME, woven["problem"], **BY)

    assert queries.traced(cast.process, woven["problem"]).back == ()
    assert Event.objects.filter(verb="thread.untied", target="T1").count() == 1


def test_a_knot_that_is_not_public_is_kept_from_readers_and_shown_to_staff(cast):
    draft, problem = knot(cast, Kind.THEME, 7, "Borrador", public=False), knot(cast, Kind.PROBLEM, 1)
    actions.tie(draft, LinkKind.BECAME, problem, **BY)

    assert refs(queries.traced(cast.process, problem).back) == []
    assert refs(queries.traced(cast.process, problem, everything=True).back) == ["T7"]


def test_pages_and_files_of_the_thread_never_hold_what_is_not_public(cast, client):
    theme = knot(cast, Kind.THEME, 1, "Visible")
    secret = knot(cast, Kind.CONTRIBUTION, 7, "Esto no se muestra", public=False)
    actions.tie(secret, LinkKind.GROUPED, theme, **BY)

    pages = [
        client.get(f"/red/procesos/parque/hilo/{end}").text for end in ("", "hilo.json", "hilo.graphml", f"{theme.pk}/")
    ]

    assert ["Visible" in page for page in pages] == [True] * 4
    assert ["Esto no se muestra" in page for page in pages] == [False] * 4
    assert client.get(f"/red/procesos/parque/hilo/{secret.pk}/").status_code == 404


def test_a_withdrawn_thing_leaves_the_thread_with_its_links(cast, woven):
    actions.remove_knot(cast.process, Kind.CONTRIBUTION, 1)

    assert refs(queries.traced(cast.process, woven["theme"]).back) == ["C2", "W1#13", "M1"]


def test_the_walk_as_data_has_its_documented_shape(cast, woven):
    data = exports.trace_json(cast.process, "T1")

    assert data == {
        "back": [
            {"ref": "C1", "kind": "contribution", "label": "Necesidad 1", "link": "grouped", "distance": 1},
            {"ref": "C2", "kind": "contribution", "label": "Necesidad 2", "link": "grouped", "distance": 1},
            {"ref": "W1#13", "kind": "participant", "label": "Algo", "link": "said", "distance": 2},
            {"ref": "M1", "kind": "meeting", "label": "Taller", "link": "gathered", "distance": 2},
        ],
        "forward": [{"ref": "P1", "kind": "problem", "label": "Sobrevivir", "link": "became", "distance": 1}],
    }


def test_the_whole_thread_downloads_as_json(cast, client, woven):
    data = json.loads(client.get("/red/procesos/parque/hilo/hilo.json").content)

    assert (data["process"], len(data["nodes"]), len(data["links"])) == ("parque", 6, 7)


def test_a_knot_of_another_process_is_not_found(cast):
    other = Process.objects.create(space=cast.space, slug="otro", title={"es": "Otro"}, made_at=NOON)
    actions.add_knot(other, Thing(Kind.THEME, 1, "T1", {"es": "Ajeno"}))

    with pytest.raises(Refusal, match="thread.unknown"):
        exports.trace_json(cast.process, "T1")


def test_a_strand_takes_the_same_queries_however_long_it_is(cast, django_assert_num_queries):
    theme = knot(cast, Kind.THEME, 1)
    for number in range(1, 31):
        actions.tie(knot(cast, Kind.CONTRIBUTION, number), LinkKind.GROUPED, theme, **BY)

    with django_assert_num_queries(4):
        assert queries.traced(cast.process, theme).back_total == 30


def test_the_page_of_the_whole_thread_takes_a_fixed_number_of_queries(cast, client, woven, django_assert_num_queries):
    for number in range(10, 40):
        knot(cast, Kind.CONTRIBUTION, number)

    with django_assert_num_queries(5):
        client.get("/red/procesos/parque/hilo/")


def test_links_of_a_transaction_that_was_undone_are_never_seen(cast, woven):
    theme, extra = woven["theme"], knot(cast, Kind.CONTRIBUTION, 99)
    queries.traced(cast.process, theme)
    with transaction.atomic():
        actions.tie(extra, LinkKind.GROUPED, theme, **BY)
        queries.traced(cast.process, theme)
        transaction.set_rollback(True)
    actions.untie(woven["needs"][0], LinkKind.GROUPED, theme, **BY)

    assert refs(queries.traced(cast.process, theme).back) == ["C2", "W1#13", "M1"]


def test_who_came_to_a_meeting_is_for_staff_alone(cast, client, woven):
    dora = knot(cast, Kind.PARTICIPANT, 14, "W1#14")
    actions.tie(dora, LinkKind.ATTENDED, woven["meeting"], **BY)

    assert refs(queries.traced(cast.process, woven["meeting"]).back) == []
    assert refs(queries.traced(cast.process, dora).forward) == []
    assert refs(queries.traced(cast.process, woven["meeting"], everything=True).back) == ["W1#14"]
    assert "attended" not in client.get("/red/procesos/parque/hilo/hilo.json").text
    assert "attended" not in client.get("/red/procesos/parque/hilo/hilo.graphml").text
