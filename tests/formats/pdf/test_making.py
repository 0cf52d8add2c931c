import re
import zlib
from base64 import b64encode
from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image

from tequio.core.refusals import Refusal
from tequio.formats.pdf import PdfLimits, to_pdf

SENTENCE = "Niñas, jóvenes y mujeres"


def page(body: str) -> str:
    head = "<head><title>La hoja</title></head>"
    return f'<!doctype html><html lang="es">{head}<body><h1>{SENTENCE}</h1>{body}</body></html>'


def opened(pdf: bytes) -> bytes:
    """The file with all of its parts unpacked."""
    parts = [pdf]
    for packed in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            parts.append(zlib.decompress(packed))
    return b"\n".join(parts)


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "purple").save(out, "PNG")
    return out.getvalue()


def test_a_page_becomes_a_tagged_file_with_its_title_and_language() -> None:
    made = opened(to_pdf(page("<p>Agua.</p>")))

    marks = (b"/MarkInfo", b"/StructTreeRoot", b"/Title (La hoja)", b"/Lang (es)", b"/S /H1", b"pdfuaid")
    assert made.startswith(b"%PDF-1.7")
    assert [mark for mark in marks if mark not in made] == []


def test_what_stands_in_the_page_is_drawn_and_what_lies_elsewhere_is_not_fetched(tmp_path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    inside = f"data:image/png;base64,{b64encode(png()).decode()}"

    made = [opened(to_pdf(page(f'<img src="{at}" alt="x">'))) for at in (inside, (tmp_path / "secret.png").as_uri())]

    assert [b"/Subtype /Image" in each for each in made] == [True, False]


def test_style_sheets_are_not_fetched_either(tmp_path) -> None:
    (tmp_path / "wide.css").write_text("@page { size: 100mm 100mm }")

    link = f'<link rel="stylesheet" href="{(tmp_path / "wide.css").as_uri()}">'

    made = opened(to_pdf(page(link), "@page { size: letter }"))

    assert b"/MediaBox [0 0 612 792]" in made


def test_a_page_that_takes_too_long_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        to_pdf(page("<p>Agua.</p>"), limits=PdfLimits(seconds=0))

    assert refused.value.code == "pdf.too_heavy"
