"""Write a backup: member by member, in little memory, and either whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from tequio.formats.archive.manifest import (
    FORMAT,
    HEAD,
    LINES,
    MANIFEST,
    VERSION,
    Json,
    Manifest,
    Member,
    is_safe,
    to_bytes,
)
from tequio.formats.whole import whole_or_not

type Progress = Callable[[str, int], None]

WORDS = b"""Respaldo de Tequio. Se recupera con: tequio restore ARCHIVO
A backup of Tequio. It is brought back with: tequio restore FILE
"""
TEXTS = (LINES, ".json", ".txt", ".csv")


def write(
    path: Path,
    members: Iterable[tuple[str, Iterable[bytes]]],
    facts: Mapping[str, Json],
    progress: Progress | None = None,
) -> Manifest:
    """Write members (name, pieces) in their order to a zip at `path`, which appears when it is complete and on disk.

    `progress` is called with the name and the size of each piece. Names are letters, digits and ._-/ (ValueError).
    """
    with whole_or_not(path) as file, ZipFile(file, "w", allowZip64=True) as package:
        package.writestr(_info(HEAD), WORDS)
        written = tuple(_member(package, name, pieces, progress) for name, pieces in _distinct(members))
        manifest = Manifest(dict(facts), written)
        data = to_bytes(manifest)
        package.writestr(_info(MANIFEST), data)
        package.comment = seal(data)
    return manifest


def seal(manifest: bytes) -> bytes:
    """What stands at the very end of the file: the hash of the manifest, which holds all other hashes."""
    return f"{FORMAT} {VERSION} {sha256(manifest).hexdigest()}".encode()


def _member(package: ZipFile, name: str, pieces: Iterable[bytes], progress: Progress | None) -> Member:
    digest, size, rows = sha256(), 0, 0
    with package.open(_info(name), "w", force_zip64=True) as out:
        for piece in pieces:
            out.write(piece)
            digest.update(piece)
            size += len(piece)
            rows += piece.count(b"\n") if name.endswith(LINES) else 0
            if progress:
                progress(name, len(piece))
    return Member(name, digest.hexdigest(), size, rows)


def _distinct(members: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[tuple[str, Iterable[bytes]]]:
    names = set[str]()
    for name, pieces in members:
        if not is_safe(name) or name.casefold() in names:
            raise ValueError(f"{name!r} cannot be the name of a member")
        names.add(name.casefold())
        yield name, pieces


def _info(name: str) -> ZipInfo:
    """Always the same date: the facts tell when a backup was made. What is packed already is not packed again."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED if name.endswith(TEXTS) and name != HEAD else ZIP_STORED
    info.external_attr = 0o600 << 16
    return info
