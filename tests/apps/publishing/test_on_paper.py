"""The sheet is one page of paper, as Debian's Chromium prints it."""

import fcntl
import re
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from tequio.apps.commitments.models import Commitment, Decision
from tequio.apps.processes.models import Process
from tequio.apps.solutions.models import Problem
from tests.apps.publishing.made import HERE, a_story, published
from tests.formats.pdf.test_making import opened
from tests.people import Cast

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--virtual-time-budget=2000"]
STYLESHEET = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)">')
PAGE = re.compile(rb"/Type\s*/Page[^s]")
LONG = "Las organizaciones de barrio dedican más tiempo a buscar apoyos que a hacer lo que saben hacer. " * 4
pytestmark = pytest.mark.browser


def styled(html: str, paper: str) -> str:
    """The page with its stylesheets in it, so that it prints without a server."""
    found = STYLESHEET.sub(lambda link: f"<style>{Path(finders.find(link[1])).read_text()}</style>", html)
    return found.replace("</head>", f"<style>@page {{ size: {paper}; }}</style></head>")


def pages(html: str, folder: Path) -> int:
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's Chromium (apt install chromium)")
    (folder / "sheet.html").write_text(html)
    printed = [f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'sheet.pdf'}"]
    subprocess.run([CHROMIUM, *FLAGS, *printed, folder / "sheet.html"], check=True, capture_output=True, timeout=120)
    return len(PAGE.findall((folder / "sheet.pdf").read_bytes()))


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_sheet_is_one_page(cast: Cast, tmp_path: Path, paper: str, language: str):
    a_story(cast)
    published(cast)

    html = Client().get(f"{HERE}hoja/?lengua={language}").content.decode()

    assert pages(styled(html, paper), tmp_path) == 1


def test_long_words_are_cut_so_that_it_stays_one_page(cast: Cast, tmp_path: Path):
    a_story(cast)
    Process.objects.update(title={"es": LONG[:200]})
    Problem.objects.update(title={"es": LONG[:200]}, statement={"es": LONG})
    Decision.objects.update(title={"es": LONG[:200]}, decided_by={"es": LONG[:200]})
    Commitment.objects.update(title={"es": LONG[:200]}, who={"es": LONG[:200]})
    published(cast, opening={"es": LONG})

    html = Client().get(f"{HERE}hoja/").content.decode()

    assert pages(styled(html, "A4"), tmp_path) == 1


@pytest.mark.parametrize(("language", "said"), [("es", b"/Lang (es-MX)"), ("en", b"/Lang (en)")])
def test_the_sheet_can_be_kept_as_a_file_of_one_page(cast: Cast, language: str, said: bytes):
    a_story(cast)
    published(cast)

    reply = Client().get(f"{HERE}hoja.pdf?lengua={language}")

    told = reply.headers["Content-Type"], reply.headers["Content-Disposition"], reply.headers["Content-Language"]
    assert told == ("application/pdf", f'inline; filename="parque-{language}.pdf"', language)
    file = opened(reply.content)
    assert (len(PAGE.findall(file)), said in file) == (1, True)


def test_while_others_are_being_made_nobody_waits_for_long(cast: Cast):
    a_story(cast)
    published(cast)

    with (settings.CONFIG.data / "paper.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        reply = Client().get(f"{HERE}hoja.pdf")

    assert (reply.status_code, "Espera un minuto" in reply.text) == (422, True)
