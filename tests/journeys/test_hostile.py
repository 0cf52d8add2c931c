"""In a real browser: hostile words run nothing, with the policy or without, and the policy hinders no page of ours."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.journeys.conftest import DESK, Site, environment, free_port, sign_in, wait_for
from tests.journeys.test_weight import one_of_each_kind, public_paths
from tests.journeys.walk import is_download, staff_paths

pytestmark = pytest.mark.browser
# Whatever a page could hold that runs: none of it is ours.
RUNS = (
    "script:not([src]), [onerror], [onload], [onclick], [style], iframe, object, embed, base, "
    'a[href^="javascript:" i], form[action^="javascript:" i], [srcdoc]'
)
PAGES = [
    "spaces:home",
    "processes:list",
    "processes:detail",
    "processes:coverage",
    "processes:voice",
    "contributions:list",
    "contributions:detail",
    "meetings:detail",
    "synthesis:theme",
    "solutions:problem",
    "solutions:compare",
    "solutions:feedback",
    "prioritising:round",
    "commitments:decision",
    "commitments:milestone",
    "thread:whole",
    "publishing:result",
    "organizations:detail",
    "territories:map",
]
NOT_PAGES = {"language", "accounts:by_link", "accounts:sign_out", "files:file", "solutions:picture"}


@dataclass
class Watch:
    """What a browser tells while it reads."""

    base: str
    alerts: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        page.on("dialog", lambda dialog: (self.alerts.append(f"{page.url} {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: self.errors.append(f"{page.url} {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(f"{page.url} {error}"))
        page.on("request", self._request)
        return page

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.elsewhere.append(request.url)


@dataclass(frozen=True)
class Spoilt:
    base: str
    token: str
    paths: dict[str, str]


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spoilt]:
    """A space in which every text of every table is hostile, served as always."""
    env = environment(tmp_path_factory.mktemp("spoilt")) | {"DJANGO_SETTINGS_MODULE": "tequio.project.settings"}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    built = subprocess.run([sys.executable, "-m", "tests.journeys.spoilt"], env=env, capture_output=True, check=True)
    port, facts = free_port(), json.loads(built.stdout)
    serve = [sys.executable, "-m", "tequio.cli", "serve", "--port", str(port), "--workers", "2"]
    server = subprocess.Popen(serve, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/salud/")
        yield Spoilt(f"http://127.0.0.1:{port}", facts["token"], facts["paths"])
    finally:
        server.terminate()
        server.wait(20)


def read(page: Page, paths: list[str]) -> dict[str, object]:
    """What in these pages could run, and those that broke."""
    found = {}
    for path in paths:
        answer = page.goto(path)
        there = page.eval_on_selector_all(RUNS, "found => found.map(one => one.outerHTML.slice(0, 120))")
        if there or answer is None or answer.status >= 500:
            found[path] = there or (answer and answer.status)
    return found


def told(watch: Watch) -> dict[str, list[str]]:
    return {"alerts": watch.alerts, "errors": watch.errors, "elsewhere": watch.elsewhere}


@pytest.mark.parametrize("without_policy", [False, True], ids=["with the policy", "without it"])
def test_hostile_words_run_nothing_on_the_pages_that_everybody_reads(spoilt, browser: Browser, without_policy):
    context = browser.new_context(base_url=spoilt.base, viewport=DESK, locale="es-MX", bypass_csp=without_policy)
    watch = Watch(spoilt.base)

    found = read(watch.over(context.new_page()), [spoilt.paths[name] for name in PAGES])

    assert (found, told(watch)) == ({}, {"alerts": [], "errors": [], "elsewhere": []})
    context.close()


def test_hostile_words_run_nothing_on_any_page_of_staff_even_without_the_policy(spoilt, browser: Browser):
    context = browser.new_context(base_url=spoilt.base, viewport=DESK, locale="es-MX", bypass_csp=True)
    watch = Watch(spoilt.base)
    page = watch.over(context.new_page())
    page.goto(f"/cuenta/enlace/{spoilt.token}/")
    page.locator("main form button").first.click()

    found = read(page, pages_of(spoilt))

    assert (found, watch.alerts, watch.elsewhere) == ({}, [], [])
    context.close()


def pages_of(spoilt: Spoilt) -> list[str]:
    return [path for name, path in spoilt.paths.items() if name not in NOT_PAGES and not is_download(path)]


def test_the_alarm_goes_off_when_something_runs(spoilt, browser: Browser):
    context = browser.new_context(base_url=spoilt.base, bypass_csp=True)
    watch = Watch(spoilt.base)
    page = watch.over(context.new_page())
    page.goto("/salud/")

    page.set_content("<p><img src=x onerror=alert(2)></p>")
    page.wait_for_function("!document.querySelector('img').naturalWidth && document.querySelector('img').complete")

    assert [alert.split()[-1] for alert in watch.alerts] == ["2"]
    context.close()


def test_the_policy_hinders_no_page_that_everybody_reads(site: Site, browser: Browser):
    context = browser.new_context(viewport=DESK, locale="es-MX")
    paths = ["/estilo/", "/cuenta/entrar/", *dict.fromkeys(one_of_each_kind(public_paths(site), most=2))]

    assert errors_on(context, site, paths) == []


def test_the_policy_hinders_no_page_of_staff(site: Site, browser: Browser):
    context = browser.new_context(viewport=DESK, locale="es-MX")
    sign_in(context.new_page(), site, "Ana")

    assert errors_on(context, site, staff_paths(context, site)) == []


def errors_on(context: BrowserContext, site: Site, paths: list[str]) -> list[str]:
    watch = Watch(site.base)
    page = watch.over(context.new_page())
    for path in paths:
        page.goto(site.url(path))
    context.close()
    return [*watch.errors, *watch.elsewhere]
