"""No public page is heavier than its budget, calls another server, or leaves a cookie with a reader."""

import re
import urllib.request

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import PHONE, Site

MOST, MOST_HTML, MOST_REQUESTS = 45_000, 14_000, 6
pytestmark = pytest.mark.browser


def public_paths(site: Site) -> list[str]:
    with urllib.request.urlopen(site.url("/sitemap.xml"), timeout=30) as answer:
        found = re.findall(r"<loc>(?:https?://[^/]+)?([^<]+)</loc>", answer.read().decode())
    assert len(found) > 50
    return one_of_each_kind(found)


def one_of_each_kind(paths: list[str], most: int = 3) -> list[str]:
    """Pages that differ only in a number share a template; the first few and the last of each are enough."""
    kinds: dict[str, list[str]] = {}
    for path in paths:
        kinds.setdefault(re.sub(r"/\d+/", "/N/", path), []).append(path)
    return [path for same in kinds.values() for path in (*same[: most - 1], same[-1])]


def test_every_public_page_keeps_its_budget(site: Site, browser: Browser):
    heavy = {}
    for path in dict.fromkeys(public_paths(site)):
        found = weigh(browser, site, path)
        if (
            found["bytes"] > MOST
            or found["html"] > MOST_HTML
            or found["requests"] > MOST_REQUESTS
            or found["elsewhere"]
        ):
            heavy[path] = found

    assert heavy == {}


def test_a_reader_gets_no_cookie(site: Site, browser: Browser):
    context = browser.new_context(viewport=PHONE, locale="es-MX")
    page = context.new_page()
    for path in ("/", "/cdmx/", "/cdmx/procesos/", "/cdmx/procesos/plataforma/", "/cdmx/procesos/plataforma/aportes/"):
        page.goto(site.url(path))

    assert context.cookies() == []
    context.close()


def test_the_weight_written_on_a_page_is_what_it_weighs(site: Site, browser: Browser):
    context = browser.new_context(viewport=PHONE, locale="es-MX")
    page = context.new_page()
    page.goto(site.url("/cdmx/procesos/"))
    written = int(re.search(r"pesa (\d+) kB", page.locator("footer").inner_text()).group(1))
    context.close()

    assert abs(written - weigh(browser, site, "/cdmx/procesos/")["body"] / 1000) <= 1.5


def weigh(browser: Browser, site: Site, path: str) -> dict[str, int]:
    """Bytes over the wire on a first visit, headers included, as Chromium counts them."""
    context = browser.new_context(viewport=PHONE, locale="es-MX")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes, urls = {}, {}
    wire.on("Network.requestWillBeSent", lambda event: urls.setdefault(event["requestId"], event["request"]["url"]))
    wire.on("Network.loadingFinished", lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"]))
    answer = page.goto(site.url(path), wait_until="load")
    page.wait_for_timeout(50)
    html = int(answer.headers.get("content-length", "0"))
    sent = {key: url for key, url in urls.items() if not url.startswith("data:")}
    elsewhere = [url for url in sent.values() if not url.startswith(site.base)]
    total = sum(sizes.values())
    context.close()
    return {
        "bytes": total,
        "html": html,
        "requests": len(sent),
        "elsewhere": len(elsewhere),
        "body": total - 400 * len(sent),
    }
