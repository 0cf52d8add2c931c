"""Open a backup: nothing of it can be used before all of it has been found whole."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, BinaryIO
from zipfile import BadZipFile, ZipFile

from tequio.core.refusals import Refusal
from tequio.formats.archive.manifest import HEAD, MANIFEST, Manifest, Member, from_bytes
from tequio.formats.archive.writing import Progress, seal

PIECE = 1_000_000
LARGEST_MANIFEST = 64_000_000
START = b"PK\x03\x04"
NAME_AT = 30  # bytes before the name in a zip's first header
DAMAGE = (BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, ValueError, LookupError, OverflowError)


class Archive:
    """A backup whose members were all found whole."""

    def __init__(self, package: ZipFile, manifest: Manifest) -> None:
        self.manifest = manifest
        self._package = package

    def open(self, name: str) -> IO[bytes]:
        """Read a member. Refuses archive.missing_member."""
        if not any(member.name == name for member in self.manifest.members):
            raise Refusal("archive.missing_member", member=name)
        return self._package.open(name)


@contextmanager
def open_checked(path: Path, progress: Progress | None = None) -> Iterator[Archive]:
    """Open a backup once every size and hash has been checked, in little memory.

    Refuses archive.not_ours, archive.truncated, archive.newer, archive.missing_member and archive.damaged, with the
    name of the member. `progress` is called with the name and the size of each piece that was checked.
    """
    with path.open("rb") as file, _package(file) as package:
        manifest = _manifest(package)
        _check_names(package, manifest)
        for member in manifest.members:
            _check(package, member, progress)
        yield Archive(package, manifest)


def manifest_of(path: Path) -> Manifest:
    """What a backup says of itself, checked only against itself."""
    with path.open("rb") as file, _package(file) as package:
        return _manifest(package)


@contextmanager
def _package(file: BinaryIO) -> Iterator[ZipFile]:
    head = file.read(NAME_AT + len(HEAD))
    if not head.startswith(START) or head[NAME_AT:] != HEAD.encode():
        raise Refusal("archive.not_ours")
    try:
        package = ZipFile(file)
    except DAMAGE as error:
        raise Refusal("archive.truncated") from error
    with package:
        yield package


def _manifest(package: ZipFile) -> Manifest:
    if package.namelist().count(MANIFEST) != 1:
        raise Refusal("archive.missing_member", member=MANIFEST)
    data = b"".join(_pieces(package, MANIFEST, LARGEST_MANIFEST))
    manifest = from_bytes(data)
    if package.comment != seal(data):
        raise Refusal("archive.damaged", member=MANIFEST)
    return manifest


def _check_names(package: ZipFile, manifest: Manifest) -> None:
    there, stated = package.namelist(), [HEAD, *(member.name for member in manifest.members), MANIFEST]
    for name in stated:
        if name not in there:
            raise Refusal("archive.missing_member", member=name)
    if sorted(there) != sorted(stated):
        raise Refusal("archive.damaged", member=next(name for name in there if there.count(name) > stated.count(name)))


def _check(package: ZipFile, member: Member, progress: Progress | None) -> None:
    digest, size = sha256(), 0
    for piece in _pieces(package, member.name, member.bytes):
        digest.update(piece)
        size += len(piece)
        if progress:
            progress(member.name, len(piece))
    if (size, digest.hexdigest()) != (member.bytes, member.sha256):
        raise Refusal("archive.damaged", member=member.name)


def _pieces(package: ZipFile, name: str, most: int) -> Iterator[bytes]:
    """The content of a member, in pieces; never more than it may be, whatever the zip says."""
    left = most
    try:
        with package.open(name) as file:
            while piece := file.read(min(PIECE, left + 1)):
                left -= len(piece)
                if left < 0:
                    raise BadZipFile(name)
                yield piece
    except DAMAGE as error:
        raise Refusal("archive.damaged", member=name) from error
