"""Where the documents disagree or leave something out, and what is shown instead of a silent choice."""

from dataclasses import dataclass
from enum import StrEnum

from tequio.core.localized import Localized


class ContradictionKind(StrEnum):
    CONFLICT = "conflict"
    GAP = "gap"
    MISSING_BASE = "missing_base"
    NAMING = "naming"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place says: `place` is a document and its lines, or an outside source."""

    place: str
    says: Localized


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`number` is that of the consistency check, if any; `concerns` are keys of phases, counts, results or waves."""

    key: str
    number: int | None
    kind: ContradictionKind
    title: Localized
    claims: tuple[Claim, ...]
    shows: Localized
    why: Localized
    concerns: tuple[str, ...]
