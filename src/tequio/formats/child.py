"""The side of `confined` that runs in the child: fences first, then one task on one file, told line by line."""

import json
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import BinaryIO, Protocol, cast

from tequio.core.refusals import Refusal

# What libraries take when they find it and this work does not need; each costs time and memory to import.
UNWANTED = ("numpy", "lxml", "pandas")


class Task(Protocol):
    """A task that sets OPENS_FILES may read files of this machine while it works: only for pages of our own."""

    def prepare(self, source: BinaryIO) -> None: ...

    def work(self, source: BinaryIO, options: dict[str, int]) -> Iterator[list[object]]: ...


def main(task: str, options: str, fence: str) -> None:
    limits = json.loads(fence)
    for kind, soft, hard in _fences(limits["seconds"], limits["memory_mb"] * 1_000_000):
        _limit(kind, soft, hard)
    sys.modules.update(dict.fromkeys(UNWANTED))  # type: ignore[arg-type]  # None makes an import fail
    module = cast("Task", import_module(task))
    with os.fdopen(0, "rb", closefd=False) as source, os.fdopen(1, "w", encoding="ascii", closefd=False) as out:
        for message in _messages(module, source, json.loads(options)):
            out.write(json.dumps(message, separators=(",", ":")) + "\n")


def _messages(module: Task, source: BinaryIO, options: dict[str, int]) -> Iterator[list[object]]:
    try:
        module.prepare(source)
        if not getattr(module, "OPENS_FILES", False):
            _limit(resource.RLIMIT_NOFILE, 0, 0)
        yield from module.work(source, options)
        yield ["end"]
    except Refusal as refusal:
        yield ["refusal", refusal.code, refusal.facts]
    except MemoryError:
        yield ["memory"]


def _fences(seconds: int, memory: int) -> Iterator[tuple[int, int, int]]:
    yield resource.RLIMIT_AS, memory, memory
    yield resource.RLIMIT_CPU, seconds, seconds + 1  # the soft limit ends it with a signal of its own
    yield resource.RLIMIT_FSIZE, 0, 0
    yield resource.RLIMIT_CORE, 0, 0


def _limit(kind: int, soft: int, hard: int) -> None:
    with suppress(ValueError, OSError):  # not every system knows every limit; the clock of the parent always stands
        resource.setrlimit(kind, (soft, hard))
