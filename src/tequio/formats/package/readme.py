"""What a package says of itself to people, in each language."""

from collections.abc import Sequence
from textwrap import wrap

from tequio.core.localized import pick
from tequio.formats.package.descriptor import moment
from tequio.formats.package.values import About, DataTable, Extra

WIDTH = 100
FILES = {"es": "LEEME.txt", "en": "README.txt"}
PHRASES = {
    "es": {
        "made": "Hecho el",
        "license": "Licencia",
        "source": "Fuente",
        "files": "ARCHIVOS",
        "formulas": "En las tablas, una comilla (') va antes de un texto que una hoja de cálculo tomaría por una "
        "fórmula. No es parte de lo que la persona dijo.",
        "blank": "Una celda vacía quiere decir que no hay dato. El cero se escribe 0.",
        "machine": "datapackage.json describe lo mismo para programas (Frictionless Data Package).",
    },
    "en": {
        "made": "Made on",
        "license": "License",
        "source": "Source",
        "files": "FILES",
        "formulas": "In the tables, a quote mark (') stands before text that a spreadsheet would take for a formula. "
        "It is no part of what the person said.",
        "blank": "A blank cell means that there is no data. Zero is written 0.",
        "machine": "datapackage.json says the same for programs (Frictionless Data Package).",
    },
}


def readme(language: str, about: About, tables: Sequence[DataTable], extras: Sequence[Extra]) -> bytes:
    """Plain text with line ends that every system shows."""
    say = PHRASES[language]
    lines = [pick(about.title, language).text.upper(), "", *_wrapped(pick(about.description, language).text), ""]
    lines += [
        f"{say['made']}: {moment(about.created)}",
        f"{say['license']}: {about.license.title} {about.license.path}",
    ]
    lines += [f"{say['source']}: {title} {path}" for title, path in (about.sources or {}).items()]
    for note in (*(pick(note, language).text for note in about.notes), say["blank"], say["formulas"], say["machine"]):
        lines += ["", *_wrapped(note)]
    lines += ["", say["files"]]
    for table in tables:
        lines += _table(language, table)
    lines += [line for extra in extras for line in ("", extra.path, f"  {pick(extra.title, language).text}")]
    return ("\r\n".join(lines) + "\r\n").encode()


def _table(language: str, table: DataTable) -> list[str]:
    lines = ["", f"data/{table.name}.csv", f"  {pick(table.title, language).text}"]
    for column in table.columns:
        text = f"{column.name} ({column.type}): {pick(column.description, language).text}"
        lines += _wrapped(text, "  - ", "    ")
    return lines


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)
