"""An invented solution and its two prototypes: the same features, another interface, another structure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tequio.cases.mexico_city.chance import stream
from tequio.cases.mexico_city.meetings import Meeting
from tequio.cases.mexico_city.synthesis import Challenge, Problem
from tequio.cases.mexico_city.voices import Idea
from tequio.core.localized import Localized


class FeatureState(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Solution:
    key: str
    problem: str
    name: Localized
    words: Localized
    without_technology: Localized
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class Feature:
    """`voices` are the contributions that ask for it."""

    key: str
    name: Localized
    words: Localized
    themes: tuple[str, ...]
    voices: tuple[str, ...]
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class VersionSketch:
    """`states` holds the features whose state changed."""

    number: str
    after: str
    notes: Localized
    states: Mapping[str, FeatureState]


@dataclass(frozen=True, slots=True)
class PrototypeSketch:
    """`voices` are the contributions that gave it its shape, besides those that asked for its features."""

    key: str
    voices: tuple[str, ...]
    name: Localized
    interface: Localized
    structure: Localized
    screens: tuple[Localized, ...]
    versions: tuple[VersionSketch, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """Everything thought of for and in the co-design workshops."""

    challenge: Challenge
    problems: tuple[Problem, ...]
    solution: Solution
    ideas: tuple[Idea, ...]
    features: tuple[Feature, ...]
    prototypes: tuple[PrototypeSketch, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """`number` is what its makers call it; `states` holds every feature; it came out `day`, after a workshop."""

    number: str
    after: str
    day: date
    notes: Localized
    states: Mapping[str, FeatureState]


@dataclass(frozen=True, slots=True)
class Prototype:
    """`voices` are the contributions that gave it its shape; the last of `versions` has every feature."""

    key: str
    solution: str
    voices: tuple[str, ...]
    name: Localized
    interface: Localized
    structure: Localized
    screens: tuple[Localized, ...]
    versions: tuple[Version, ...]
    synthetic: bool = True


def prototypes(seed: int, design: Design, workshops: Sequence[Meeting]) -> tuple[Prototype, ...]:
    held = {meeting.key: meeting.day for meeting in workshops}
    return tuple(
        Prototype(
            key=sketch.key,
            solution=design.solution.key,
            voices=sketch.voices,
            name=sketch.name,
            interface=sketch.interface,
            structure=sketch.structure,
            screens=sketch.screens,
            versions=_versions(seed, sketch, held),
        )
        for sketch in design.prototypes
    )


def _versions(seed: int, sketch: PrototypeSketch, held: Mapping[str, date]) -> tuple[Version, ...]:
    rng = stream(seed, f"versions/{sketch.key}")
    states: dict[str, FeatureState] = {}
    versions = []
    for version in sketch.versions:
        states = {**states, **version.states}
        day = held[version.after] + timedelta(days=rng.randint(3, 8))
        versions.append(Version(version.number, version.after, day, version.notes, states))
    return tuple(versions)
