"""The descriptor of a package: Data Package v1 (https://specs.frictionlessdata.io/data-package/).

Words are in Spanish, with English beside them under "title@en" and the like: an object of languages, as the standard's
recipe for translations has it, is refused by the standard's own profile.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from tequio.core.localized import Localized, pick
from tequio.formats.package.values import About, Column, DataTable, Extra

type Entry = dict[str, object]

DEFAULT, OTHERS = "es", ("en",)


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the package once it has been written."""

    path: str
    bytes: int
    sha256: str


def descriptor(about: About, resources: Iterable[Entry]) -> bytes:
    whole: Entry = {
        "profile": "data-package",
        "name": about.name,
        "languages": [DEFAULT, *OTHERS],
        **words("title", about.title),
        **words("description", about.description),
        "created": moment(about.created),
        "licenses": [{"name": about.license.name, "title": about.license.title, "path": about.license.path}],
        "resources": list(resources),
    }
    if about.homepage:
        whole["homepage"] = about.homepage
    if about.sources:
        whole["sources"] = [{"title": title, "path": path} for title, path in about.sources.items()]
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def of_table(table: DataTable, file: Written) -> Entry:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        **_of_file(file, table.title, "text/csv"),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {"fields": [_field(column) for column in table.columns], "missingValues": [""]},
    }


def of_extra(extra: Extra, file: Written) -> Entry:
    name = PurePosixPath(extra.path).name.lower()
    return {"profile": "data-resource", "name": name, **_of_file(file, extra.title, extra.mediatype)}


def words(name: str, text: Localized) -> Mapping[str, str]:
    """A property in Spanish, and in the other languages that there are."""
    return {name: pick(text, DEFAULT).text} | {f"{name}@{other}": text[other] for other in OTHERS if text.get(other)}


def moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _of_file(file: Written, title: Localized, mediatype: str) -> Entry:
    return {
        "path": file.path,
        **words("title", title),
        "format": PurePosixPath(file.path).suffix.removeprefix("."),
        "mediatype": mediatype,
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }


def _field(column: Column) -> Entry:
    return {"name": column.name, "type": column.type.value, **words("description", column.description)}
