"""An invented decision, what was promised and what became of it. The documents do not tell."""

from dataclasses import dataclass
from datetime import date

from tequio.core import commitments
from tequio.core.localized import Localized
from tequio.core.phases import Span


@dataclass(frozen=True, slots=True)
class Decision:
    """`comments` are keys of the comments it rests on."""

    key: str
    name: Localized
    day: date
    who: Localized
    words: Localized
    reasons: Localized
    prototypes: tuple[str, ...]
    problem: str
    comments: tuple[str, ...]
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """`was` and `was_due` are what had been promised before, where the words or the date changed."""

    day: date
    after: commitments.Declared
    reason: Localized
    was: Localized | None = None
    was_due: date | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    key: str
    words: Localized
    due: date | None = None
    reached_on: date | None = None
    note: Localized | None = None
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class Commitment:
    """`due` is None where no date was promised; that it is late follows from the dates and is said nowhere."""

    key: str
    who: Localized
    words: Localized
    declared: commitments.Declared
    milestones: tuple[Milestone, ...]
    due: date | None = None
    closed_on: date | None = None
    reason: Localized | None = None
    changes: tuple[Change, ...] = ()
    synthetic: bool = True

    def state(self, on: date) -> commitments.CommitmentState:
        kept = self.closed_on if self.declared is commitments.Declared.KEPT else None
        return commitments.state(commitments.Commitment(self.declared, Span(self.due, self.due), kept), on)


@dataclass(frozen=True, slots=True)
class Report:
    """The words before and after what was said and what happened; `day` is when it was told."""

    day: date
    opening: Localized
    closing: Localized
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class Aftermath:
    decision: Decision
    commitments: tuple[Commitment, ...]
    report: Report
