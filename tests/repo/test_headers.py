"""What every answer says to the browser, what cookies may do, and that nobody is led away or let in by a header."""

import json
import os
import subprocess
import sys
from http.cookies import SimpleCookie
from urllib.parse import quote, urlsplit

import pytest
from django.test import Client

from tests.factories.everything import everything
from tests.factories.paths import ours, paths_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
}
FILES = {"files:file", "solutions:picture"}
SANDBOX = HEADERS | {"Content-Security-Policy": "default-src 'none'; sandbox"}
ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "/\t/evil.example/",
    "\n//evil.example/",
    "http:evil.example",
    "https:/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "front:home",
]
SERVED = {
    "TEQUIO_HTTPS": "yes",
    "TEQUIO_HOSTS": "tequio.example.org",
    "DJANGO_SETTINGS_MODULE": "tequio.project.settings",
}


def said(reply, wanted):
    return {name: reply.headers.get(name) for name in wanted}


@pytest.mark.parametrize("who", ["nobody", "facilitator"])
def test_every_answer_has_the_strict_headers(cast, who):
    it, client = everything(cast), Client() if who == "nobody" else cast.signed_in(cast.ana)
    wrong = {}
    for address in ours():
        wanted = SANDBOX if address.name in FILES else HEADERS
        for path in paths_of(address, it)[:1]:
            found = said(client.get(path), wanted)
            wrong |= {path: found} if found != wanted else {}

    assert wrong == {}


@pytest.mark.parametrize("path", ["/no/hay/", "/red/personas/", "/salud/", "/red/procesos/parque/hilo/hilo.json"])
def test_refusals_and_data_have_them_too(cast, path):
    everything(cast)

    reply = Client().post(path, {"a": "b"}) if path == "/red/personas/" else Client().get(path)

    assert said(reply, HEADERS) == HEADERS


@pytest.mark.parametrize("who", ["facilitator", "organisation", "participant"])
def test_no_browser_keeps_a_page_made_for_one_person(cast, who):
    it = everything(cast)
    people = {"facilitator": cast.ana, "organisation": cast.beto}
    client = cast.signed_in(people[who]) if who in people else cast.returning(cast.caro)

    kept = {path: client.get(path).headers.get("Cache-Control") for path in _first_paths(it)}

    assert {path: value for path, value in kept.items() if value != "no-store"} == {}


def _first_paths(it):
    return [paths_of(address, it)[0] for address in ours()]


def test_a_reader_who_sends_nothing_gets_no_cookie(cast):
    it = everything(cast)
    with_a_form = {path for path in _first_paths(it) if b"csrfmiddlewaretoken" in _body(Client().get(path))}

    given = {path: sorted(Client().get(path).cookies) for path in _first_paths(it)}

    cookies = {path: names for path, names in given.items() if names and path not in with_a_form}
    assert cookies == {"/idioma/en/": ["lengua"]}
    assert {name for path in with_a_form for name in given[path]} == {"c"}


def _body(reply):
    return b"" if reply.streaming else reply.content


@pytest.mark.parametrize("back", ELSEWHERE)
def test_choosing_a_language_leads_nowhere_else(cast, back):
    reply = Client().get(f"/idioma/en/?next={quote(back)}")

    assert (reply.status_code, reply.headers["Location"]) == (302, "/")


@pytest.mark.parametrize(
    ("back", "to"),
    [
        ("/red/procesos/?page=2", "/red/procesos/?page=2"),
        ("/x\r\nSet-Cookie: a=b", "/x%0D%0ASet-Cookie:%20a=b"),
    ],
)
def test_choosing_a_language_leads_back(back, to):
    reply = Client().get(f"/idioma/en/?next={quote(back)}")

    assert (reply.status_code, reply.headers["Location"]) == (302, to)


@pytest.mark.parametrize("back", ELSEWHERE)
def test_signing_in_leads_nowhere_else(cast, back):
    it = everything(cast)
    path = next(path for address in ours() if address.name == "accounts:by_link" for path in paths_of(address, it))

    door = Client().get(f"/cuenta/entrar/?next={quote(back)}").content.decode()
    reply = Client().post(f"{path}?next={quote(back)}", {"next": back})

    assert 'href="http' not in door.partition("<main")[2].partition("</main>")[0]
    assert (reply.status_code, urlsplit(reply.headers["Location"]).netloc) == (302, "")
    assert reply.headers["Location"][:2] not in {"//", "/\\", "\\\\"}


@pytest.mark.parametrize(
    ("language", "headline"), [("es", "No respondemos en esta dirección"), ("en", "We do not answer at this address")]
)
def test_another_name_for_this_machine_is_refused(cast, settings, language, headline):
    settings.ALLOWED_HOSTS = ["testserver"]

    reply = Client().get("/red/", headers={"Host": "evil.example", "Accept-Language": language})

    page = reply.content.decode()
    assert (reply.status_code, headline in page, "evil.example" in page) == (400, True, False)


def test_a_forwarded_name_is_not_believed(cast):
    pages = [
        Client().get(path, headers={"X-Forwarded-Host": "evil.example", "X-Original-URL": "/evil"}).content
        for path in ("/red/", "/cuenta/entrar/", "/red/procesos/parque/", "/no/hay/")
    ]

    assert [b"evil" in page for page in pages] == [False] * 4


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get me"])
def test_other_methods_are_not_allowed(cast, method):
    it = everything(cast)
    client = cast.signed_in(cast.ana)

    statuses = {path: client.generic(method, path).status_code for path in _first_paths(it)}

    assert {path: status for path, status in statuses.items() if status != 405} == {}


@pytest.mark.parametrize(
    ("language", "headline"),
    [("es", "Esta dirección no hace nada por sí sola"), ("en", "This address does nothing by itself")],
)
def test_an_address_that_takes_forms_alone_says_so_when_it_is_opened(cast, language, headline):
    reply = Client().get("/cuenta/salir/", headers={"Accept-Language": language})

    assert (reply.status_code, headline in reply.content.decode(), reply["Allow"]) == (405, True, "HEAD, POST")


def outside(tmp_path, *arguments, **more):
    env = {name: value for name, value in os.environ.items() if not name.startswith(("TEQUIO_", "DATABASE_"))}
    env |= SERVED | {"TEQUIO_DATA": str(tmp_path)} | more
    return subprocess.run([sys.executable, *arguments], env=env, capture_output=True, text=True, check=False)


def test_a_served_installation_passes_the_check_of_its_framework(tmp_path):
    done = outside(tmp_path, "-m", "django", "check", "--deploy", "--fail-level", "DEBUG")

    assert (done.returncode, done.stdout.strip()) == (0, "System check identified no issues (1 silenced).")


READ = """
import django, json
django.setup()
from django.conf import settings
from django.test import Client
page = Client().get("/estilo/", secure=True, headers={"Host": "tequio.example.org"})
language = Client().get("/idioma/en/", secure=True, headers={"Host": "tequio.example.org"})
plain = Client().get("/estilo/", headers={"Host": "tequio.example.org"})
NAMES = ("NAME", "SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN")
of_session = {name: getattr(settings, f"SESSION_COOKIE_{name}") for name in NAMES}
print(json.dumps({
    "cookies": [cookie.OutputString() for reply in (page, language) for cookie in reply.cookies.values()],
    "hsts": page.headers["Strict-Transport-Security"],
    "plain": [plain.status_code, plain.headers["Location"]],
    "session": of_session,
}))
"""


def test_cookies_of_a_served_installation_stay_with_it(tmp_path):
    done = outside(tmp_path, "-c", READ)
    told = json.loads(done.stdout)

    cookies = {
        name: (bool(cookie["secure"]), bool(cookie["httponly"]), cookie["samesite"], cookie["path"], cookie["domain"])
        for line in told["cookies"]
        for name, cookie in SimpleCookie(line).items()
    }
    assert cookies == {"__Host-c": (True, True, "Lax", "/", ""), "lengua": (True, True, "Lax", "/", "")}
    assert told["session"] == {
        "NAME": "__Host-s",
        "SECURE": True,
        "HTTPONLY": True,
        "SAMESITE": "Lax",
        "PATH": "/",
        "DOMAIN": None,
    }
    assert told["hsts"] == "max-age=31536000; includeSubDomains; preload"
    assert told["plain"] == [301, "https://tequio.example.org/estilo/"]
