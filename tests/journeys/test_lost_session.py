"""The session is lost while somebody writes: the words come back, are sent again, and are stored once."""

import sqlite3
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Site, sign_in

pytestmark = pytest.mark.browser
SAY = "/cdmx/procesos/agua/aportes/decir/"
THEME = "/cdmx/procesos/agua/temas/nuevo/"


def rows(site: Site, question: str, words: str) -> int:
    with sqlite3.connect(f"file:{site.data / 'tequio.sqlite3'}?mode=ro", uri=True) as database:
        found: int = database.execute(question, [f"%{words}%"]).fetchone()[0]
    return found


def contributions(site: Site, words: str) -> int:
    return rows(site, "SELECT COUNT(*) FROM contributions_contribution WHERE body LIKE ?", words)


def themes(site: Site, words: str) -> int:
    return rows(site, "SELECT COUNT(*) FROM synthesis_theme WHERE memo LIKE ?", words)


def typed_before(page: Page) -> list[str]:
    return [box.input_value() for box in page.locator("textarea[readonly]").all()]


def said(page: Page) -> str:
    return page.locator("h1").inner_text()


def test_what_somebody_says_without_an_account_outlives_its_cookies(site: Site, phone: Page):
    words = 'Se cortó la señal mientras escribía, dos renglones\ny una comilla " con <b>.'
    phone.goto(site.url(SAY))
    phone.locator("[name=body]").fill(words)
    phone.locator("[name=kind][value=need]").check()
    phone.context.clear_cookies()

    phone.locator("main form button").last.click()
    lost, kept = said(phone), typed_before(phone)
    stored = contributions(site, "mientras escrib")
    phone.get_by_role("button", name="Enviar otra vez").click()

    assert (lost, stored) == ("Tu sesión se cerró", 0)
    assert words in kept
    assert (contributions(site, "mientras escrib"), SAY + "listo/" in phone.url) == (1, True)


def test_words_that_are_sent_again_and_again_are_stored_once(site: Site, phone: Page):
    """A telephone on a bad network sends a form anew whenever it got no answer."""
    phone.goto(site.url(SAY))
    phone.locator("[name=body]").fill("Esto se envía tres veces")
    phone.locator("[name=kind][value=need]").check()
    phone.context.clear_cookies()
    phone.locator("main form button").last.click()
    kept = {box.get_attribute("name"): box.input_value() for box in phone.locator("form input[type=hidden]").all()}

    statuses = [phone.context.request.post(site.url(SAY), form=kept, max_redirects=0).status for _time in range(3)]

    assert (statuses, contributions(site, "Esto se env")) == ([302, 302, 302], 1)


def test_what_staff_write_outlives_their_session(site: Site, phone: Page):
    sign_in(phone, site, "Ana")
    phone.goto(site.url(THEME))
    boxes = phone.locator("main form")
    boxes.locator("[name=title_es]").fill("Tema que se perdía")
    boxes.locator("[name=memo_es]").fill("Una nota larga que nadie quiere escribir dos veces")
    phone.context.clear_cookies()

    boxes.locator("button").last.click()
    lost, stored = said(phone), themes(site, "Una nota larga")
    other = phone.context.new_page()
    sign_in(other, site, "Ana")
    sent_again(phone)

    assert (lost, stored) == ("Tu sesión se cerró", 0)
    assert (themes(site, "Una nota larga"), said(phone)) == (1, "Tema que se perdía")


def test_what_staff_write_after_their_sign_in_ran_out_comes_back_too(site: Site, phone: Page):
    sign_in(phone, site, "Ana")
    phone.goto(site.url(THEME))
    phone.locator("main form [name=title_es]").fill("Otro que se perdía")
    phone.locator("main form [name=memo_es]").fill("Se acabó a media frase")
    phone.context.clear_cookies(name="s")

    phone.locator("main form button").last.click()
    lost, stored = said(phone), themes(site, "a media frase")
    other = phone.context.new_page()
    sign_in(other, site, "Ana")
    sent_again(phone)

    assert (lost, stored) == ("Entra para seguir", 0)
    assert (themes(site, "a media frase"), said(phone)) == (1, "Otro que se perdía")


def sent_again(page: Page) -> None:
    """Signing in changes the form's token, so it may have to be pressed a second time; the words stay meanwhile."""
    again = page.get_by_role("button", name="Enviar otra vez")
    for _time in range(2):
        if again.count():
            again.click()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """A page of somebody else, on another port of this machine."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_said: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


FORM = """<!doctype html><form method="post" action="{action}"><input name="title_es" value="{words}">
<input name="body" value="{words}"><input name="kind" value="need"><button>Premio</button></form>"""


@pytest.mark.parametrize("path", [SAY, THEME])
def test_a_form_from_elsewhere_is_refused_and_not_shown(site: Site, phone: Page, elsewhere: str, tmp_path, path):
    words = "Palabras de otro sitio"
    (tmp_path / "index.html").write_text(FORM.format(action=site.url(path), words=words))
    sign_in(phone, site, "Ana")
    phone.goto(elsewhere)

    with phone.expect_response(site.url(path)) as reply:
        phone.get_by_role("button", name="Premio").click()

    assert (reply.value.status, words in phone.content()) == (403, False)
    assert (contributions(site, words), themes(site, words)) == (0, 0)
