"""A value and what is known of it. Zero, not reported, not applicable and withdrawn are four different things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite

from tequio.core.refusals import Refusal

LARGEST = 1e15


class State(StrEnum):
    """VALUE was reported and nobody has checked it yet; NOT_VERIFIED was checked and could not be confirmed."""

    VALUE = "value"
    ZERO = "zero"
    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_VERIFIED = "not_verified"
    VERIFIED = "verified"
    ESTIMATED = "estimated"
    WITHDRAWN = "withdrawn"


NUMBERLESS = frozenset({State.NOT_REPORTED, State.NOT_APPLICABLE})
NUMBERED = frozenset({State.VALUE, State.VERIFIED, State.ESTIMATED})
COUNTED = frozenset({State.VALUE, State.ZERO, State.VERIFIED, State.ESTIMATED})


class Quality(StrEnum):
    """How a value was come by: the six codes of the U4SSC verification manual (2022), p. 163, in our own words."""

    MEASURED = "measured"
    SURVEYED = "surveyed"
    SCALED_DOWN = "scaled_down"
    ASSUMED = "assumed"
    PERSONAL = "personal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Key:
    """What a value is of. `territory` and `breakdown` are empty for the whole city and for everybody."""

    city: str
    code: str
    period: str
    data_point: str = ""
    territory: str = ""
    breakdown: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A value with the numbers it was made of, kept as they came. A yes is 1 and a no is 0.

    `declared` has what the reporter says of it: unit, quality, source, method, basis, sample, currency, rate_on.
    """

    key: Key
    state: State
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    declared: Mapping[str, str] = field(default_factory=dict)

    @property
    def counted(self) -> float | None:
        """The number, where the state lets it count for anything."""
        return self.value if self.state in COUNTED else None


def number(found: float) -> float:
    """Refuse what is no measure of anything: value.not_finite, value.too_large."""
    if not isfinite(found):
        raise Refusal("value.not_finite")
    if abs(found) > LARGEST:
        raise Refusal("value.too_large", limit=f"{LARGEST:.0e}")
    return found


def settled(value: float | None, state: State | None) -> tuple[State, float | None]:
    """Bring a value and its state together; a state that was not given follows from the value.

    Refuses value.missing (a state that needs a number), value.unexpected (one that has none) and value.not_zero.
    """
    if state is None:
        return _implied(value), value
    if state in NUMBERLESS and value is not None:
        raise Refusal("value.unexpected", state=state.value)
    if state in NUMBERED and value is None:
        raise Refusal("value.missing", state=state.value)
    if state is State.ZERO and value not in {None, 0.0}:
        raise Refusal("value.not_zero")
    if state is State.ZERO or (state is State.VALUE and value == 0):
        return State.ZERO, 0.0
    return state, value


def _implied(value: float | None) -> State:
    if value is None:
        return State.NOT_REPORTED
    return State.ZERO if value == 0 else State.VALUE


def denominator(found: float) -> float:
    """Refuse value.denominator: nothing can be divided by zero, and no population is below it."""
    if number(found) <= 0:
        raise Refusal("value.denominator")
    return found
