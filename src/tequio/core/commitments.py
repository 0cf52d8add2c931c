"""What was promised and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tequio.core.phases import Span
from tequio.core.refusals import Refusal

UNKNOWN = Span()


class Declared(StrEnum):
    """What people say of a commitment."""

    OPEN = "open"
    KEPT = "kept"
    CHANGED = "changed"
    DROPPED = "dropped"


class CommitmentState(StrEnum):
    """What a reader sees. Nobody declares that something is late: the date does."""

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Commitment:
    """`due` may be approximate ("spring 2027") or unknown; `kept_on` is the day it was fulfilled."""

    declared: Declared = Declared.OPEN
    due: Span = UNKNOWN
    kept_on: date | None = None


def state(commitment: Commitment, on: date) -> CommitmentState:
    """Return how it stands on a day: late once the whole of its due date is past and it is neither kept nor dropped."""
    if commitment.declared in (Declared.KEPT, Declared.DROPPED):
        return CommitmentState(commitment.declared)
    if commitment.due.end is not None and on > commitment.due.end:
        return CommitmentState.LATE
    return CommitmentState(commitment.declared)


def kept_late(commitment: Commitment) -> bool:
    """Tell whether it was kept, but after its due date."""
    return commitment.kept_on is not None and commitment.due.end is not None and commitment.kept_on > commitment.due.end


def check_change(was: Declared, becomes: Declared, *, reason: str = "", kept_on: date | None = None) -> None:
    """Refuse to change, drop or take back a commitment without a reason, and to call it kept without a date."""
    taken_back = was in (Declared.KEPT, Declared.DROPPED) and becomes is not was
    if (taken_back or becomes in (Declared.CHANGED, Declared.DROPPED)) and not reason.strip():
        raise Refusal("commitment.reason_needed")
    if becomes is Declared.KEPT and kept_on is None:
        raise Refusal("commitment.date_needed")
