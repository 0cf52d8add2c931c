"""Reads what was answered as a browser, a spreadsheet or a calendar would, and says what in it is dangerous."""

import csv
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO, StringIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook

RUN = ("javascript:", "vbscript:", "data:text/html")
LINKS = {"href", "src", "action", "formaction", "data", "xlink:href", "poster"}
RAW = ("<script>alert", "<img src=x", "<svg/onload", "x49x")  # the last is what a template would make of {{ 7*7 }}
STRANGE = {"iframe", "object", "embed", "base", "style", "frame", "applet"}


class Markup(HTMLParser):
    """Collects whatever a browser would run or fetch from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in STRANGE or (tag == "script" and not _harmless(known)):
            self.found.append(f"<{tag}>")
        self.found += [f"{tag} {name}" for name in known if name.startswith("on") or name in {"style", "srcdoc"}]
        self.found += [f"{tag} {name}={value}" for name, value in attrs if name in LINKS and _runs(value or "")]


def _harmless(script: dict[str, str | None]) -> bool:
    """Our own file, or data that no browser runs."""
    return (script.get("src") or "").startswith("/static/") or script.get("type") == "application/json"


def _runs(address: str) -> bool:
    bare = "".join(letter for letter in address if letter > " ").lower()
    return bare.startswith(RUN) or bare == "x"


def dangers(content_type: str, body: bytes) -> list[str]:
    """What a reader of this type would do with the hostile texts, if anything; an error where it is not well formed."""
    kind = content_type.split(";", maxsplit=1)[0].strip()
    if kind in {"text/html", "image/svg+xml"}:
        return in_page(body.decode())
    if kind == "application/zip":
        return [f"{name}: {danger}" for name, inner in _members(body) for danger in dangers(_kind_of(name), inner)]
    reader = READERS.get(kind)
    return reader(body) if reader else []


def in_page(text: str) -> list[str]:
    markup = Markup()
    markup.feed(text)
    return [*markup.found, *(part for part in RAW if part in text)]


def in_table(body: bytes) -> list[str]:
    """Cells that a spreadsheet would take for a formula; a number may begin with its sign."""
    rows = csv.reader(StringIO(body.decode("utf-8-sig")), strict=True)
    return [cell for row in rows for cell in row if _formula(cell)]


def _formula(cell: str) -> bool:
    return cell[:1] in set("=+-@\t\r＝＋－＠") and not cell.lstrip("+-").replace(".", "", 1).isdigit()


def in_workbook(body: bytes) -> list[str]:
    book = load_workbook(BytesIO(body))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def in_calendar(body: bytes) -> list[str]:
    """Lines that a text brought in, and events beyond the one that was asked for."""
    lines = body.decode().replace("\r\n ", "").split("\r\n")
    events = [line for line in lines if line == "BEGIN:VEVENT"]
    return [*events[1:], *(line for line in lines if line.startswith("X-Evil") or "\n" in line)]


def in_json(body: bytes) -> list[str]:
    json.loads(body)
    return []


def in_xml(body: bytes) -> list[str]:
    fromstring(body)
    return []


READERS = {
    "text/csv": in_table,
    "text/calendar": in_calendar,
    "application/json": in_json,
    "application/ld+json": in_json,
    "application/geo+json": in_json,
    "application/xml": in_xml,
    "text/xml": in_xml,
    "application/graphml+xml": in_xml,
    "application/atom+xml": in_xml,
    "application/rss+xml": in_xml,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": in_workbook,
}
ENDINGS = {
    "csv": "text/csv",
    "json": "application/json",
    "graphml": "application/xml",
    "xml": "application/xml",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
}


def _members(body: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(body)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _kind_of(name: str) -> str:
    return ENDINGS.get(name.rpartition(".")[2], "")
