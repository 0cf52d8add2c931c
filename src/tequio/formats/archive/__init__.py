"""The container of a backup: a zip that says what it holds and can be checked before it is used."""

from tequio.formats.archive.manifest import Json, Manifest, Member
from tequio.formats.archive.reading import Archive, manifest_of, open_checked
from tequio.formats.archive.writing import Progress, write

__all__ = ["Archive", "Json", "Manifest", "Member", "Progress", "manifest_of", "open_checked", "write"]
