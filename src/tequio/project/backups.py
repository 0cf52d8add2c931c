"""Everything into one file and back: every row of every table, every upload, and the key of the pseudonyms.

The file does not care whether it came from SQLite or PostgreSQL. Sessions are left out: everybody signs in again.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import batched
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.models import Model
from django_scopes import scopes_disabled

from tequio import __version__
from tequio.core.refusals import Refusal
from tequio.formats import archive

LEFT_OUT = frozenset({"sessions.session", "contenttypes.contenttype", "auth.permission"})
CHUNK = 500
KEY = "secret.key"

type Tell = Callable[[int], Any]


def _silent(_rows: int) -> None:
    """Tell nobody."""


class Exact(DjangoJSONEncoder):
    """Django's own cuts moments down to the millisecond; a backup must not."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def tables() -> list[type[Model]]:
    """Every table of ours, and of the libraries, that holds something worth keeping."""
    every = (model for model in apps.get_models() if model._meta.label_lower not in LEFT_OUT)
    return sorted(every, key=lambda model: model._meta.label_lower)


def rows() -> int:
    return sum(model._base_manager.count() for model in tables())


def rows_in(path: Path) -> int:
    return archive.manifest_of(path).rows


def write(path: Path, *, at: datetime, progress: Tell = _silent) -> None:
    """Write the backup; it appears under its name when it is complete."""
    facts = {"application": __version__, "made_at": at.isoformat(), "database": connection.vendor}
    with scopes_disabled(), transaction.atomic():  # one moment for all tables, whoever writes meanwhile
        archive.write(path, _members(progress), facts)


def _members(progress: Tell) -> Iterator[tuple[str, Iterator[bytes]]]:
    for model in tables():
        yield f"rows/{model._meta.label_lower}.jsonl", _lines(model, progress)
    for file in sorted(path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()):
        yield f"files/{file.relative_to(settings.MEDIA_ROOT).as_posix()}", iter([file.read_bytes()])
    key = settings.CONFIG.data / KEY
    if key.exists():
        yield KEY, iter([key.read_bytes()])


def _lines(model: type[Model], progress: Tell) -> Iterator[bytes]:
    found = model._base_manager.order_by("pk").iterator(chunk_size=CHUNK)
    for chunk in batched(found, CHUNK):
        yield serializers.serialize("jsonl", chunk, cls=Exact, ensure_ascii=False).encode()
        progress(len(chunk))


def restore(path: Path, *, progress: Tell = _silent) -> None:
    """Bring everything back into an installation that holds nothing yet: whole, or not at all.

    Refuses backup.not_empty, and whatever is wrong with the file before anything of it is used.
    """
    _require_empty()
    with archive.open_checked(path) as found, scopes_disabled():
        names = [member.name for member in found.manifest.members]
        with transaction.atomic():
            for name in names:
                if name.startswith("rows/"):
                    _fill(found, name, progress)
            _renumber()
        for name in names:
            _put_back(found, name)


def _require_empty() -> None:
    people, spaces = (apps.get_model(label) for label in ("accounts.Person", "spaces.Space"))
    if people._base_manager.exists() or spaces._base_manager.exists():
        raise Refusal("backup.not_empty")


def _fill(found: archive.Archive, name: str, progress: Tell) -> None:
    """Rows go in by the chunk; the links of many-to-many fields after their rows."""
    with found.open(name) as lines:
        for chunk in batched(serializers.deserialize("jsonl", lines), CHUNK):
            model = type(chunk[0].object)
            model._base_manager.bulk_create([row.object for row in chunk])
            for row in chunk:
                for field, values in (row.m2m_data or {}).items():
                    getattr(row.object, field).set(values)
            progress(len(chunk))


def _renumber() -> None:
    """PostgreSQL counts on its own: tell it where the restored rows end."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def _put_back(found: archive.Archive, name: str) -> None:
    folder, _, rest = name.partition("/")
    target = settings.MEDIA_ROOT / rest if folder == "files" else settings.CONFIG.data / KEY if name == KEY else None
    if target is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
        with found.open(name) as source:
            target.write_bytes(source.read())
        target.chmod(0o600)
