"""The product as a visitor meets it: the demo, built and served by its own command, and Debian's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESK = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
START = 60


@dataclass(frozen=True)
class Site:
    base: str
    data: Path

    def url(self, path: str) -> str:
        return self.base + path

    def tequio(self, *arguments: str) -> str:
        return command(self.data, *arguments)


def command(data: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tequio.cli", *arguments],
        env=environment(data),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment(data: Path) -> dict[str, str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("TEQUIO_", "DJANGO_", "DATABASE_"))}
    return clean | {"TEQUIO_DATA": str(data), "TEQUIO_SECOND_FACTOR": "offered"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The Mexico City case on a free port of this machine."""
    data = tmp_path_factory.mktemp("demo")
    command(data, "demo", "--no-serve")
    port = free_port()
    serve = [sys.executable, "-m", "tequio.cli", "serve", "--port", str(port), "--workers", "2"]
    server = subprocess.Popen(serve, env=environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/salud/")
        yield Site(f"http://127.0.0.1:{port}", data)
    finally:
        server.terminate()
        server.wait(20)
        shutil.rmtree(data, ignore_errors=True)


def wait_for(url: str) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{url} did not answer")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each file: while it is open, its event loop keeps Django from the database in this process."""
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's Chromium (apt install chromium)")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone of 360 px, in Spanish, with JavaScript switched off."""
    context = browser.new_context(viewport=PHONE, locale="es-MX", java_script_enabled=False)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def sign_in(page: Page, site: Site, who: str) -> None:
    """Open the printed link and press its button."""
    page.goto(site.tequio("link", who, "--base", site.base).split()[-1])
    page.locator("main form button").first.click()
