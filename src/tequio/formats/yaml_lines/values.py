"""What a YAML file is once it has been read: names with values, lists, and plain values, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass

type Scalar = str | int | float | bool | None
type Node = Plain | Items | Names
type Data = Scalar | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True, slots=True)
class Plain:
    line: int
    value: Scalar


@dataclass(frozen=True, slots=True)
class Items:
    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """`entries` in the order of the file; `lines` has the line of each name."""

    line: int
    entries: Mapping[str, Node]
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class YamlLimits:
    """`text` is the longest single value, in characters; `nodes` all names and values together."""

    bytes: int = 1_000_000
    nodes: int = 50_000
    depth: int = 20
    text: int = 20_000
    seconds: int = 10
    memory_mb: int = 300


def plain(node: Node) -> Data:
    """The same without lines: what a YAML library would give."""
    match node:
        case Plain(_, value):
            return value
        case Items(_, items):
            return [plain(item) for item in items]
        case Names(_, entries):
            return {name: plain(value) for name, value in entries.items()}
