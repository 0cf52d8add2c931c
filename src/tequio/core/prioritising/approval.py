"""Approve up to k options: everybody marks those they support, and the marks are counted.

Options with equally many approvals share a rank ("1, 2, 2, 4"): neither chance nor the order of the list breaks a tie.
The page docs/methods/approval.md tells the rule, and how small groups are kept from view.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tequio.core.coverage import FLOOR, Interval, shown, wilson
from tequio.core.refusals import Refusal

NO_GROUP = ""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one person approved, and the group they are counted in (an area, say), if any."""

    choices: frozenset[str]
    group: str = NO_GROUP


@dataclass(frozen=True, slots=True)
class Line:
    """One option: `approvals` of n ballots, as a `share` with its interval; `tied` when others have the same rank."""

    option: str
    approvals: int
    share: float
    interval: Interval
    rank: int
    tied: bool


@dataclass(frozen=True, slots=True)
class GroupTally:
    """`n` ballots of one group, and the approvals of every option among them."""

    n: int
    approvals: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Result:
    """`lines` by rank, equals as listed. A group in `by_group` is None where its numbers could point at people."""

    n: int
    lines: tuple[Line, ...]
    by_group: Mapping[str, GroupTally | None]


def check_ballot(options: Collection[str], k: int, choices: Sequence[str]) -> frozenset[str]:
    """Return the choices of a ballot that may be counted: one to k different options of those offered."""
    if not choices:
        raise Refusal("ballot.empty")
    if not set(choices) <= set(options):
        raise Refusal("ballot.unknown_option")
    if len(set(choices)) < len(choices):
        raise Refusal("ballot.twice")
    if len(choices) > k:
        raise Refusal("ballot.too_many", k=k)
    return frozenset(choices)


def tally(options: Sequence[str], ballots: Sequence[Ballot], groups: Sequence[str] = ()) -> Result:
    """Count ballots that were checked. Ballots of no listed group are counted together under the empty name."""
    counts = _approvals(options, ballots)
    lines = [_line(option, counts, len(ballots)) for option in options]
    return Result(len(ballots), tuple(sorted(lines, key=lambda line: line.rank)), _by_group(options, ballots, groups))


def _approvals(options: Sequence[str], ballots: Sequence[Ballot]) -> dict[str, int]:
    count = Counter(choice for ballot in ballots for choice in ballot.choices)
    return {option: count[option] for option in options}


def _line(option: str, counts: Mapping[str, int], n: int) -> Line:
    mine = counts[option]
    rank = 1 + sum(other > mine for other in counts.values())
    tied = sum(other == mine for other in counts.values()) > 1
    return Line(option, mine, mine / n if n else 0.0, wilson(mine, n), rank, tied)


def _by_group(options: Sequence[str], ballots: Sequence[Ballot], groups: Sequence[str]) -> dict[str, GroupTally | None]:
    if not groups:
        return {}
    members: dict[str, list[Ballot]] = {group: [] for group in groups}
    for ballot in ballots:
        members.setdefault(ballot.group if ballot.group in members else NO_GROUP, []).append(ballot)
    hidden = _hidden({group: len(those) for group, those in members.items()})
    return {
        group: None if group in hidden else GroupTally(len(those), _approvals(options, those))
        for group, those in members.items()
    }


def _hidden(sizes: Mapping[str, int]) -> frozenset[str]:
    """Hide groups under the floor, and then the next smallest until the hidden ones together reach it.

    The total is public, so whoever subtracts the groups shown gets the sum of those hidden.
    """
    hidden = {group for group, n in sizes.items() if not shown(n)}
    for group in sorted(set(sizes) - hidden, key=lambda g: (sizes[g], list(sizes).index(g))):
        if not 0 < sum(sizes[g] for g in hidden) < FLOOR:
            break
        hidden.add(group)
    return frozenset(hidden)
