"""Brings the product up for a command: where its data is, its settings, and a database that is in step."""

import os
import sys
from pathlib import Path

import typer


def ready(data: Path | None = None) -> None:
    """Set Django up, once. `data` is where this command keeps its data unless TEQUIO_DATA says otherwise."""
    import django
    from django.apps import apps

    if apps.ready:
        return
    if data is not None:
        os.environ.setdefault("TEQUIO_DATA", str(data))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.project.settings")
    from tequio.project.config import ConfigError

    try:
        django.setup()
    except ConfigError as error:
        fail(str(error))
    keep_private()
    _speak()


def keep_private() -> None:
    """A database that is a file is made readable by its owner alone; what SQLite lays beside it follows."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        Path(database["NAME"]).touch(mode=0o600)


def _speak() -> None:
    from django.conf import settings
    from django.utils import translation

    translation.activate(settings.LANGUAGE_CODE)


def in_step() -> None:
    """Bring the tables up to date; nothing happens, quickly, where they are."""
    from django.core.management import call_command

    if pending():
        call_command("migrate", verbosity=0, interactive=False)


def gathered() -> None:
    """Put the style sheets where the server hands them out, compressed and named by their content."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def pending() -> int:
    """How many migrations the database still lacks."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def fail(sentence: str) -> None:
    typer.echo(sentence, err=True)
    sys.exit(1)
