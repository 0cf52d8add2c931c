"""What the documents tell of the process: phases, counts, dates, activities and the four published results."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tequio.core.localized import Localized
from tequio.core.phases import Activity as ActivityKind
from tequio.core.phases import Precision, Span


class Origin(StrEnum):
    """Where a statement comes from: told by a document, worked out from it, or our own."""

    DOCUMENT = "document"
    CALCULATED = "calculated"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Statement:
    text: Localized
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Body:
    """A university or a funder: its own name, and the words to show."""

    name: str
    words: Localized
    source: str


@dataclass(frozen=True, slots=True)
class Codes:
    """Prefixes of participants' codes, and why they are not those of the article."""

    phase_1: str
    feedback: str
    note: Localized


@dataclass(frozen=True, slots=True)
class Period:
    """`start` and `end` are the outer days of what `words` say; both are None where no date is known."""

    precision: Precision
    start: date | None
    end: date | None
    words: Localized
    origin: Origin
    source: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end, self.precision)


@dataclass(frozen=True, slots=True)
class Count:
    """`value` is None where the document gives no number; `formula` tells how a calculated one was reached."""

    key: str
    value: int | None
    words: Localized
    origin: Origin
    source: str
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    key: str
    number: int
    name: Localized
    purpose: Localized
    period: Period
    counts: tuple[Count, ...]
    outcome: Localized
    source: str


@dataclass(frozen=True, slots=True)
class Activity:
    """`open_in` are keys of phases, several where an activity stays open across them."""

    key: str
    kind: ActivityKind
    name: Localized
    summary: Localized
    open_in: tuple[str, ...]
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class Named:
    key: str
    name: Localized
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """`count` answers `of` a base: one whole-number way to read a published fraction."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Result:
    """A published fraction (numerator, denominator) whose base is not stated, with the counts that agree with it."""

    key: str
    claim: Localized
    words: Localized
    fraction: tuple[int, int]
    base: Localized
    readings: tuple[Reading, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Wave:
    key: str
    kind: str
    name: Localized
    n: int
    words: Localized
    source: str


@dataclass(frozen=True, slots=True)
class Process:
    key: str
    title: Localized
    summary: Localized
    limits: Statement
    mode: Statement
    led_by: tuple[Body, ...]
    funded_by: tuple[Body, ...]
    codes: Codes
    phases: tuple[Phase, ...]
    totals: tuple[Count, ...]
    activities: tuple[Activity, ...]
    topics: tuple[Named, ...]
    results: tuple[Result, ...]
    learning: tuple[Named, ...]
    waves: tuple[Wave, ...]

    def phase(self, key: str) -> Phase:
        return next(phase for phase in self.phases if phase.key == key)

    def number(self, phase: str, key: str) -> int:
        """Return a count that the document gives, or that follows from what it gives."""
        return next(each.value for each in self.phase(phase).counts if each.key == key and each.value is not None)

    def result(self, key: str) -> Result:
        return next(result for result in self.results if result.key == key)
