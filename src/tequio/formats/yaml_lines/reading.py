"""From a file to its names and values."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import cast

from tequio.core.refusals import Refusal
from tequio.formats.confined import Fence, Message, Reason, Stopped, as_file, run
from tequio.formats.yaml_lines.child import work
from tequio.formats.yaml_lines.values import Items, Names, Node, Plain, Scalar, YamlLimits

LIMITS = YamlLimits()
MEGABYTE = 1_000_000
STOPPED = {Reason.TIME: "yaml.too_large", Reason.MEMORY: "yaml.too_large", Reason.CRASH: "yaml.broken"}
TASK = "tequio.formats.yaml_lines.child"


def read(data: bytes, limits: YamlLimits = LIMITS) -> Node:
    """Read a file of our own, in this process.

    Refuses yaml.empty, broken, encoding, alias, tag, key, key_twice, several, too_long and too_large, with the `line`.
    """
    _require_small(len(data), limits)
    return _tree(work(BytesIO(data), asdict(limits)))


def read_in_child(source: Path | bytes, limits: YamlLimits = LIMITS) -> Node:
    """As `read`, in a child process with little memory and time: for every file from outside."""
    _require_small(source.stat().st_size if isinstance(source, Path) else len(source), limits)
    with as_file(source) as file:
        try:
            return _tree(run(TASK, file, asdict(limits), Fence(limits.seconds, limits.memory_mb)))
        except Stopped as stopped:
            raise Refusal(STOPPED[stopped.reason], line=1) from stopped


def _require_small(size: int, limits: YamlLimits) -> None:
    if size > limits.bytes:
        raise Refusal("yaml.too_large", line=1)


def _tree(messages: Iterable[Message]) -> Node:
    stream = iter(messages)
    first = next(stream, None)
    if first is None:
        raise Refusal("yaml.empty", line=1)
    found = _node(first, stream)
    for more in stream:
        raise Refusal("yaml.several", line=cast("int", more[1]))
    return found


def _node(message: Message, stream: Iterator[Message]) -> Node:
    kind, line = message[0], cast("int", message[1])
    if kind == "names":
        return _names(line, stream)
    if kind == "items":
        return Items(line, tuple(_node(each, stream) for each in _until_close(stream)))
    return Plain(line, cast("Scalar", message[2]))


def _names(line: int, stream: Iterator[Message]) -> Names:
    entries: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key in _until_close(stream):
        at = cast("int", key[1])
        if key[0] != "plain" or key[2] is None:
            raise Refusal("yaml.key", line=at)
        name = str(key[2]).lower() if isinstance(key[2], bool) else str(key[2])
        if name in entries:
            raise Refusal("yaml.key_twice", line=at, name=name)
        entries[name], lines[name] = _node(next(stream), stream), at
    return Names(line, entries, lines)


def _until_close(stream: Iterator[Message]) -> Iterator[Message]:
    for message in stream:
        if message[0] == "close":
            return
        yield message
