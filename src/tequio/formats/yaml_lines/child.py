"""Reads YAML as a stream of marks, in this process or in a child: no tags, no aliases, nothing that can grow.

Plain values are those of YAML 1.2's core schema (https://yaml.org/spec/1.2.2/#103-core-schema): `no` and `yes` are
words, as the people who write them mean, and only `true` and `false` are switches.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

import yaml

from tequio.core.refusals import Refusal
from tequio.formats.yaml_lines.values import Scalar

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = re.compile(r"(?:null|Null|NULL|~|)")
SWITCH = re.compile(r"(true|True|TRUE)|false|False|FALSE")
WHOLE = re.compile(r"[-+]?[0-9]{1,18}")
NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
CLOSE = "close"


def prepare(source: BinaryIO) -> None:
    """Nothing more has to be imported once the fences are up."""


def work(source: BinaryIO, options: dict[str, int]) -> Iterator[list[object]]:
    """Yield ["names" | "items", line], ["plain", line, value] and ["close"], in the order of the file."""
    depth = nodes = 0
    for event in _events(_text(source.read())):
        message = _message(event, options)
        if message is None:
            continue
        nodes += message[0] != CLOSE
        depth += {"names": 1, "items": 1, CLOSE: -1}.get(str(message[0]), 0)
        if nodes > options["nodes"] or depth > options["depth"]:
            raise Refusal("yaml.too_large", line=_line(event))
        yield message


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("yaml.encoding", line=data.count(b"\n", 0, error.start) + 1) from error


def _events(text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Refusal("yaml.broken", line=mark.line + 1 if mark else 1) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else 1
        raise Refusal("yaml.broken", line=line) from error


def _message(event: yaml.Event, options: dict[str, int]) -> list[object] | None:
    line = _line(event)
    match event:
        case yaml.AliasEvent():
            raise Refusal("yaml.alias", line=line)
        case yaml.NodeEvent() if event.anchor is not None:
            raise Refusal("yaml.alias", line=line)
        case yaml.ScalarEvent():
            return _scalar(event, line, options["text"])
        case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
            _require_untagged(event.tag, line)
            return ["names" if isinstance(event, yaml.MappingStartEvent) else "items", line]
        case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
            return [CLOSE]
    return None


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(event: yaml.ScalarEvent, line: int, longest: int) -> list[object]:
    _require_untagged(event.tag, line)
    if len(event.value) > longest:
        raise Refusal("yaml.too_long", line=line, limit=longest)
    return ["plain", line, event.value if event.style else resolved(event.value)]


def _require_untagged(tag: str | None, line: int) -> None:
    if tag is not None:
        raise Refusal("yaml.tag", line=line)


def resolved(text: str) -> Scalar:
    """What an unquoted text stands for."""
    if NOTHING.fullmatch(text):
        return None
    if switch := SWITCH.fullmatch(text):
        return switch[1] is not None
    if WHOLE.fullmatch(text):
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text
