"""Rows seen as sets of members: which lie inside others, which overlap."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tequio.core.linting.values import Code, Fact, Finding, Row

NAMED = 8  # as many members as a message names


@dataclass(frozen=True, slots=True)
class Parts:
    """`inside` maps the place of a row to that of the smallest row that holds all its members.

    `repeats` maps a row to an earlier one with the very same members; `crossing` are pairs that share some members
    while each has others too, with what they share.
    """

    rows: tuple[Row, ...]
    inside: Mapping[int, int]
    repeats: Mapping[int, int]
    crossing: tuple[tuple[int, int, tuple[str, ...]], ...]

    @property
    def outer(self) -> tuple[Row, ...]:
        """Rows that are part of no other."""
        return tuple(row for n, row in enumerate(self.rows) if n not in self.inside and n not in self.repeats)

    @property
    def inner(self) -> tuple[Row, ...]:
        return tuple(row for n, row in enumerate(self.rows) if n in self.inside or n in self.repeats)


def parts_of(rows: Sequence[Row]) -> Parts:
    """Compare every two rows that share a member. Time grows with the number of such pairs."""
    sets = [frozenset(row.members) for row in rows]
    inside: dict[int, int] = {}
    repeats: dict[int, int] = {}
    crossing: list[tuple[int, int, tuple[str, ...]]] = []
    for (first, second), shared in sorted(_sharing(sets).items()):
        if shared == len(sets[first]) == len(sets[second]):
            repeats.setdefault(second, first)
        elif shared == len(sets[first]):
            _into(inside, sets, first, second)
        elif shared == len(sets[second]):
            _into(inside, sets, second, first)
        else:
            crossing.append((first, second, tuple(sorted(sets[first] & sets[second]))))
    return Parts(tuple(rows), inside, repeats, tuple(crossing))


def _sharing(sets: Sequence[frozenset[str]]) -> Counter[tuple[int, int]]:
    """How many members each pair of rows has in common, for pairs with any."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, members in enumerate(sets):
        for member in members:
            holders[member].append(n)
    return Counter((a, b) for those in holders.values() for i, a in enumerate(those) for b in those[i + 1 :])


def _into(inside: dict[int, int], sets: Sequence[frozenset[str]], part: int, whole: int) -> None:
    if part not in inside or len(sets[whole]) < len(sets[inside[part]]):
        inside[part] = whole


def unsound_parts(parts: Parts) -> Iterator[Finding]:
    """Name the rows that lie inside others, repeat others or overlap with them."""
    for part, whole in sorted(parts.inside.items()):
        row, other = parts.rows[part], parts.rows[whole]
        working = f"{len(set(row.members))} ⊂ {len(set(other.members))}"
        yield Finding(Code.PART_NESTED, row.place, working, {"label": row.label, "whole": other.label})
    for part, first in sorted(parts.repeats.items()):
        row, other = parts.rows[part], parts.rows[first]
        facts = {"label": row.label, "whole": other.label}
        yield Finding(Code.PART_REPEATED, row.place, f"{len(set(row.members))} = {len(set(other.members))}", facts)
    for first, second, shared in parts.crossing:
        yield _overlap(parts.rows[first], parts.rows[second], shared)


def _overlap(row: Row, other: Row, shared: tuple[str, ...]) -> Finding:
    a, b = len(set(row.members)), len(set(other.members))
    working = f"{a} + {b} − {len(shared)} = {a + b - len(shared)}"
    named = ", ".join(shared[:NAMED]) + (" …" if shared[NAMED:] else "")
    facts: dict[str, Fact] = {"label": row.label, "other": other.label, "n": len(shared), "members": named}
    return Finding(Code.PARTS_OVERLAP, row.place, working, facts)
