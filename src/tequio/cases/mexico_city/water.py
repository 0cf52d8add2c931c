"""A second, small, invented process that is open now, for whoever looks to try. Days count from when it is built."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tequio.cases.mexico_city.reading import load
from tequio.core.localized import Localized
from tequio.core.phases import Activity as ActivityKind
from tequio.core.phases import Precision


@dataclass(frozen=True, slots=True)
class Phase:
    """`first` and `last` are days from the day of building, both included."""

    key: str
    name: Localized
    purpose: Localized
    first: int
    last: int
    precision: Precision = Precision.DAY


@dataclass(frozen=True, slots=True)
class Activity:
    key: str
    kind: ActivityKind
    phases: tuple[str, ...]
    name: Localized
    about: Localized


@dataclass(frozen=True, slots=True)
class Person:
    """Speaks for themselves without `organisation`; without `shows`, their words are counted and not shown."""

    borough: str
    organisation: str | None = None
    shows: bool = True


@dataclass(frozen=True, slots=True)
class Assembly:
    """Held already; `came` are places in the list of people, from 1; `said` of them told the outcome."""

    name: Localized
    purpose: Localized
    day: int
    came: tuple[int, ...]
    note: Localized
    outcome: Localized
    said: int


@dataclass(frozen=True, slots=True)
class Workshop:
    name: Localized
    purpose: Localized
    day: int


@dataclass(frozen=True, slots=True)
class Voice:
    person: int
    kind: str
    themes: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class WebVoice:
    borough: str
    kind: str
    accepted: bool
    text: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    person: int
    text: str


@dataclass(frozen=True, slots=True)
class Theme:
    key: str
    name: Localized
    memo: Localized
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """`slips` are printed for each borough; `ballots` are those already used."""

    name: Localized
    about: Localized
    most: int
    slips: int
    ballots: Mapping[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Problem:
    name: Localized
    words: Localized
    affected: Localized
    reason: Localized
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    name: Localized
    words: Localized
    without_technology: Localized


@dataclass(frozen=True, slots=True)
class Feature:
    key: str
    name: Localized


@dataclass(frozen=True, slots=True)
class Prototype:
    """`voices` are the people whose words it came from."""

    key: str
    name: Localized
    about: Localized
    version: Localized
    states: Mapping[str, str]
    voices: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    label: Localized


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    kind: str
    wording: Localized
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Response:
    person: int
    preferred: str
    uses: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    name: Localized
    about: Localized
    questions: tuple[Question, ...]
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    day: int
    name: Localized
    words: Localized
    reasons: Localized
    who: Localized


@dataclass(frozen=True, slots=True)
class Milestone:
    name: Localized
    due: int


@dataclass(frozen=True, slots=True)
class Commitment:
    organisation: str
    name: Localized
    due: int
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Water:
    title: Localized
    summary: Localized
    phases: tuple[Phase, ...]
    activities: tuple[Activity, ...]
    people: tuple[Person, ...]
    caro: int
    assembly: Assembly
    workshop: Workshop
    voices: tuple[Voice, ...]
    from_the_web: tuple[WebVoice, ...]
    themes: tuple[Theme, ...]
    round: Round
    problem: Problem
    solution: Solution
    features: tuple[Feature, ...]
    prototypes: tuple[Prototype, ...]
    feedback: Feedback
    decision: Decision
    commitment: Commitment


@cache
def water() -> Water:
    return load(Water, "synthetic/water.yaml")
