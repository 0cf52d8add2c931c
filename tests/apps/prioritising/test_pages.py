import re
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tequio.apps.prioritising.models import Ballot, Issue, Option, Round, Slip
from tequio.apps.processes.models import Process
from tequio.apps.thread.models import Knot
from tequio.core.thread import Kind
from tests.apps.prioritising.paper import (
    NEVER,
    ballots,
    choose,
    chosen,
    closed,
    draft,
    ids,
    knots,
    opened,
    place,
    printed,
)
from tests.apps.prioritising.test_actions import phased
from tests.people import NOON, Cast

HERE = "/red/procesos/parque/prioridades/"
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')
NOT_OFFICIAL = "This is not an official vote."


def read(client: Client, path: str, language: str = "en") -> str:
    client.cookies["lengua"] = language
    answer = client.get(HERE + path)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, path: str, data: dict[str, object], language: str = "en") -> tuple[int, str]:
    client.cookies["lengua"] = language
    answer = client.post(HERE + path, data)
    return answer.status_code, answer.content.decode()


def test_every_page_says_that_it_is_no_official_vote(cast: Cast) -> None:
    first, second = opened(cast), closed(opened(cast, "Uno", "Dos", most=1))
    draft(cast, "Tres", "Cuatro", most=1)
    ana = cast.signed_in(cast.ana)
    words = printed(first)

    paths = ["", "nueva/", *(f"{n}/" for n in (1, 2, 3)), "1/elegir/", "1/comprobante/", "2/comprobante/"]
    paths += ["3/editar/", "3/abrir/", "1/cerrar/", "1/papeletas/", "1/captura/"]
    pages = [read(ana, path) for path in paths]
    pages.append(send(ana, "1/elegir/", {"words": words[0], "choices": ids(first, 1), "step": "review"})[1])
    pages.append(send(ana, "1/elegir/", {"words": words[0], "choices": ids(first, 1), "step": "send"})[1])
    pages.append(send(ana, "1/papeletas/", {"slips": 10, "sent_as": uuid4()})[1])

    assert [
        path for path, page in zip([*paths, "review", "send", "sheet"], pages, strict=True) if NOT_OFFICIAL not in page
    ] == []
    assert second.number == 2


def test_a_draft_is_for_staff_alone(cast: Cast) -> None:
    draft(cast, "Opción secreta", "Otra opción", most=1)
    ana = cast.signed_in(cast.ana)

    seen = [
        [("¿Qué va primero?" in client.get(HERE).content.decode()), client.get(f"{HERE}1/").status_code]
        for client in (Client(), cast.signed_in(cast.dana), ana)
    ]

    assert seen == [[False, 404], [False, 404], [True, 200]]


def test_whoever_holds_a_slip_of_a_draft_reads_that_it_has_not_opened(cast: Cast) -> None:
    printed(draft(cast, "Opción secreta", "Otra opción", most=1))

    answers = [
        Client().get(f"{HERE}1/{word}/", headers={"accept-language": "en"}) for word in ("elegir", "comprobante")
    ]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert ["It has not opened yet" in answer.content.decode() for answer in answers] == [True, True]
    assert ["secreta" in answer.content.decode() for answer in answers] == [False, False]


def test_a_round_of_a_draft_process_or_of_another_space_is_not_there(cast: Cast) -> None:
    opened(cast)
    elsewhere = [Client().get(f"/otra/procesos/parque/prioridades/1/{path}").status_code for path in ("", "elegir/")]
    Process.objects.update(public=False)

    here = [Client().get(HERE + path).status_code for path in ("", "1/", "1/elegir/", "1/comprobante/")]

    assert (elsewhere, here) == ([404] * 2, [404] * 4)


def test_nobody_reads_how_it_is_going_while_it_is_open(cast: Cast) -> None:
    found = opened(cast)
    chosen(found, [(1,)] * 33)

    pages = [read(client, path) for client in (Client(), cast.signed_in(cast.ana)) for path in ("", "1/", "1/elegir/")]
    pages += [read(cast.signed_in(cast.ana), path) for path in ("1/papeletas/", "1/captura/", "1/cerrar/")]

    shown = [re.sub(r"kB.*|%weight%|Printed so far.*", "", page, flags=re.DOTALL) for page in pages]
    assert [re.findall(r"\b33\b|100 %", page) for page in shown] == [[]] * 9


def test_the_result_tells_places_marks_shares_and_ties(cast: Cast) -> None:
    found, north, south = opened(cast), place("A", "Zona A"), place("B", "Zona B")
    chosen(found, [(1, 2)] * 12, north)
    chosen(found, [(3,)] * 4, south)
    chosen(found, [(1, 2)] * 14)
    closed(found)

    page = read(Client(), "1/")

    assert "30 people chose" in page
    table = page.split('id="places-caption"')[1].split("</table>")[0]
    rows = [re.sub(r"<[^>]*>", " ", row).split() for row in table.split("<tr>")[2:]]
    assert rows == [
        ["El", "agua", "1", "tied", "26"],
        ["La", "luz", "1", "tied", "26"],
        ["El", "parque", "3", "4"],
        ["La", "basura", "4", "0"],
    ]
    assert "87 %" in page
    assert page.count("not shown. Fewer than 10 people chose here") == 2
    assert "Zona B: 10" in page


def test_with_fewer_than_ten_there_is_no_result_not_even_for_staff(cast: Cast) -> None:
    found = opened(cast)
    chosen(found, [(1,)] * 9)
    closed(found)

    pages = [read(client, "1/") for client in (Client(), cast.signed_in(cast.ana))]

    assert ["Fewer than 10 people chose. No result is shown" in page for page in pages] == [True, True]
    assert ["9 people" in page or 'class="bars"' in page for page in pages] == [False, False]


def test_somebody_chooses_looks_at_it_and_sends_it(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    data = {"words": words[0].upper(), "choices": ids(found, 1, 3)}

    looked = send(Client(), "1/elegir/", {**data, "step": "review"})
    before = Ballot.objects.count()
    sent = send(Client(), "1/elegir/", {**data, "step": "send"})

    assert (looked[0], sent[0], before, ballots(found)) == (200, 200, 0, [([1, 3], "web")])
    assert re.findall(r'<li><b><span lang="es">([^<]*)</span></b>', looked[1]) == ["El agua", "El parque"]
    assert "Your choice is in the count" in sent[1]


def test_a_receipt_never_says_what_was_chosen_nor_when(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    choose(found, words[0], 1)
    data = {"words": words[0], "choices": ids(found, 2)}

    pages = [
        send(Client(), "1/elegir/", {**data, "step": "send"})[1],
        send(Client(), "1/comprobante/", {"words": words[0]})[1],
    ]

    told = [re.findall(r"El agua|La luz|\d\d:\d\d|2026", page.split("<main")[1].split("</main>")[0]) for page in pages]
    assert told == [[], []]
    assert ["is in the count" in page for page in pages] == [True, True]


def test_whoever_comes_back_with_a_slip_is_not_shown_what_was_chosen_before(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    choose(found, words[0], 1)

    _status, page = send(Client(), "1/elegir/", {"words": words[0], "step": "review"})

    assert "checked" not in page


def test_a_slip_that_was_not_used_is_not_in_the_count(cast: Cast) -> None:
    words = printed(opened(cast))

    status, page = send(Client(), "1/comprobante/", {"words": words[0]})

    assert (status, "No choice has been made with this slip." in page) == (200, True)


@pytest.mark.parametrize(
    ("places", "words", "sentence"),
    [
        ((), None, "Mark at least one option."),
        ((1, 2, 3), None, "You marked too many: 2 at most."),
        ((1,), NEVER, "No slip has these words."),
        ((1,), "", "There is something to correct"),
    ],
)
@pytest.mark.parametrize("step", ["review", "send"])
def test_what_cannot_be_counted_is_told_and_nothing_typed_is_lost(
    cast: Cast, places: tuple[int, ...], words: str | None, sentence: str, step: str
) -> None:
    found = opened(cast)
    slip = printed(found)[0] if words is None else words

    status, page = send(Client(), "1/elegir/", {"words": slip, "choices": ids(found, *places), "step": step})

    assert (status, Ballot.objects.count(), sentence in page) == (422, 0, True)
    assert (page.count("checked"), f'value="{slip}"' in page or not slip) == (len(places), True)


def test_changing_ones_mind_leads_back_with_the_marks_in_place(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)

    status, page = send(Client(), "1/elegir/", {"words": words[0], "choices": ids(found, 2), "step": "change"})

    assert (status, page.count("checked"), Ballot.objects.count()) == (200, 1, 0)


def test_what_has_closed_says_so(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    choices = ids(found, 1)
    closed(found)

    status, page = send(Client(), "1/elegir/", {"words": words[0], "choices": choices, "step": "send"})

    assert (status, "It has closed." in page, Ballot.objects.count()) == (422, True, 0)


def test_outside_its_phase_the_page_says_when_and_offers_nothing(cast: Cast) -> None:
    opened(cast, activity=phased(cast, NOON.date().replace(year=2019), NOON.date().replace(year=2020)))

    page = read(Client(), "1/")

    assert f"{HERE}1/elegir/" not in page
    assert Client().get(f"{HERE}1/elegir/").status_code == 422


def test_no_browser_keeps_the_pages_on_which_words_are_typed(cast: Cast) -> None:
    opened(cast)

    kept = [Client().get(HERE + path)["Cache-Control"] for path in ("1/elegir/", "1/comprobante/")]

    assert kept == ["no-store", "no-store"]


def test_readers_get_no_cookie(cast: Cast) -> None:
    closed(opened(cast))

    assert [dict(Client().get(HERE + path).cookies) for path in ("", "1/")] == [{}, {}]


def test_a_sheet_is_shown_once_with_words_code_and_options(cast: Cast) -> None:
    draft(cast)
    ana, data = cast.signed_in(cast.ana), {"slips": 12, "marks": "on", "sent_as": str(uuid4())}

    first, again = send(ana, "1/papeletas/", data), send(ana, "1/papeletas/", data)

    words = re.findall(r'class="words" translate="no">([^<]+)<', first[1])
    assert (first[0], len(set(words)), {len(slip.split()) for slip in words}) == (200, 12, {6})
    assert (first[1].count('href="#qr"'), first[1].count("El agua"), "12/12" in first[1]) == (12, 12, True)
    assert "http://testserver/red/procesos/parque/prioridades/1/elegir/" in first[1]
    assert (again[0], "shown already" in again[1], Slip.objects.count()) == (422, True, 12)


def test_the_words_of_a_sheet_open_the_ballot(cast: Cast) -> None:
    found = opened(cast)
    _status, sheet = send(cast.signed_in(cast.ana), "1/papeletas/", {"slips": 10, "sent_as": str(uuid4())})

    for slip in re.findall(r'class="words" translate="no">([^<]+)<', sheet):
        send(Client(), "1/elegir/", {"words": slip, "choices": ids(found, 1), "step": "send"})

    assert ballots(found) == [([1], "web")] * 10


@pytest.mark.parametrize("n", ["9", "501", "-1", "x", ""])
def test_a_wrong_number_of_slips_is_refused(cast: Cast, n: str) -> None:
    draft(cast)

    status, _page = send(cast.signed_in(cast.ana), "1/papeletas/", {"slips": n, "sent_as": str(uuid4())})

    assert (status, Slip.objects.count()) == (422, 0)


def test_paper_is_typed_in_by_numbers(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    ana = cast.signed_in(cast.ana)

    statuses = [
        send(ana, "1/captura/", {"words": words[0], "marks": "1 3", "channel": "paper"})[0],
        send(ana, "1/captura/", {"words": words[1], "marks": "2,4", "channel": "telephone"})[0],
    ]

    assert (statuses, ballots(found)) == ([302, 302], [([1, 3], "paper"), ([2, 4], "telephone")])


@pytest.mark.parametrize(
    ("marks", "channel"),
    [("9", "paper"), ("uno", "paper"), ("1 1", "paper"), ("1 2 3", "paper"), ("1", "web"), ("", "paper")],
)
def test_marks_that_cannot_be_are_not_typed_in(cast: Cast, marks: str, channel: str) -> None:
    found = opened(cast)
    words = printed(found)

    status, page = send(cast.signed_in(cast.ana), "1/captura/", {"words": words[0], "marks": marks, "channel": channel})

    assert (status, Ballot.objects.count(), words[0] in page) == (422, 0, True)


def test_ana_makes_edits_opens_and_closes_a_round(cast: Cast) -> None:
    options = [knot.pk for knot in knots(cast, "El agua", "La luz", "El parque")]
    ana = cast.signed_in(cast.ana)
    data = {"title_es": "¿Qué va primero?", "options": options, "most": 2}

    states = []
    for path, sent in (
        ("nueva/", data),
        ("1/editar/", {**data, "options": options[:2], "most": 1}),
        ("1/abrir/", {}),
        ("1/cerrar/", {}),
    ):
        states.append((send(ana, path, sent)[0], Round.objects.get().state, Round.objects.get().most))

    assert states == [(302, "draft", 2), (302, "draft", 1), (302, "open", 1), (302, "closed", 1)]
    assert Option.objects.count() == 2


def test_a_refused_round_keeps_what_was_typed(cast: Cast) -> None:
    options = [knot.pk for knot in knots(cast, "El agua", "La luz")]

    status, page = send(cast.signed_in(cast.ana), "nueva/", {"title_es": "Mi pregunta", "options": options, "most": 5})

    assert (status, Round.objects.count(), "Mi pregunta" in page, page.count("checked")) == (422, 0, True, 2)


def test_what_happens_to_an_open_round_asks_first(cast: Cast) -> None:
    opened(cast)

    page = read(cast.signed_in(cast.ana), "1/cerrar/")

    assert ("Closing is final" in page, Round.objects.get().state) == (True, "open")


STAFF = ("nueva/", "1/editar/", "1/abrir/", "1/cerrar/", "1/papeletas/", "1/captura/")


def test_only_those_who_may_open_the_pages_of_work(cast: Cast) -> None:
    draft(cast, "Opción secreta", "Otra", most=1)
    people = [Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana)]

    answers = [client.get(HERE + path) for client in people for path in STAFF]
    opened_pages = [cast.signed_in(cast.ana).get(HERE + path).status_code for path in STAFF]

    assert [answer.status_code in (302, 403) and b"secreta" not in answer.content for answer in answers] == [True] * 24
    assert opened_pages == [200] * 6


def test_nobody_else_writes(cast: Cast) -> None:
    found = opened(cast)
    words = printed(found)
    writes = (
        ("1/cerrar/", {}),
        ("1/papeletas/", {"slips": 10, "sent_as": str(uuid4())}),
        ("1/captura/", {"words": words[0], "marks": "1", "channel": "paper"}),
        ("nueva/", {"title_es": "X", "most": 1}),
    )
    people = [Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana)]

    statuses = {client.post(HERE + path, data).status_code for client in people for path, data in writes}

    assert (statuses, Round.objects.get().state) == ({403}, "open")
    assert (Slip.objects.count(), Issue.objects.count(), Ballot.objects.count()) == (10, 1, 0)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_kept_and_shown_as_words(cast: Cast, words: str) -> None:
    options = [knot.pk for knot in knots(cast, words, "La luz")]
    ana = cast.signed_in(cast.ana)
    send(ana, "nueva/", {"title_es": words, "about_es": words, "options": options, "most": 1})
    drafts = [read(ana, path) for path in ("", "1/", "1/editar/", "1/abrir/")]
    send(ana, "1/abrir/", {})
    found = Round.objects.get()
    area = place("A", words)
    slip = printed(found, 10, area)[0]
    pages = [read(ana, path) for path in ("1/", "1/elegir/", "1/captura/", "1/cerrar/", "1/papeletas/")]
    pages += [
        send(ana, "1/elegir/", {"words": typed, "choices": ids(found, 1), "step": "review"})[1]
        for typed in (slip, words)
    ]
    pages.append(send(ana, "1/papeletas/", {"slips": 10, "area": area.pk, "marks": "on", "sent_as": uuid4()})[1])
    chosen(found, [(1,)] * 10, area)
    closed(found)

    whole = "".join([*drafts, *pages, read(ana, "1/")])

    assert (found.title, found.about) == ({"es": words}, {"es": words})
    assert [bad in whole for bad in ("<script>", "<img")] == [False, False]


def test_no_page_has_a_style_or_script_inside(cast: Cast) -> None:
    found = opened(cast)
    _status, sheet = send(cast.signed_in(cast.ana), "1/papeletas/", {"slips": 10, "sent_as": uuid4()})
    chosen(found, [(1,)] * 12)
    closed(found)

    pages = "".join([sheet, *(read(Client(), path) for path in ("", "1/"))])

    assert re.findall(r"<style|<script|\sstyle=|\son\w+=", pages) == []


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_asks_the_same_few_questions(
    cast: Cast, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(n):
        opened(cast, f"Uno {number}", f"Dos {number}", most=1)

    with django_assert_num_queries(3):
        read(Client(), "")


@pytest.mark.parametrize("n", [3, 30])
def test_a_round_asks_the_same_few_questions(
    cast: Cast, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found = opened(cast, *(f"Opción {number}" for number in range(n)))
    chosen(found, [(1, 2)] * (n + 10), place("A", "Zona A"))
    closed(found)
    read(Client(), "1/")

    with django_assert_num_queries(7):
        read(Client(), "1/")


def test_both_languages_have_every_page(cast: Cast) -> None:
    opened(cast)
    closed(opened(cast, "Uno", "Dos", most=1))
    draft(cast, "Tres", "Cuatro", most=1)
    ana = cast.signed_in(cast.ana)
    paths = (
        "",
        "1/",
        "2/",
        "3/",
        "1/elegir/",
        "1/comprobante/",
        *(f"3/{path}" for path in ("editar/", "abrir/", "papeletas/")),
        "1/captura/",
        "1/cerrar/",
    )

    pairs = [(read(ana, path, "es"), read(ana, path, "en")) for path in paths]

    assert [es.count("<h1>") + en.count("<h1>") for es, en in pairs] == [2] * len(paths)
    assert [NOT_OFFICIAL in es for es, _en in pairs] == [False] * len(paths)


def test_the_round_stands_on_the_thread_with_what_was_weighed(cast: Cast) -> None:
    opened(cast, "El agua", "La luz", most=1)

    knot = Knot.objects.get(kind=Kind.ROUND)

    assert sorted(link.source.ref for link in knot.back.select_related("source")) == ["P1", "P2"]
