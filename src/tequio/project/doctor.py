"""What `tequio doctor` looks at. Each check names what it saw and, when it is not well, what to do."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from tequio.apps.spaces import queries
from tequio.core.refusals import Refusal
from tequio.formats.pdf import to_pdf

ROOM = 500_000_000
OLDEST_SQLITE = (3, 37)


@dataclass(frozen=True, slots=True)
class Check:
    what: str
    well: bool
    do: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def examine() -> list[Check]:
    return list(_checks())


def _checks() -> Iterator[Check]:
    yield Check(
        _("Python %(version)s") % {"version": sys.version.split()[0]},
        sys.version_info >= (3, 12),
        _("Install Python 3.12 or newer."),
    )
    yield _folder(settings.CONFIG.data)
    yield _room(settings.CONFIG.data)
    yield _database()
    yield _secret(settings.CONFIG.data / "secret.key")
    yield _hosts()
    yield _https()
    yield _mail()
    yield _second_factor()
    yield _paper()
    yield _space()


def _folder(folder: Path) -> Check:
    well = folder.is_dir() and os.access(folder, os.W_OK)
    return Check(
        _("The folder of the data can be written"),
        well,
        _("Give this user the right to write in %(folder)s.") % {"folder": folder},
    )


def _room(folder: Path) -> Check:
    free = shutil.disk_usage(folder).free
    what = _("%(free)s MB free on the disk") % {"free": f"{free // 1_000_000:,}"}
    return Check(what, free > ROOM, _("Make room: below 500 MB backups and uploads may fail."))


def _database() -> Check:
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    try:
        executor = MigrationExecutor(connection)
        behind = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return Check(_("%(name)s does not answer") % {"name": name}, False, _("Start it, and look at DATABASE_URL."))  # noqa: FBT003
    if connection.vendor == "sqlite" and sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return Check(f"SQLite {sqlite3.sqlite_version}", False, _("Use a Python with SQLite 3.37 or newer."))  # noqa: FBT003
    return Check(
        _("%(name)s answers and its tables are in step") % {"name": name},
        not behind,
        _("Start the server once: it brings the tables into step."),
    )


def _secret(path: Path) -> Check:
    what = _("The secret key is readable by its owner alone")
    return Check(
        what, not path.exists() or not path.stat().st_mode & 0o077, _("Run: chmod 600 %(path)s") % {"path": path}
    )


def _hosts() -> Check:
    public = [host for host in settings.ALLOWED_HOSTS if host not in {"127.0.0.1", "localhost"}]
    what = _("Answers to: %(hosts)s") % {"hosts": ", ".join(settings.ALLOWED_HOSTS)}
    return Check(what, bool(public) or not settings.CONFIG.https, _("Set TEQUIO_HOSTS to the name people will type."))


def _https() -> Check:
    local = set(settings.ALLOWED_HOSTS) <= {"127.0.0.1", "localhost"}
    what = _("Encrypted connection") if settings.CONFIG.https else _("No encrypted connection: for this machine alone")
    return Check(
        what, settings.CONFIG.https or local, _("Put a proxy with a certificate before it and set TEQUIO_HTTPS=yes.")
    )


def _mail() -> Check:
    on = bool(settings.CONFIG.email_url)
    return Check(
        _("E-mail is configured") if on else _("No e-mail: people sign in with printed one-time links"), well=True
    )


def _paper() -> Check:
    """PDF is a help and not a must: every page prints from the browser."""
    try:
        to_pdf("<title>A4</title>")
    except Refusal:
        return Check(_("No PDF files: pages print from the browser. For PDF, install Pango (libpangoft2)."), well=True)
    return Check(_("Makes PDF files"), well=True)


def _second_factor() -> Check:
    local = set(settings.ALLOWED_HOSTS) <= {"127.0.0.1", "localhost"}
    well = settings.SECOND_FACTOR == "required" or local
    return Check(
        _("Staff need a second factor: %(value)s") % {"value": settings.SECOND_FACTOR},
        well,
        _("Set TEQUIO_SECOND_FACTOR=required."),
    )


def _space() -> Check:
    return Check(
        _("There is a space"),
        bool(queries.all_spaces()),
        _("Run `tequio setup`, or open the pages and follow the first run."),
    )
