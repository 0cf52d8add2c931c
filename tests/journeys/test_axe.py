"""axe finds nothing on any public page and any page of staff, in both languages, at 360 and 1280 px."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from tests.journeys.conftest import DESK, PHONE, Site, sign_in
from tests.journeys.test_weight import one_of_each_kind, public_paths
from tests.journeys.walk import staff_paths

pytestmark = pytest.mark.browser
VIEWS = [("es", PHONE), ("en", DESK)]


def faults(context: BrowserContext, site: Site, paths: list[str]) -> dict[str, list[str]]:
    page, found = context.new_page(), {}
    for path in paths:
        answer = page.goto(site.url(path))
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        broken = [rule["id"] for rule in Axe().run(page).response["violations"]]
        if broken or wide > 0 or (answer and answer.status != 200):
            found[path] = [
                *broken,
                *([f"{wide} px too wide"] if wide > 0 else []),
                *([str(answer.status)] if answer and answer.status != 200 else []),
            ]
    return found


@pytest.mark.parametrize(("language", "size"), VIEWS, ids=["es-360", "en-1280"])
def test_axe_finds_nothing_on_public_pages(site: Site, browser: Browser, language, size):
    context = browser.new_context(viewport=size, locale=language, bypass_csp=True)

    paths = one_of_each_kind(public_paths(site), most=2)

    assert faults(context, site, ["/estilo/", *dict.fromkeys(paths)]) == {}
    context.close()


@pytest.mark.parametrize(("language", "size"), VIEWS, ids=["es-360", "en-1280"])
def test_axe_finds_nothing_on_the_pages_of_staff(site: Site, browser: Browser, language, size):
    context = browser.new_context(viewport=size, locale=language, bypass_csp=True)
    sign_in(context.new_page(), site, "Ana")

    assert faults(context, site, staff_paths(context, site)) == {}
    context.close()
