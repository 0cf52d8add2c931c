"""The words with which an indicator is described."""

from enum import StrEnum


class Direction(StrEnum):
    """Which way is better. CONTEXT: it depends on the city; MIXED: each data point has its own; TARGET_ONE: near 1."""

    HIGHER = "higher"
    LOWER = "lower"
    CONTEXT = "context"
    MIXED = "mixed"
    TARGET_ONE = "target_1"


class ValueKind(StrEnum):
    """What sort of number a value is; rules of plausibility hang on it."""

    PERCENT = "percent"
    RATE_100K = "rate_100k"
    COUNT = "count"
    AVERAGE = "average"
    RATIO = "ratio"
    PER_CAPITA = "per_capita"
    INTENSITY = "intensity"
    CONCENTRATION = "concentration"
    DURATION = "duration"
    YEARS = "years"
    INDEX = "index"
    BOOLEAN = "boolean"


class Level(StrEnum):
    CORE = "core"
    ADVANCED = "advanced"
    SUPPORTING = "supporting"


class Difficulty(StrEnum):
    """How hard a value is to get."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


class Provenance(StrEnum):
    """How we know what a field of a catalogue says. Only OFFICIAL was read in the standard's own publications."""

    OFFICIAL = "official"
    PARTLY_OFFICIAL = "partly_official"
    THIRD_PARTY = "third_party"
    INFERRED = "inferred"
    RECALLED = "recalled"
    OWN = "own"
    UNKNOWN = "unknown"

    @property
    def verified(self) -> bool:
        return self in {Provenance.OFFICIAL, Provenance.OWN}
