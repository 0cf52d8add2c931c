"""Work on files from outside in a child process that has little memory and time, no other file, no network, no secrets.

A task is a module with `prepare(source)`, which imports what this source needs (once the fences are up nothing more can
be opened) and leaves it at its start, and `work(source, options)`, a generator of lists that JSON can carry.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from signal import SIGKILL, SIGXCPU
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import BinaryIO, cast

from tequio.core.refusals import Refusal

type Options = Mapping[str, int]
type Message = list[object]

ROOT = str(Path(__file__).parents[2])
START = "import sys; sys.path.insert(0, sys.argv[1]); from tequio.formats.child import main; main(*sys.argv[2:])"


class Reason(StrEnum):
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


class Stopped(Exception):  # noqa: N818 (told to people as a refusal by whoever knows what the file was for)
    """The child did not finish its work."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Fence:
    """`seconds` of clock and of processor; `memory_mb` of address space, in megabytes."""

    seconds: int = 20
    memory_mb: int = 400


def run(task: str, source: BinaryIO, options: Options, fence: Fence) -> Iterator[Message]:
    """Yield the messages of a task that reads `source` (a real file, at its start). Raises Refusal or Stopped."""
    late = Event()
    with _started(task, source, options, fence) as child, _killed_after(fence.seconds, child, late):
        for line in child.stdout or ():
            message = json.loads(line)
            if message == ["end"]:
                return
            yield _passed_on(message)
        child.wait()
    raise Stopped(Reason.TIME if late.is_set() else _reason(child.returncode))


@contextmanager
def as_file(source: Path | bytes) -> Iterator[BinaryIO]:
    """Open a path, or lay bytes down in a nameless temporary file."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield file
        return
    with TemporaryFile() as file:
        file.write(source)
        file.seek(0)
        yield cast("BinaryIO", file)


@contextmanager
def _started(task: str, source: BinaryIO, options: Options, fence: Fence) -> Iterator[subprocess.Popen[bytes]]:
    arguments = (ROOT, task, json.dumps(dict(options)), json.dumps(asdict(fence)))
    command = [sys.executable, "-I", "-X", "utf8", "-c", START, *arguments]
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=source, stdout=pipe, stderr=null, env=_environment())  # noqa: S603 (ours)
    with child:
        try:
            yield child
        finally:
            child.kill()


def _environment() -> dict[str, str]:
    """Nothing of ours but where the machine keeps its libraries: settings hold secrets."""
    return {name: value for name, value in os.environ.items() if name == "LD_LIBRARY_PATH"}


@contextmanager
def _killed_after(seconds: int, child: subprocess.Popen[bytes], late: Event) -> Iterator[None]:
    def stop() -> None:
        late.set()
        child.kill()

    timer = Timer(seconds, stop)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _passed_on(message: Message) -> Message:
    kind, *rest = message
    if kind == "refusal":
        code, facts = cast("tuple[str, dict[str, object]]", rest)
        raise Refusal(code, **facts)
    if kind == "memory":
        raise Stopped(Reason.MEMORY)
    return message


def _reason(returncode: int) -> Reason:
    return {-SIGXCPU: Reason.TIME, -SIGKILL: Reason.MEMORY}.get(returncode, Reason.CRASH)
