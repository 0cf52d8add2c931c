"""A page as a file to print: the same template that the browser shows, with the same style sheets."""

import fcntl
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from tequio.core.refusals import Refusal
from tequio.formats.pdf import to_pdf

LINK = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
PATIENCE = 4.0  # seconds in which another page may be laid out
HASH = re.compile(r"\.[0-9a-f]{12}(?=\.css$)")


def paper(request: HttpRequest, template: str, context: Mapping[str, Any], *, name: str) -> HttpResponse:
    """The page laid out as PDF, to be looked at or kept under `name`. Refuses as `to_pdf`, and pdf.busy."""
    html = render_to_string(template, dict(context), request)
    css = "\n".join(map(_sheet, LINK.findall(html)))
    shown = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    with _one_at_a_time():
        return HttpResponse(to_pdf(html, css), content_type="application/pdf", headers=shown)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Laying out takes seconds: whoever asks for many pages must not keep every process from everybody else."""
    until = time.monotonic() + PATIENCE
    with (settings.CONFIG.data / "paper.lock").open("w") as lock:
        while not _taken(lock.fileno()):
            if time.monotonic() > until:
                raise Refusal("pdf.busy")
            time.sleep(0.1)
        yield


def _taken(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sheet(address: str) -> str:
    """The style sheet at an address of ours, with or without the mark of its version."""
    known = HASH.sub("", address.removeprefix(staticfiles_storage.url("")))
    found = finders.find(known)
    return Path(found).read_text("utf-8") if isinstance(found, str) else ""
