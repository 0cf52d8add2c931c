"""The codebook: codes in a tree, and every change that may be made to it.

A change is a value; `changed` decides whether it may be made and returns the codebook that comes of it. Who made it,
when and why is kept beside it, so that the codebook of any day can be had again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold


class Rank(StrEnum):
    """Where a code stands in a data structure (Gioia): plain, or raised to one of its three columns."""

    CODE = "code"
    CONCEPT = "concept"
    THEME = "theme"
    DIMENSION = "dimension"


HEIGHT = {rank: height for height, rank in enumerate(Rank)}


@dataclass(frozen=True, slots=True)
class Code:
    """`parent` is the key of the code that holds it. `look` is 0 to 5: one of six colours, each with a pattern."""

    key: str
    name: Localized
    parent: str = ""
    rank: Rank = Rank.CODE
    description: Localized = field(default_factory=dict)
    look: int = 0


@dataclass(frozen=True, slots=True)
class Add:
    code: Code


@dataclass(frozen=True, slots=True)
class Rename:
    key: str
    name: Localized
    description: Localized


@dataclass(frozen=True, slots=True)
class Move:
    """Under another code, or to the top where `parent` is empty; before `before`, or last where that is empty."""

    key: str
    parent: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """What `key` was given to is given to `into`, and the codes below it move there."""

    key: str
    into: str


@dataclass(frozen=True, slots=True)
class Raise:
    key: str
    rank: Rank


@dataclass(frozen=True, slots=True)
class Paint:
    key: str
    look: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Only a code that holds no other; whether it was given to anything is for whoever keeps the passages to ask."""

    key: str


type Change = Add | Rename | Move | Merge | Raise | Paint | Remove


@dataclass(frozen=True, slots=True)
class Codebook:
    """Codes by key, those that one code holds in their order."""

    codes: Mapping[str, Code] = field(default_factory=dict)

    def of(self, key: str) -> Code:
        if key not in self.codes:
            raise Refusal("code.unknown")
        return self.codes[key]

    def below(self, key: str) -> tuple[Code, ...]:
        """The codes that one holds; those at the top for an empty key."""
        return tuple(code for code in self.codes.values() if code.parent == key)

    def tree(self, key: str = "", depth: int = 0) -> Iterator[tuple[int, Code]]:
        """Walk the tree from the top, each code after the one that holds it, with its depth."""
        held = self._held()
        waiting = [(depth, code) for code in reversed(held.get(key, ()))]
        while waiting:
            level, code = waiting.pop()
            yield level, code
            waiting += [(level + 1, each) for each in reversed(held.get(code.key, ()))]

    def path(self, key: str) -> tuple[Code, ...]:
        """From the top down to the code itself."""
        found: list[Code] = []
        while key:
            found.append(self.of(key))
            key = found[-1].parent
        return tuple(reversed(found))

    def _held(self) -> dict[str, list[Code]]:
        held: dict[str, list[Code]] = {}
        for code in self.codes.values():
            held.setdefault(code.parent, []).append(code)
        return held


def changed(book: Codebook, change: Change) -> Codebook:
    """Return the codebook after a change.

    Refuses code.unknown, code.twice, code.no_name, code.name_taken, code.into_itself, code.below_itself, code.holds
    and code.rank_order.
    """
    make: Callable[[Codebook, Change], Codebook] = _MADE[type(change)]  # type: ignore[assignment]
    return _sound(make(book, change))


def _added(book: Codebook, change: Add) -> Codebook:
    if change.code.key in book.codes:
        raise Refusal("code.twice")
    if change.code.parent:
        book.of(change.code.parent)
    return Codebook({**book.codes, change.code.key: change.code})


def _renamed(book: Codebook, change: Rename) -> Codebook:
    return _with(book, replace(book.of(change.key), name=change.name, description=change.description))


def _moved(book: Codebook, change: Move) -> Codebook:
    code = replace(book.of(change.key), parent=change.parent)
    if change.parent and any(each.key == change.key for each in book.path(change.parent)):
        raise Refusal("code.below_itself")
    rest = [each for each in book.codes.values() if each.key != change.key]
    keys = [each.key for each in rest]
    place = keys.index(change.before) if change.before in keys else len(rest)
    return Codebook({each.key: each for each in [*rest[:place], code, *rest[place:]]})


def _merged(book: Codebook, change: Merge) -> Codebook:
    if change.key == change.into:
        raise Refusal("code.into_itself")
    book.of(change.key)
    if any(each.key == change.key for each in book.path(change.into)):
        raise Refusal("code.below_itself")
    rest = (each for each in book.codes.values() if each.key != change.key)
    moved = (replace(each, parent=change.into) if each.parent == change.key else each for each in rest)
    return Codebook({each.key: each for each in moved})


def _raised(book: Codebook, change: Raise) -> Codebook:
    return _with(book, replace(book.of(change.key), rank=change.rank))


def _painted(book: Codebook, change: Paint) -> Codebook:
    return _with(book, replace(book.of(change.key), look=change.look))


def _removed(book: Codebook, change: Remove) -> Codebook:
    if book.below(book.of(change.key).key):
        raise Refusal("code.holds")
    return Codebook({key: code for key, code in book.codes.items() if key != change.key})


_MADE = {
    Add: _added,
    Rename: _renamed,
    Move: _moved,
    Merge: _merged,
    Raise: _raised,
    Paint: _painted,
    Remove: _removed,
}


def _with(book: Codebook, code: Code) -> Codebook:
    return Codebook({**book.codes, code.key: code})


def _sound(book: Codebook) -> Codebook:
    """Every code has a name that is its own among those beside it, and stands no higher than the one that holds it."""
    names = set[tuple[str, str, str]]()
    for code in book.codes.values():
        if not any(words.strip() for words in code.name.values()):
            raise Refusal("code.no_name", field="name")
        mine = {(code.parent, language, fold(words.strip())) for language, words in code.name.items() if words.strip()}
        if mine & names:
            raise Refusal("code.name_taken", field="name")
        names |= mine
        if code.parent and not _fits(code.rank, book.of(code.parent).rank):
            raise Refusal("code.rank_order")
    return book


def _fits(rank: Rank, above: Rank) -> bool:
    """Plain codes may hold plain codes; beyond that, what holds stands higher."""
    return HEIGHT[rank] < HEIGHT[above] or rank == above == Rank.CODE
