"""What a formula is once it has been read."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Operator(StrEnum):
    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


class Function(StrEnum):
    LEAST = "min"
    MOST = "max"
    SIZE = "abs"


@dataclass(frozen=True, slots=True)
class Number:
    value: float


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Opposite:
    of: "Tree"


@dataclass(frozen=True, slots=True)
class Pair:
    left: "Tree"
    operator: Operator
    right: "Tree"


@dataclass(frozen=True, slots=True)
class Power:
    base: "Tree"
    exponent: int


@dataclass(frozen=True, slots=True)
class Call:
    function: Function
    arguments: tuple["Tree", ...]


type Tree = Number | Name | Opposite | Pair | Power | Call


def names(tree: Tree) -> tuple[str, ...]:
    """The variables in it, each once, in the order in which they come."""
    return tuple(dict.fromkeys(_names(tree)))


def _names(tree: Tree) -> Iterator[str]:
    match tree:
        case Name(name):
            yield name
        case Opposite(inner) | Power(inner, _):
            yield from _names(inner)
        case Pair(left, _, right):
            yield from _names(left)
            yield from _names(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from _names(argument)
        case _:
            pass
