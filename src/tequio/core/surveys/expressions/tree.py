"""What a formula says, as a tree of values."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Operator(StrEnum):
    """Signs and words between two terms."""

    OR = "or"
    AND = "and"
    EQUAL = "="
    UNEQUAL = "!="
    LESS = "<"
    LESS_OR_EQUAL = "<="
    MORE = ">"
    MORE_OR_EQUAL = ">="
    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    DIVIDED = "div"
    REMAINDER = "mod"


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or words, as written."""

    value: str | float


@dataclass(frozen=True, slots=True)
class Question:
    """`${name}`: the answer to a question; `at` is its place in the text, from 1."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Column:
    """A bare name: a column of the list of choices, known only in a choice_filter."""

    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Here:
    """`.`: the answer being given."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function and what it is given."""

    function: str
    arguments: tuple["Node", ...]
    at: int


@dataclass(frozen=True, slots=True)
class Negation:
    """`-` before a term."""

    term: "Node"


@dataclass(frozen=True, slots=True)
class Chain:
    """Terms with operators of one strength between them, taken from left to right."""

    first: "Node"
    rest: tuple[tuple[Operator, "Node"], ...]


type Node = Literal | Question | Column | Here | Call | Negation | Chain


@dataclass(frozen=True, slots=True)
class Expression:
    """A formula: its text as written, and what it says."""

    source: str
    tree: Node

    def questions(self) -> tuple[Question, ...]:
        """Return the references to answers, in the order written."""
        return tuple(node for node in walk(self.tree) if isinstance(node, Question))

    def columns(self) -> tuple[Column, ...]:
        """Return the bare names, in the order written."""
        return tuple(node for node in walk(self.tree) if isinstance(node, Column))


def walk(node: Node) -> Iterator[Node]:
    """Yield the node and all below it, in the order written."""
    yield node
    match node:
        case Call(_, arguments, _):
            below: tuple[Node, ...] = arguments
        case Negation(term):
            below = (term,)
        case Chain(first, rest):
            below = (first, *(term for _, term in rest))
        case _:
            below = ()
    for each in below:
        yield from walk(each)
