"""`tequio backup` and `tequio restore`: one file that holds every row and every upload."""

from pathlib import Path

import typer

from tequio.cli.start import fail, in_step, ready


def backup(file: Path) -> None:
    """Write everything into one file. Keep it as safe as the data itself."""
    ready()
    in_step()
    if not file.absolute().parent.is_dir():
        fail(f"There is no folder {file.absolute().parent}.")
    from django.utils.timezone import now

    from tequio.project import backups

    with typer.progressbar(length=backups.rows(), label=file.name) as bar:
        backups.write(file, at=now(), progress=bar.update)
    typer.echo(str(file))


def restore(file: Path) -> None:
    """Bring a backup back into an empty installation."""
    ready()
    in_step()
    if not file.is_file():
        fail(f"There is no file {file}.")
    from tequio.project import backups

    with typer.progressbar(length=backups.rows_in(file), label=file.name) as bar:
        backups.restore(file, progress=bar.update)
    typer.echo(str(file))
