"""What a backup says of itself: its format, what it was made of, and size and hash of every member."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from tequio.core.refusals import Refusal

type Json = str | int | float | bool | list[Json] | dict[str, Json] | None

FORMAT = "tequio-backup"
VERSION = 1
MANIFEST = "manifest.json"
HEAD = "tequio.txt"
LINES = ".jsonl"
NAME = re.compile(r"(?!.{201})[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Member:
    """`rows` counts the lines of a member of rows (.jsonl) and is 0 for any other."""

    name: str
    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """`facts` are whatever the writer says: version of the application, moment, migrations."""

    facts: Mapping[str, Json]
    members: tuple[Member, ...]

    @property
    def rows(self) -> int:
        return sum(member.rows for member in self.members)


def is_safe(name: str) -> bool:
    """Whether a name stays inside the folder it is unpacked into, on every system, and is none of ours."""
    return NAME.fullmatch(name) is not None and name not in {MANIFEST, HEAD}


def to_bytes(manifest: Manifest) -> bytes:
    whole = {"format": FORMAT, "version": VERSION, **asdict(manifest)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def from_bytes(data: bytes) -> Manifest:
    """Refuses archive.not_ours, archive.newer and archive.damaged."""
    try:
        whole = json.loads(data)
        if whole["format"] != FORMAT:
            raise Refusal("archive.not_ours")
        if whole["version"] > VERSION:
            raise Refusal("archive.newer", version=whole["version"], known=VERSION)
        members = tuple(Member(**member) for member in whole["members"])
        return _checked(Manifest(dict(whole["facts"]), members))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise Refusal("archive.damaged", member=MANIFEST) from error


def _checked(manifest: Manifest) -> Manifest:
    names = [member.name.casefold() for member in manifest.members]
    for member in manifest.members:
        if not is_safe(member.name) or not HASH.fullmatch(member.sha256) or min(member.bytes, member.rows) < 0:
            raise ValueError(member.name)
    if len(set(names)) < len(names):
        raise ValueError("a name comes twice")
    return manifest
