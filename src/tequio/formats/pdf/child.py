"""What the child process does to a page: lays it out, and fetches nothing from anywhere."""

import json
import logging
from base64 import b64encode
from collections.abc import Iterator
from typing import BinaryIO

from tequio.core.refusals import Refusal

OPENS_FILES = True  # the fonts of the machine, as they are needed


def prepare(source: BinaryIO) -> None:  # noqa: ARG001 (the same for every page)
    try:
        import weasyprint  # noqa: F401, PLC0415 (asked here whether it is installed)
    except (ImportError, OSError) as missing:
        raise Refusal("pdf.not_here") from missing


def work(source: BinaryIO, options: dict[str, int]) -> Iterator[list[object]]:  # noqa: ARG001 (limits stand outside)
    from weasyprint import CSS, HTML  # noqa: PLC0415 (as above)
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 (as above)

    from tequio.formats.pdf.drawings import styled  # noqa: PLC0415 (as above)

    for loud in ("weasyprint", "fontTools"):
        logging.getLogger(loud).setLevel(logging.CRITICAL)
    page, alone = json.load(source), URLFetcher(allowed_protocols=("data",))
    sheets = [CSS(string=page["css"], url_fetcher=alone)]
    laid_out = HTML(string=styled(page["html"], page["css"]), url_fetcher=alone)
    yield [b64encode(laid_out.write_pdf(stylesheets=sheets, pdf_variant="pdf/ua-1")).decode()]
