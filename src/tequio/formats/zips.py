"""Zip files from outside: what they unpack to is bounded before and while it is read, whatever the library checks."""

import zlib
from io import BufferedReader, RawIOBase
from itertools import pairwise
from typing import IO, TYPE_CHECKING, BinaryIO, Literal
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MEMBERS = 10_000
ENCRYPTED = 0x1
METHODS = (ZIP_STORED, ZIP_DEFLATED)


class TooMuch(Exception):  # noqa: N818 (told to people as a refusal by whoever knows what the file was for)
    """The zip unpacks to more than was allowed, or says that it will."""


class BoundedZip(ZipFile):
    """A zip whose members may unpack to `limit` bytes in all. Overlapping and encrypted members raise BadZipFile."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        super().__init__(file)
        self.left = limit
        _check(self.infolist(), self.start_dir, limit)

    def open(  # type: ignore[override]
        self, name: str | ZipInfo, mode: Literal["r"] = "r", pwd: bytes | None = None, *, force_zip64: bool = False
    ) -> IO[bytes]:
        return BufferedReader(_Counted(super().open(name, mode, pwd, force_zip64=force_zip64), self))

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise TooMuch


class _Counted(RawIOBase):
    """Reads of one member, each taken off what the whole zip may unpack to."""

    def __init__(self, member: IO[bytes], whole: BoundedZip) -> None:
        self._member = member
        self._whole = whole

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        data = self._data(len(view))
        self._whole.spend(len(data))
        view[: len(data)] = data
        return len(data)

    def _data(self, size: int) -> bytes:
        try:
            return self._member.read(size)
        except (zlib.error, EOFError) as error:
            raise BadZipFile(str(error)) from error


def _check(members: list[ZipInfo], end: int, limit: int) -> None:
    if len(members) > MEMBERS or sum(member.file_size for member in members) > limit:
        raise TooMuch
    if any(member.flag_bits & ENCRYPTED or member.compress_type not in METHODS for member in members):
        raise BadZipFile("encrypted, or packed in a way that nobody needs")
    starts = sorted((member.header_offset, member.compress_size) for member in members)
    if any(offset + size > following for (offset, size), (following, _) in pairwise([*starts, (end, 0)])):
        raise BadZipFile("overlapping members")
