import csv
import io
from datetime import timedelta

import pytest

from tequio.apps.processes.models import Process
from tequio.apps.record import actions, queries
from tequio.apps.record.models import Event
from tequio.apps.spaces.models import Assignment
from tequio.core.actors import NOBODY, SYSTEM, Actor, ActorKind
from tests.people import NOON

PAGE, FILE = "/red/registro/", "/red/registro/registro.csv"
ANA = Actor(ActorKind.FACILITATOR, "3fa1c0ffee123456")
ENGLISH = {"headers": {"accept-language": "en"}}


def note(cast, verb="theme.added", *, target="T1", by=ANA, process=None, space=None, **facts):
    place = {"space": space or cast.space.pk, "process": process and process.pk}
    return actions.note(verb, by=by, at=NOON, target=target, **place, **facts)


def other(cast, slug="agua"):
    return Process.objects.create(space=cast.space, slug=slug, title={"es": "Agua para todos"}, made_at=NOON)


def rows(reply):
    return list(csv.reader(io.StringIO(b"".join(reply).decode("utf-8-sig"))))


def refs(page):
    return [part.split("<")[0] for part in page.split('</b> · <span class="code">')[1:]]


def test_the_record_says_what_was_done_to_what_where_and_when(cast):
    note(cast, process=cast.process)

    ana = cast.signed_in(cast.ana)
    english, spanish = ana.get(PAGE, **ENGLISH).text, ana.get(PAGE).text

    wanted = ("A theme was made", "T1", "A park for all", "March 2, 2026, 12:00:00", "Somebody of the team")
    assert [words in english for words in wanted] == [True] * 5
    wanted = ("Se hizo un tema", "T1", "El parque de todos", "2 de marzo de 2026, 12:00:00", "Alguien del equipo")
    assert [words in spanish for words in wanted] == [True] * 5


def test_people_are_four_signs_of_a_key_and_nothing_else(cast):
    note(cast, "role.given", target=f"person:{cast.beto.pk}", role="observer", email="beto@example.org")
    ana = cast.signed_in(cast.ana)

    page, table = ana.get(PAGE).text, b"".join(ana.get(FILE)).decode()

    for shown in (page, table):
        assert [words in shown for words in ("3fa1", "3fa1c", "person:", "Beto", "beto@")] == [True, *[False] * 4]


@pytest.mark.parametrize(("by", "words"), [(SYSTEM, "The program itself"), (NOBODY, "Somebody who did not sign in")])
def test_who_acts_without_a_key_is_told_too(cast, by, words):
    note(cast, by=by)

    assert words in cast.signed_in(cast.ana).get(PAGE, **ENGLISH).text


def test_only_those_who_may_read_the_record_do(cast, client):
    note(cast, target="T77")
    readers = (client, cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana))

    for path in (PAGE, FILE):
        replies = [reader.get(path) for reader in readers]
        assert [reply.status_code for reply in replies] == [302, 302, 403, 403]
        assert [reply for reply in replies if "T77" in reply.text] == []


@pytest.mark.parametrize(("role", "status"), [("facilitator", 200), ("observer", 200), ("note_taker", 403)])
def test_the_record_is_read_by_role(cast, role, status):
    Assignment.objects.create(space=cast.space, person=cast.beto, role=role, since=NOON)

    assert {cast.signed_in(cast.beto).get(path).status_code for path in (PAGE, FILE)} == {status}


def test_nobody_writes_here(cast):
    ana = cast.signed_in(cast.ana)

    assert [ana.post(path).status_code for path in (PAGE, FILE)] == [405, 405]


def test_what_was_done_in_another_space_or_in_none_is_not_here(cast):
    note(cast, target="T99", space=cast.elsewhere.pk)
    actions.note("person.added", by=SYSTEM, at=NOON, space=None, target="T98")
    ana = cast.signed_in(cast.ana)

    assert [("T99" in page, "T98" in page) for page in (ana.get(PAGE).text, b"".join(ana.get(FILE)).decode())] == [
        (False, False)
    ] * 2


def test_an_empty_record_says_so(cast):
    assert "Nothing is here" in cast.signed_in(cast.ana).get(PAGE, **ENGLISH).text


def test_pages_of_fifty_go_on_from_the_last_line_and_back(cast):
    for number in range(1, 121):
        note(cast, target=f"T{number}")
    ana = cast.signed_in(cast.ana)

    def targets(query):
        return [int(ref[1:]) for ref in refs(ana.get(PAGE + query).text)]

    ids = dict(Event.objects.values_list("target", "id"))
    assert targets("") == list(range(120, 70, -1))
    assert targets(f"?antes={ids['T71']}") == list(range(70, 20, -1))
    assert targets(f"?antes={ids['T21']}") == list(range(20, 0, -1))
    assert targets(f"?despues={ids['T20']}") == list(range(70, 20, -1))
    assert targets(f"?despues={ids['T110']}") == list(range(120, 110, -1))


def test_the_first_page_has_nothing_newer_and_the_last_nothing_older(cast):
    ids = [note(cast).pk for _ in range(120)]
    found = queries.events()

    def ways(**place):
        page = queries.page_of(found, **place)
        return page.newer, page.older

    assert ways() == (None, ids[70])
    assert ways(before=ids[70]) == (ids[69], ids[20])
    assert ways(before=ids[20]) == (ids[19], None)
    assert ways(after=ids[19]) == (ids[69], ids[20])
    assert ways(after=ids[109]) == (None, ids[110])
    assert ways(before=ids[0]) == (None, None)


def test_lines_that_arrive_meanwhile_move_nothing(cast):
    first = [note(cast).pk for _ in range(60)]
    before = queries.page_of(queries.events(), before=first[10])

    for _ in range(30):
        note(cast)

    assert queries.page_of(queries.events(), before=first[10]) == before


def test_the_record_is_narrowed_to_a_process_and_a_thing_done(cast):
    second = other(cast)
    note(cast, target="T1", process=cast.process)
    note(cast, "theme.edited", target="T2", process=cast.process)
    note(cast, target="T3", process=second)
    note(cast, "space.changed", target="red")
    ana = cast.signed_in(cast.ana)

    def targets(query):
        return refs(ana.get(PAGE + query).text), [row[4] for row in rows(ana.get(FILE + query))[1:]]

    assert targets("?proceso=parque") == (["T2", "T1"],) * 2
    assert targets("?proceso=agua") == (["T3"],) * 2
    assert targets("?verbo=theme.added") == (["T3", "T1"],) * 2
    assert targets("?proceso=parque&verbo=theme.added") == (["T1"],) * 2


def test_filters_stay_while_paging(cast):
    for _ in range(60):
        note(cast, process=cast.process)

    page = cast.signed_in(cast.ana).get(PAGE + "?proceso=parque&verbo=theme.added").text

    older = Event.objects.order_by("-id")[49].pk
    assert f'href="?proceso=parque&amp;verbo=theme.added&amp;antes={older}"' in page
    assert 'href="/red/registro/registro.csv?proceso=parque&amp;verbo=theme.added"' in page


@pytest.mark.parametrize(
    "query",
    ["?proceso=no-hay", "?verbo=no.hay", "?antes=x", "?antes=-3", "?despues=" + "9" * 400, "?antes=" + "9" * 5000],
)
def test_what_makes_no_sense_in_the_address_is_passed_over(cast, query):
    note(cast)

    reply = cast.signed_in(cast.ana).get(PAGE + query)

    assert (reply.status_code, refs(reply.text)) == (200, ["T1"])


def test_a_process_that_is_gone_leaves_its_lines(cast):
    second = other(cast)
    note(cast, target="T5", process=second)
    second.delete()

    assert refs(cast.signed_in(cast.ana).get(PAGE).text) == ["T5"]


def test_the_table_has_a_row_for_each_line_newest_first(cast):
    first = note(cast, process=cast.process)
    second = note(cast, "space.changed", target="red", by=SYSTEM)

    reply = cast.signed_in(cast.ana).get(FILE, **ENGLISH)

    assert (reply.headers["Content-Type"], reply.headers["Content-Disposition"]) == (
        "text/csv; charset=utf-8",
        'attachment; filename="red-registro.csv"',
    )
    at = "2026-03-02T12:00:00-06:00"
    assert rows(reply) == [
        ["number", "at", "verb", "what", "target", "process", "actor_kind", "actor"],
        [str(second.pk), at, "space.changed", "What the space says of itself was changed", "red", "", "system", ""],
        [str(first.pk), at, "theme.added", "A theme was made", "T1", "parque", "facilitator", "3fa1"],
    ]


def test_the_facts_of_a_line_stay_in_the_record(cast):
    note(cast, "participants.passphrases_given", codes=["W1#13"])
    ana = cast.signed_in(cast.ana)

    assert ["W1#13" in shown for shown in (ana.get(PAGE).text, b"".join(ana.get(FILE)).decode())] == [False, False]


def test_hostile_targets_are_shown_and_never_run(cast):
    note(cast, target="<script>alert(1)</script>")
    note(cast, target="=cmd()")
    ana = cast.signed_in(cast.ana)

    page, table = ana.get(PAGE).text, b"".join(ana.get(FILE)).decode()

    assert ("<script>alert(1)" in page, "&lt;script&gt;alert(1)&lt;/script&gt;" in page) == (False, True)
    assert '"=cmd()"' not in table


@pytest.mark.parametrize("n", [3, 130])
def test_a_page_takes_a_fixed_number_of_queries(cast, django_assert_num_queries, n):
    for number in range(n):
        note(cast, process=other(cast, f"p{number}") if number < 20 else cast.process)
    ana = cast.signed_in(cast.ana)
    ana.get(PAGE)

    with django_assert_num_queries(7):
        ana.get(PAGE)


def test_a_moment_is_told_on_the_clocks_of_the_place(cast):
    actions.note("theme.added", by=ANA, at=NOON + timedelta(hours=11), space=cast.space.pk)

    assert "March 2, 2026, 23:00:00" in cast.signed_in(cast.ana).get(PAGE, **ENGLISH).text
