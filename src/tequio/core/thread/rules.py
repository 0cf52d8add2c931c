"""What may be tied to what. Every link points forward: from what came first to what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from tequio.core.refusals import Refusal


class Kind(StrEnum):
    """What a knot of the thread is."""

    PARTICIPANT = "participant"
    MEETING = "meeting"
    CONTRIBUTION = "contribution"
    THEME = "theme"
    PROBLEM = "problem"
    ROUND = "round"
    SOLUTION = "solution"
    PROTOTYPE = "prototype"
    FEEDBACK = "feedback"
    DECISION = "decision"
    COMMITMENT = "commitment"
    MILESTONE = "milestone"


class LinkKind(StrEnum):
    """How one knot led to another; read it as "source … target"."""

    SAID = "said"
    ATTENDED = "attended"
    GATHERED = "gathered"
    GROUPED = "grouped"
    MERGED = "merged"
    BECAME = "became"
    EVIDENCE = "evidence"
    WEIGHED = "weighed"
    ANSWERED = "answered"
    BUILT = "built"
    SUPERSEDED = "superseded"
    ASKED = "asked"
    DECIDED = "decided"
    COMMITTED = "committed"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Knot:
    """`ref` names it within its process, `label` is what a person reads."""

    ref: str
    kind: Kind
    label: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """`source` and `target` are the refs of two knots."""

    source: str
    target: str
    kind: LinkKind


VOICES = frozenset({Kind.CONTRIBUTION, Kind.FEEDBACK})
RESULTS = frozenset(Kind) - VOICES - {Kind.PARTICIPANT, Kind.MEETING}

_RULES: dict[LinkKind, dict[Kind, set[Kind]]] = {
    LinkKind.SAID: {Kind.PARTICIPANT: {Kind.CONTRIBUTION, Kind.FEEDBACK}},
    LinkKind.ATTENDED: {Kind.PARTICIPANT: {Kind.MEETING}},
    LinkKind.GATHERED: {Kind.MEETING: {Kind.CONTRIBUTION, Kind.FEEDBACK}},
    LinkKind.GROUPED: {Kind.CONTRIBUTION: {Kind.THEME}, Kind.THEME: {Kind.THEME}},
    LinkKind.MERGED: {Kind.CONTRIBUTION: {Kind.CONTRIBUTION}, Kind.THEME: {Kind.THEME}},
    LinkKind.BECAME: {
        Kind.CONTRIBUTION: {Kind.PROBLEM, Kind.SOLUTION},
        Kind.THEME: {Kind.PROBLEM, Kind.SOLUTION},
        Kind.ROUND: {Kind.PROBLEM, Kind.SOLUTION},
    },
    LinkKind.EVIDENCE: {
        Kind.MEETING: {Kind.THEME, Kind.PROBLEM, Kind.DECISION, Kind.MILESTONE},
        Kind.CONTRIBUTION: {Kind.PROBLEM, Kind.SOLUTION, Kind.PROTOTYPE, Kind.DECISION, Kind.MILESTONE},
        Kind.THEME: {Kind.PROBLEM, Kind.SOLUTION, Kind.PROTOTYPE, Kind.DECISION},
        Kind.FEEDBACK: {Kind.THEME, Kind.PROBLEM, Kind.SOLUTION, Kind.PROTOTYPE, Kind.DECISION, Kind.MILESTONE},
    },
    LinkKind.WEIGHED: {
        Kind.CONTRIBUTION: {Kind.ROUND},
        Kind.THEME: {Kind.ROUND},
        Kind.PROBLEM: {Kind.ROUND},
        Kind.SOLUTION: {Kind.ROUND},
        Kind.PROTOTYPE: {Kind.ROUND},
    },
    LinkKind.ANSWERED: {Kind.PROBLEM: {Kind.SOLUTION, Kind.PROTOTYPE}},
    LinkKind.BUILT: {Kind.SOLUTION: {Kind.PROTOTYPE}, Kind.MEETING: {Kind.SOLUTION, Kind.PROTOTYPE}},
    LinkKind.SUPERSEDED: {Kind.PROTOTYPE: {Kind.PROTOTYPE}},
    LinkKind.ASKED: {Kind.SOLUTION: {Kind.FEEDBACK}, Kind.PROTOTYPE: {Kind.FEEDBACK}},
    LinkKind.DECIDED: {
        Kind.THEME: {Kind.DECISION},
        Kind.PROBLEM: {Kind.DECISION},
        Kind.ROUND: {Kind.DECISION},
        Kind.SOLUTION: {Kind.DECISION},
        Kind.PROTOTYPE: {Kind.DECISION},
        Kind.FEEDBACK: {Kind.DECISION},
    },
    LinkKind.COMMITTED: {Kind.DECISION: {Kind.COMMITMENT}},
    LinkKind.REPORTED: {Kind.COMMITMENT: {Kind.MILESTONE}},
}

ALLOWED = frozenset(
    (source, kind, target)
    for kind, sources in _RULES.items()
    for source, targets in sources.items()
    for target in targets
)


def links_between(source: Kind, target: Kind) -> tuple[LinkKind, ...]:
    """Return the ways in which a knot of one kind may lead to one of another, in the order of `LinkKind`."""
    return tuple(kind for kind in LinkKind if (source, kind, target) in ALLOWED)


def check_link(source: Knot, kind: LinkKind, target: Knot) -> None:
    """Refuse a link from a knot to itself, and one that the table of rules does not have."""
    if source.ref == target.ref:
        raise Refusal("thread.to_itself")
    if (source.kind, kind, target.kind) not in ALLOWED:
        raise Refusal("thread.not_allowed", source=source.kind, link=kind, target=target.kind)
