"""What every benchmark needs: the product on a database of its own, and a table to print."""

import os
import tempfile


def ready():
    """Django on an empty database: SQLite in a folder that goes away with the machine's, or what DATABASE_URL names."""
    os.environ.setdefault("TEQUIO_DATA", tempfile.mkdtemp(prefix="tequio-bench-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.project.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def row(*cells):
    return cells


def table(title, head, rows):
    lines = ["| " + " | ".join(str(cell) for cell in cells) + " |" for cells in (head, ["---"] * len(head), *rows)]
    return "\n".join([f"**{title}**", "", *lines, ""])
