"""Those who sign in: an organisation looks after its page and answers for another; staff take a second step."""

import base64
import hmac
import re
import struct
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.journeys.conftest import PHONE, Site, sign_in
from tests.journeys.hands import Hands

pytestmark = pytest.mark.browser

PERIOD = 30  # seconds for which a code holds
WE_DO = "Contamos el agua que llega y la que no llega, calle por calle."
MINE, OTHER = "Pipa para Todas", "Azotea Sembrada, A. C."

type NewPhone = Callable[[], Hands]


@pytest.fixture
def new_phone(browser: Browser) -> Iterator[NewPhone]:
    opened: list[BrowserContext] = []

    def phone() -> Hands:
        context = browser.new_context(viewport=PHONE, locale="es-MX", java_script_enabled=False)
        context.set_default_timeout(60_000)
        opened.append(context)
        return Hands(context.new_page())

    yield phone
    for context in opened:
        context.close()


def code_now(secret: str) -> str:
    """The six digits that an app shows for this key at this moment (RFC 6238, with SHA-1)."""
    moment = struct.pack(">Q", int(time.time()) // PERIOD)
    digest = hmac.digest(base64.b32decode(secret), moment, "sha1")
    at = digest[-1] & 0xF
    return f"{int.from_bytes(digest[at : at + 4]) & 0x7FFFFFFF:010d}"[-6:]


def types_the_code(hands: Hands, secret: str, button: str) -> None:
    """Once more with the next one if the time of the first ran out on the way."""
    asking = hands.heading
    for _ in range(2):
        hands.page.locator("main [name=code]").fill(code_now(secret))
        hands.presses(button)
        if hands.heading != asking:
            return


def signs_out(hands: Hands, name: str) -> None:
    hands.follows(name)
    hands.presses("Salir")
    hands.page.get_by_role("link", name="Entrar", exact=True).wait_for()


def test_an_organisation_looks_after_its_page_and_answers_for_another(site: Site, new_phone: NewPhone):
    beto, reader = new_phone(), new_phone()
    sign_in(beto.page, site, "Beto")
    beto.follows("Beto")
    beto.sees(f"Hablas por {MINE}")
    beto.follows(MINE)
    beto.follows("Editar")
    beto.writes("Qué hacen y para quién", WE_DO)
    beto.presses("Guardar")
    beto.sees(MINE, WE_DO)
    assert beto.page.get_by_role("link", name="Dar fe de que existe").count() == 0

    beto.follows("Organizaciones")
    beto.follows(OTHER)
    assert beto.page.get_by_role("link", name="Editar", exact=True).count() == 0
    beto.follows("Dar fe de que existe")
    beto.sees(f"¿Conoces a {OTHER}?")
    beto.fills(re.compile("^Cómo"), "Compartimos azotea.")
    beto.presses(re.compile("^Sí"))
    beto.sees(MINE, "Compartimos azotea.")

    reader.opens(site.url("/"))
    reader.follows("Común")
    reader.follows(OTHER)
    reader.sees("Quién da fe de que existe", MINE, "Compartimos azotea.")
    assert [beto.faults, reader.faults] == [{}, {}]


def test_an_organisation_invites_somebody_else_to_speak_for_it(site: Site, new_phone: NewPhone):
    beto, new = new_phone(), new_phone()
    sign_in(beto.page, site, "Beto")
    beto.follows("Beto")
    beto.follows(MINE)
    beto.follows("Quién habla por ella")
    beto.fills("Nombre", "Fabiola")
    beto.presses("Hacer el enlace")
    beto.sees("sirve para entrar una vez", "Fabiola")

    new.opens(beto.page.locator("main code").inner_text())
    new.presses("Entrar")
    new.follows("Fabiola")

    new.sees(f"Hablas por {MINE}")
    assert [beto.faults, new.faults] == [{}, {}]


def test_once_set_up_the_second_step_is_asked_for_at_the_next_door(site: Site, new_phone: NewPhone):
    ana, elena = new_phone(), new_phone()
    sign_in(ana.page, site, "Ana")
    elena.opens(a_link_for_a_new_facilitator(ana, "Elena"))
    elena.presses("Entrar")
    secret = sets_up_codes(elena, "Elena")
    signs_out(elena, "Elena")

    elena.opens(another_link(ana, "Elena"))
    elena.presses("Entrar")

    elena.sees("El segundo paso")
    elena.opens(site.url("/cuenta/"))
    assert "Elena" not in elena.reads()

    elena.opens(another_link(ana, "Elena"))
    elena.presses("Entrar")
    elena.page.locator("main [name=code]").fill("000000")
    elena.presses("Entrar")
    elena.sees("El segundo paso", "Hay algo que corregir")
    types_the_code(elena, secret, "Entrar")
    elena.follows("Elena")
    elena.sees("Código de una aplicación en uso")
    assert [ana.faults, elena.faults] == [{}, {}]


def a_link_for_a_new_facilitator(ana: Hands, name: str) -> str:
    ana.follows("Ana")
    ana.follows("Quién puede hacer qué")
    ana.page.get_by_role("textbox", name="Nombre").fill(name)
    ana.ticks(re.compile("^Facilitadora o facilitador"))
    ana.presses("Hacer el enlace")
    return the_link(ana)


def another_link(ana: Hands, name: str) -> str:
    ana.follows("Volver a las personas de este espacio")
    ana.presses(f"Nuevo enlace para {name}")
    return the_link(ana)


def the_link(ana: Hands) -> str:
    return re.search(r"https?://\S+/cuenta/enlace/\S+/", ana.reads()).group()


def sets_up_codes(hands: Hands, name: str) -> str:
    """The key that stands under the image, for those who cannot scan it."""
    hands.follows(name)
    hands.follows("Activar códigos")
    secret = hands.page.locator(".words").inner_text()
    types_the_code(hands, secret, "Terminar")
    hands.sees("Tu aplicación de códigos ya está en uso. Te la pediremos la próxima vez que entres.")
    return secret
