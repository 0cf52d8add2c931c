"""What nobody should send: the product answers with a page, never breaks, and keeps nothing of what it refuses."""

from urllib.parse import quote

import pytest
from django.test import Client

from tests.factories.everything import everything
from tests.factories.hostile import MARKUP
from tests.factories.paths import ours, paths_of
from tests.factories.reading import in_page
from tests.factories.trying import places, tried, wrong

SAY = "/red/procesos/parque/aportes/decir/"
TYPED = {
    "a letter that is none": "a\x00b",
    "more digits than a number has": "9" * 5000,
    "a day that never comes": "2026-02-31",
    "below zero": "-1",
    "a very long text": "palabra " * 4000,
    "what a browser would run": MARKUP,
    "nothing": "",
}
# What the pages with lists are asked for in their addresses.
LISTS = {
    "aportes/": ("q", "tipo", "territorio", "tema", "encuentro", "antes", "despues"),
    "encuentros/": ("pagina",),
    "compromisos/": ("estado",),
    "cobertura/": ("by", "wave", "phase"),
    "soluciones/solucion/1/comparar/": ("m",),
    "../../organizaciones/": ("q", "donde", "abierta", "pagina"),
    "../": ("page",),
}
EVERY = sorted({name for names in LISTS.values() for name in names} | {"next", "all", "canal", "lengua", "fase", "p"})
SEARCHED = [
    '"',
    "*",
    "NEAR(",
    "a AND",
    "'; DROP TABLE contributions_contribution; --",
    "stems:x",
    "%00",
    "a\x00b",
    "-1",
    "9" * 5000,
    "0" * 400,
    "1e9",
    "١٢٣",
    "²",
    "../../etc/passwd",
    "{{ 7*7 }}",
    "\U0001f4a5",
    MARKUP,
]
PATHS = [
    "/%00/",
    "/red/%ff%fe/",
    "/red/procesos/parque/aportes/99999999999999999999999999/",
    "/red/procesos/parque/aportes/0/",
    "/red/procesos/parque/aportes/" + "9" * 5000 + "/",
    "/red/procesos/parque/voces/W1%00/1/",
    "/red/procesos/parque/voces/%3Cscript%3E/99999999999999999999/",
    "/red/territorios/lugar/%00/",
    "/red/territorios/lugar/" + "x" * 5000 + "/",
    "/red/procesos/parque/encuentros/99999999999999999999/notas/99999999999999999999/",
    "/red/procesos/parque/hilo/99999999999999999999/",
    "/cuenta/enlace/%00/",
    "/..%2f..%2fetc/passwd",
]


def quiet(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def reader(cast, who: str) -> Client:
    clients = {"facilitator": lambda: cast.signed_in(cast.ana), "participant": lambda: cast.returning(cast.caro)}
    return quiet(clients[who]() if who in clients else Client())


@pytest.mark.parametrize(("who", "fewest"), [("facilitator", 80), ("participant", 12), ("nobody", 6)])
def test_a_form_is_taken_whole_or_refused_with_nothing_kept(cast, who, fewest):
    client = reader(cast, who)
    found = places(client, everything(cast))

    answers = {
        (place.path, kind): tried(client, place.path, place.form.filled(lambda _name, text=text: text))
        for place in found
        for kind, text in TYPED.items()
    }

    assert len(found) >= fewest
    assert {at: (answer.status, answer.changed) for at, answer in answers.items() if wrong(answer)} == {}
    assert {at: in_page(answer.page) for at, answer in answers.items() if in_page(answer.page)} == {}


@pytest.mark.parametrize("text", SEARCHED, ids=range(len(SEARCHED)))
def test_whatever_a_list_is_asked_for_is_answered(cast, text):
    everything(cast, 1)
    base, readers = "/red/procesos/parque/", (reader(cast, "nobody"), reader(cast, "facilitator"))
    asked = [f"{base}{path}?{name}={quote(text)}" for path, names in LISTS.items() for name in names]

    statuses = {path[:90]: [client.get(path).status_code for client in readers] for path in asked}

    assert {path: found for path, found in statuses.items() if max(found) not in {200, 404, 422}} == {}


@pytest.mark.parametrize("text", ["a\x00b", "9" * 5000, "' OR 1=1 --"], ids=["letter", "number", "sql"])
@pytest.mark.parametrize("who", ["nobody", "facilitator"])
def test_whatever_an_address_is_asked_for_is_answered(cast, who, text):
    it, client = everything(cast), reader(cast, who)
    every = "&".join(f"{name}={quote(text)}" for name in EVERY)
    asked = [f"{paths_of(address, it)[0]}?{every}" for address in ours()]

    statuses = {path[:90]: client.get(path).status_code for path in asked}

    assert {path: status for path, status in statuses.items() if status >= 500} == {}


@pytest.mark.parametrize("raw", ["q=%ff%fe%00", "q=%ed%a0%80", "antes=%d9%a3", "&&&===", "q=" + "a" * 6000])
def test_letters_that_are_no_letters_are_answered(cast, raw):
    everything(cast)

    replies = [reader(cast, who).get(f"/red/procesos/parque/aportes/?{raw}") for who in ("nobody", "facilitator")]

    assert [reply.status_code for reply in replies] == [200, 200]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:40])
def test_an_address_that_leads_nowhere_says_so(cast, path):
    everything(cast)

    replies = [reader(cast, who).get(path) for who in ("nobody", "facilitator")]

    assert [reply.status_code for reply in replies if reply.status_code not in {302, 404, 422}] == []


@pytest.mark.parametrize("language", ["*;q=999", "../../etc/passwd", "x" * 5000, "es;q=a,,,;;;en", "zz-ZZ", "\xff"])
def test_a_language_that_is_none_gets_spanish(cast, language):
    reply = Client().get("/red/", headers={"Accept-Language": language})

    assert (reply.status_code, '<html lang="es-MX">' in reply.content.decode()) == (200, True)


def test_letters_that_are_no_letters_in_a_form_are_answered_and_not_kept(cast):
    it = everything(cast)
    body = b"body=%ff%fe%ed%a0%80&kind=need&sent_as=%ff&" + b"\xff\xfe=1&=&&%"

    answer = tried(quiet(Client()), SAY, body, content_type="application/x-www-form-urlencoded")

    assert (answer.status, answer.changed) == (422, ())
    assert it.process.contributions.count() == len(it.crowd)


LONG = {
    "a text": (b"body=" + b"a" * 1_100_000, "application/x-www-form-urlencoded"),
    "ten thousand boxes": (b"&".join(b"x%d=1" % at for at in range(10_000)), "application/x-www-form-urlencoded"),
    "a text with a file's wrapping": (
        b'--x\r\nContent-Disposition: form-data; name="body"\r\n\r\n' + b"a" * 1_100_000 + b"\r\n--x--\r\n",
        "multipart/form-data; boundary=x",
    ),
}
WORDS = {"es": "Es demasiado largo para una sola página", "en": "This is too long for one page"}
GARBLED = {"es": "No pudimos leer lo que llegó", "en": "We could not read what arrived"}


def headline(answer) -> str:
    return answer.page.partition("<h1>")[2].partition("</h1>")[0]


@pytest.mark.parametrize("kind", LONG)
@pytest.mark.parametrize("language", ["es", "en"])
def test_what_is_too_long_for_a_page_is_refused_in_words(cast, kind, language):
    everything(cast)
    body, content_type = LONG[kind]

    answer = tried(quiet(Client()), SAY, body, content_type=content_type, headers={"Accept-Language": language})

    assert (answer.status, headline(answer), answer.changed) == (400, WORDS[language], ())


@pytest.mark.parametrize("boundary", ["", "; boundary=", "; boundary=\xff", "; boundary=" + "x" * 300])
@pytest.mark.parametrize("language", ["es", "en"])
def test_what_was_cut_on_the_way_is_refused_in_words(cast, boundary, language):
    everything(cast)
    kind = f"multipart/form-data{boundary}"

    answer = tried(quiet(Client()), SAY, b"--x\r\ngarbled", content_type=kind, headers={"Accept-Language": language})

    assert (answer.status, headline(answer), answer.changed) == (400, GARBLED[language], ())


WRITTEN = "Falta luz en mi calle, dice la gente"
OVER = {"es": "Esto ya cerró: su tiempo terminó.", "en": "This is closed: its time is over."}
ROUND_OVER = {"es": "Ya se cerró.", "en": "It has closed."}
CALLS = {
    "aportes/decir/": (OVER, WRITTEN),
    "soluciones/opiniones/1/responder/": (OVER, WRITTEN),
    "prioridades/2/elegir/": (ROUND_OVER, ""),  # a choice is a mark on a list, which is there no more
}


def words(name: str) -> str:
    return "00000000-0000-4000-8000-00000000cafe" if name == "sent_as" else WRITTEN


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("path", CALLS)
def test_what_comes_after_the_time_is_over_is_refused_and_the_words_come_back(cast, path, language):
    it, (sentence, kept) = everything(cast), CALLS[path]
    place = next(place for place in places(quiet(Client()), it) if place.path.endswith(path))
    it.process.phases.update(override="closed")
    it.process.rounds.filter(state="open").update(state="closed")

    answer = tried(Client(), place.path, place.form.filled(words), headers={"Accept-Language": language})

    assert (answer.status, answer.changed) == (422, ())
    assert (sentence[language] in answer.page, kept in answer.page) == (True, True)


MEETING = {"kind": "workshop", "mode": "virtual", "title_es": "Taller", "day": "2026-05-02"}
MONTHS = {"first_month": "5", "first_year": "2026", "last_month": "4", "last_year": "2026"}
BACKWARDS = {
    "plan/fases/clave-1/fechas/?precision=day": {"first": "2026-05-02", "last": "2026-05-01"},
    "plan/fases/clave-1/fechas/?precision=month": MONTHS,
    "encuentros/nuevo/": MEETING | {"starts": "12:00", "ends": "11:00"},
}
BEFORE_IT_STARTS = {"es": "termina antes de empezar", "en": "ends before it starts"}


@pytest.mark.parametrize("path", BACKWARDS)
@pytest.mark.parametrize("language", ["es", "en"])
def test_dates_out_of_order_are_refused_in_words(cast, path, language):
    everything(cast)
    client, where = reader(cast, "facilitator"), f"/red/procesos/parque/{path}"

    answer = tried(client, where, BACKWARDS[path], headers={"Accept-Language": language})

    assert (answer.status, answer.changed) == (422, ())
    assert (BEFORE_IT_STARTS[language] in answer.page, "2026" in answer.page) == (True, True)
