"""The side of the application: hands a page to a child process and takes back what it made of it."""

import json
from base64 import b64decode
from dataclasses import asdict, dataclass
from typing import cast

from tequio.core.refusals import Refusal
from tequio.formats.confined import Fence, Reason, Stopped, as_file, run

STOPPED = {Reason.TIME: "pdf.too_heavy", Reason.MEMORY: "pdf.too_heavy", Reason.CRASH: "pdf.failed"}


@dataclass(frozen=True, slots=True)
class PdfLimits:
    """`seconds` of clock and of processor, `memory_mb` of address space in megabytes."""

    seconds: int = 30
    memory_mb: int = 1_000


LIMITS = PdfLimits()


def to_pdf(html: str, css: str = "", limits: PdfLimits = LIMITS) -> bytes:
    """Lay out a whole page, with its styles, as PDF; headings, lists, tables and alternative texts become tags.

    Nothing is fetched: what the page shows must stand in it (`data:` addresses, drawings). Refuses pdf.not_here where
    the libraries that lay out text are not installed, pdf.too_heavy, and pdf.failed.
    """
    try:
        with as_file(json.dumps({"html": html, "css": css}).encode()) as file:
            (message,) = run("tequio.formats.pdf.child", file, asdict(limits), Fence(limits.seconds, limits.memory_mb))
    except Stopped as stopped:
        raise Refusal(STOPPED[stopped.reason]) from stopped
    return b64decode(cast("str", message[0]))
