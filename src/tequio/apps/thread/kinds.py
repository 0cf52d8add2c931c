"""What each kind of knot is called on paper, and where its page is."""

from tequio.core.thread import Kind

PREFIX = {
    Kind.MEETING: "E",
    Kind.CONTRIBUTION: "A",
    Kind.THEME: "T",
    Kind.PROBLEM: "P",
    Kind.ROUND: "R",
    Kind.SOLUTION: "S",
    Kind.PROTOTYPE: "M",
    Kind.FEEDBACK: "O",
    Kind.DECISION: "D",
    Kind.COMMITMENT: "C",
    Kind.MILESTONE: "H",
}

PAGE = {
    Kind.PARTICIPANT: "processes:voice",
    Kind.MEETING: "meetings:detail",
    Kind.CONTRIBUTION: "contributions:detail",
    Kind.THEME: "synthesis:theme",
    Kind.PROBLEM: "solutions:problem",
    Kind.ROUND: "prioritising:round",
    Kind.SOLUTION: "solutions:solution",
    Kind.PROTOTYPE: "solutions:prototype",
    Kind.FEEDBACK: "solutions:feedback",
    Kind.DECISION: "commitments:decision",
    Kind.COMMITMENT: "commitments:commitment",
    Kind.MILESTONE: "commitments:milestone",
}


def ref(kind: Kind, number: int) -> str:
    return f"{PREFIX[kind]}{number}"


def number_of(ref: str) -> int:
    """The number inside a ref ("A17" → 17); participants have a code instead and are never asked."""
    return int(ref[1:])
