"""A taxonomy as the product keeps it: names and our own glosses, each field with where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tequio.core.localized import Localized


class Provenance(StrEnum):
    """Where a field comes from. What is recalled or inferred is shown as ours, never as the source's own words."""

    DOCUMENT = "document"  # stated in one of the five documents of the project
    FOUND = "found"  # confirmed on a public page
    RECALLED = "recalled"  # general scholarly knowledge; the primary text was not seen
    INFERRED = "inferred"  # written or proposed for this product


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in both languages. `place` is a document and its lines ("000:L127"). The Spanish is always our own."""

    es: str
    en: str
    provenance: Provenance
    place: str = ""

    @property
    def text(self) -> Localized:
        return {"es": self.es, "en": self.en}

    @property
    def ours(self) -> bool:
        return self.provenance in (Provenance.RECALLED, Provenance.INFERRED)


@dataclass(frozen=True, slots=True)
class Belonging:
    """The key of what something belongs to, and who says so."""

    key: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of a list. `of` ties it to members of other lists; `texts` and `many` hold what is said of it."""

    key: str
    label: Wording
    of: Mapping[str, Belonging] = field(default_factory=dict)
    texts: Mapping[str, Wording] = field(default_factory=dict)
    many: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or page. `provenance` tells how it is known to us."""

    citation: str
    provenance: Provenance
    doi: str = ""
    url: str = ""

    @property
    def address(self) -> str:
        return f"https://doi.org/{self.doi}" if self.doi else self.url


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """`notes` say what a reader must know: what was not checked, and where documents differ."""

    key: str
    title: Mapping[str, str]
    sources: tuple[Source, ...]
    notes: tuple[Wording, ...]
    lists: Mapping[str, tuple[Entry, ...]]

    def entries(self, name: str) -> Mapping[str, Entry]:
        """The members of a list by their keys, in order."""
        return {entry.key: entry for entry in self.lists[name]}
