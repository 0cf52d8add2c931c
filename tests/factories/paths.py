"""The paths of every address for the rows that `everything` made."""

from collections.abc import Iterator

from django.urls import reverse

from tests.addresses import Address, addresses
from tests.factories.everything import TOKEN, Everything, of
from tests.people import Cast

CHILDREN = {"note": "Note", "outcome": "Outcome", "quote": "Quote"}
PARENTS = {"note": "meeting_id", "outcome": "meeting_id", "quote": "theme_id"}


def ours() -> list[Address]:
    return [address for address in addresses() if hasattr(address.view, "rule")]


def paths_of(address: Address, it: Everything) -> list[str]:
    """One path for each of the first three rows, or one in all where the address names no row."""
    found = (reverse(address.name, kwargs=_values(address, it, at)) for at in range(min(3, it.n)))
    return list(dict.fromkeys(found))


def _values(address: Address, it: Everything, at: int) -> dict[str, str]:
    known = dict(_fixed(it.cast, it)) | dict(_numbered(it, at))
    return {blank: str(known.get(blank, at + 1)) for blank in address.blanks}


def _fixed(cast: Cast, it: Everything) -> Iterator[tuple[str, str]]:
    yield "space", cast.space.slug
    yield "process", cast.process.slug
    yield "language", "en"
    yield "token", TOKEN
    yield "wave", "W2"
    yield "version", "1"
    yield "sha256", it.picture.sha256 if it.picture else ""


def _numbered(it: Everything, at: int) -> Iterator[tuple[str, object]]:
    yield "organization", of(["vecinas", "grupo-1", "grupo-2"], at)
    yield "key", f"clave-{at + 1}"
    yield "code", it.rows["Territory"][at].code
    yield "assignment", it.rows["Assignment"][at].pk
    yield "knot", of(list(it.knots.values()), at)[0].pk
    for blank, model in CHILDREN.items():
        parents = sorted({getattr(row, PARENTS[blank]) for row in it.rows[model]})
        yield blank, next(row.pk for row in it.rows[model] if getattr(row, PARENTS[blank]) == parents[at])
