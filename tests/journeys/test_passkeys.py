"""Those who sign in with a key of their device, in a browser whose key is made for the test."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import PHONE, Site, sign_in

pytestmark = pytest.mark.browser

KEY = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
ANSWERS = {"isUserVerified": True, "automaticPresenceSimulation": True}
NAMED = "Mi teléfono"


@pytest.fixture
def named_site(site: Site) -> Site:
    """A key belongs to a name, and an address of numbers has none."""
    return replace(site, base=site.base.replace("127.0.0.1", "localhost"))


@pytest.fixture
def device(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="es-MX")
    context.set_default_timeout(60_000)
    page = context.new_page()
    keys = context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": KEY | ANSWERS})
    yield page
    context.close()


def adds_a_key(page: Page, site: Site, *, alone: bool) -> None:
    page.goto(site.url("/cuenta/clave/2/webauthn/add/"))
    page.get_by_label("Nombre del aparato").fill(NAMED)
    page.get_by_label("Que abra mi cuenta por sí sola").set_checked(alone)
    page.get_by_role("button", name="Agregarla").click()
    page.get_by_role("heading", name="Códigos de emergencia").wait_for()


def signs_out(page: Page, site: Site) -> None:
    page.goto(site.url("/cuenta/"))
    page.get_by_role("button", name="Salir", exact=True).click()
    page.get_by_role("link", name="Entrar", exact=True).wait_for()


def name_in_the_header(page: Page, site: Site) -> int:
    page.goto(site.url("/cuenta/"))
    return page.get_by_role("navigation").get_by_role("link", name="Ana", exact=True).count()


def removes_the_key(page: Page, site: Site) -> None:
    page.goto(site.url("/cuenta/clave/2/webauthn/"))
    page.get_by_role("link", name=re.compile(f"^Quitar.*{NAMED}")).click()
    if page.locator("h1").inner_text() == "¿Sigues siendo tú?":
        page.get_by_role("link", name="Usar mi llave de acceso").click()
        page.get_by_role("button", name="Usar mi llave de acceso").click()
        page.get_by_role("heading", name="Quitar esta llave de acceso").wait_for()
    page.get_by_role("button", name="Quitar").click()
    page.get_by_text("Todavía no tienes llaves de acceso").wait_for()


def test_a_key_is_the_second_step_after_the_link(named_site: Site, device: Page):
    sign_in(device, named_site, "Ana")
    adds_a_key(device, named_site, alone=False)
    signs_out(device, named_site)

    sign_in(device, named_site, "Ana")
    before = device.locator("h1").inner_text()
    device.get_by_role("button", name="Usar mi llave de acceso").click()
    device.get_by_text("Ya entraste").wait_for()

    assert (before, name_in_the_header(device, named_site)) == ("El segundo paso", 1)
    removes_the_key(device, named_site)


def test_a_key_that_may_opens_the_door_by_itself(named_site: Site, device: Page):
    sign_in(device, named_site, "Ana")
    adds_a_key(device, named_site, alone=True)
    signs_out(device, named_site)

    device.goto(named_site.url("/cuenta/entrar/"))
    device.get_by_role("button", name="Usar mi llave de acceso").click()
    device.get_by_role("link", name="Ana", exact=True).wait_for()

    assert name_in_the_header(device, named_site) == 1
    removes_the_key(device, named_site)
