"""What a file is by its content; its name is never believed."""

from enum import StrEnum
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from tequio.core.refusals import Refusal


class Kind(StrEnum):
    TEXT = "text"
    WORKBOOK = "workbook"


HEADS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"{\\rtf": "RTF",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"SQLite format 3": "SQLite",
    b"PAR1": "Parquet",
}
MEMBERS = {
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
    "doc.kml": "KMZ",
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ZIP = b"PK\x03\x04"
WEB_PAGES = (b"<!doctype html", b"<html")


def kind_of(file: BinaryIO) -> Kind:
    """Tell text from workbook; refuse everything else by the name people know it by. Leaves the file at its start."""
    head = file.read(1024)
    if not head.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        _require_something(file)
    file.seek(0)
    if head.startswith(OLD_OFFICE):
        raise Refusal("table.locked" if ENCRYPTED_PACKAGE in file.read() else "table.old_excel")
    if head.startswith(ZIP):
        return _of_zip(file)
    named = [name for magic, name in HEADS.items() if head.startswith(magic)]
    if head.lstrip().lower().startswith(WEB_PAGES):
        named = ["HTML"]
    if named:
        raise Refusal("table.not_a_table", kind=named[0])
    return Kind.TEXT


def _require_something(file: BinaryIO) -> None:
    while chunk := file.read(1_000_000):
        if chunk.strip(b"\0 \t\r\n"):
            return
    raise Refusal("table.empty")


def _of_zip(file: BinaryIO) -> Kind:
    try:
        with ZipFile(file) as package:
            names = set(package.namelist())
            mimetype = package.open("mimetype").read(80) if "mimetype" in names else b""
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refusal("table.damaged") from error
    file.seek(0)
    return _of_members(names, mimetype)


def _of_members(names: set[str], mimetype: bytes) -> Kind:
    if "xl/workbook.bin" in names:
        raise Refusal("table.old_excel")
    if mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise Refusal("table.open_document")
    if "[Content_Types].xml" in names and not names & set(MEMBERS):
        return Kind.WORKBOOK
    raise Refusal("table.not_a_table", kind=next((MEMBERS[name] for name in MEMBERS if name in names), "ZIP"))
