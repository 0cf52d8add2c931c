"""The three-column figure of a data structure: boxes with their lines of text, and what leads to what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LETTER = 0.52  # width of an average letter of a sans serif, for one of its size


@dataclass(frozen=True, slots=True)
class Node:
    """A label and what gathers in it: the figure is read from its leaves (concepts) to its roots (dimensions)."""

    key: str
    label: str
    below: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Sizes:
    """In units of the drawing: `width` of a box, `gap` between columns, `row` between boxes, `text` of a letter."""

    width: float = 240.0
    gap: float = 56.0
    row: float = 12.0
    text: float = 14.0
    line: float = 18.0
    inset: float = 10.0


@dataclass(frozen=True, slots=True)
class Box:
    """`column` 0 holds concepts, 1 themes, 2 dimensions; `lines` are drawn `line` apart from `y` + `inset`."""

    key: str
    column: int
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From the right edge of a box to the left edge of what gathers it."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Figure:
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


DEFAULT = Sizes()
COLUMNS = 3


def figure(dimensions: Sequence[Node], sizes: Sizes = DEFAULT) -> Figure:
    """Place boxes one below another; a box stands beside the middle of those that gather in it.

    Roots are dimensions, what is below them themes, below those concepts.
    """
    branches, y = list[_Branch](), 0.0
    for node in dimensions:
        branches.append(_branch(node, COLUMNS - 1, y, sizes))
        y = branches[-1].bottom + 2 * sizes.row
    boxes = tuple(box for branch in branches for box in branch.boxes)
    arrows = tuple(arrow for branch in branches for arrow in branch.arrows)
    width = COLUMNS * sizes.width + (COLUMNS - 1) * sizes.gap
    return Figure(width, round(max(y - 2 * sizes.row, 0.0), 1), boxes, arrows)


@dataclass(frozen=True, slots=True)
class _Branch:
    """A box with all that gathers in it; the next may begin below `bottom`."""

    box: Box
    bottom: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def _branch(node: Node, column: int, top: float, sizes: Sizes) -> _Branch:
    parts, y = list[_Branch](), top
    for each in node.below:
        parts.append(_branch(each, column - 1, y, sizes))
        y = parts[-1].bottom + sizes.row
    box = _box(node, column, top, [part.box for part in parts], sizes)
    bottom = max([box.y + box.height, *(part.bottom for part in parts)])
    boxes = (*(each for part in parts for each in part.boxes), box)
    arrows = (*(each for part in parts for each in part.arrows), *(_arrow(part.box, box) for part in parts))
    return _Branch(box, bottom, boxes, arrows)


def _box(node: Node, column: int, top: float, parts: Sequence[Box], sizes: Sizes) -> Box:
    lines = wrapped(node.label, sizes.width - 2 * sizes.inset, sizes.text)
    height = round(len(lines) * sizes.line + 2 * sizes.inset, 1)
    middle = (parts[0].y + parts[-1].y + parts[-1].height) / 2 if parts else top
    y = round(max(top, middle - height / 2), 1)
    return Box(node.key, column, column * (sizes.width + sizes.gap), y, sizes.width, height, lines)


def _arrow(part: Box, whole: Box) -> Arrow:
    middles = (round(box.y + box.height / 2, 1) for box in (part, whole))
    return Arrow(part.x + part.width, next(middles), whole.x, next(middles))


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Break a text between words into lines of about `width`; a word that is longer is cut."""
    most = max(1, int(width / (size * LETTER)))
    return tuple(_lines(text.split(), most)) or ("",)


def _lines(words: Sequence[str], most: int) -> Iterator[str]:
    line = ""
    for word in _cut(words, most):
        if line and len(line) + 1 + len(word) > most:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def _cut(words: Sequence[str], most: int) -> Iterator[str]:
    for word in words:
        yield from (word[start : start + most] for start in range(0, len(word), most))
