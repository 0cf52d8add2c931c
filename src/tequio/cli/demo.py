"""`tequio demo`: the Mexico City case, built at the first start, served at every start, never overwritten unasked."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tequio.cli import serve as server
from tequio.cli.demo_words import told
from tequio.cli.start import fail, in_step, keep_private, ready

FOLDER = Path("data/demo")
HOST = "127.0.0.1"
NEXT_PORTS = 20


class Holds(StrEnum):
    """What a folder of data holds."""

    NOTHING = "nothing"
    DEMO = "demo"
    OTHER = "other"
    DAMAGED = "damaged"


def demo(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
    fresh: Annotated[bool, typer.Option("--fresh", help="Delete the demonstration and build it anew.")] = False,  # noqa: FBT002
    serve: Annotated[bool, typer.Option(help="Serve the pages once it is built.")] = True,  # noqa: FBT002
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,  # noqa: FBT002
) -> None:
    """Build the Mexico City case, if it is not there yet, and serve it on this machine."""
    os.environ.setdefault("TEQUIO_SECOND_FACTOR", "offered")
    ready(FOLDER)
    if serve:
        _require_free(port)
    holds = found()
    if holds in {Holds.OTHER, Holds.DAMAGED}:
        fail(_left_alone(holds))
    if fresh and holds is Holds.DEMO:
        holds = _emptied(yes=yes)
    _brought_up(holds)
    typer.echo(told(f"http://{HOST}:{port}", data()))
    if serve:
        _serve(port)


def data() -> Path:
    from django.conf import settings

    folder: Path = settings.CONFIG.data
    return folder


def found() -> Holds:
    """Whose data is in force; only a space that is marked as synthetic is the demonstration's."""
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            if "spaces_space" not in connection.introspection.table_names(cursor):
                return Holds.NOTHING
            cursor.execute("SELECT synthetic FROM spaces_space")
            marks = [bool(synthetic) for (synthetic,) in cursor.fetchall()]
    except DatabaseError:
        return Holds.DAMAGED
    if not marks:
        return Holds.NOTHING
    return Holds.DEMO if all(marks) else Holds.OTHER


def _left_alone(holds: Holds) -> str:
    if holds is Holds.DAMAGED:
        return (
            f"La base de datos de {data()} no se puede leer; no se toca. Usa otra carpeta con TEQUIO_DATA.\n"
            f"The database in {data()} cannot be read, and is left alone. Use another folder with TEQUIO_DATA."
        )
    return (
        f"En {data()} hay otra instalación, que no es la demostración; no se toca. Usa otra carpeta con TEQUIO_DATA.\n"
        f"{data()} holds another installation, not the demonstration, and is left alone. "
        "Use another folder with TEQUIO_DATA."
    )


def _emptied(*, yes: bool) -> Holds:
    """Delete the demonstration's own files once somebody has agreed."""
    from django.conf import settings
    from django.db import connections

    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        fail(
            "La base de datos no es un archivo: vacíala tú y vuelve a empezar.\n"
            "The database is not a file: empty it yourself and start again."
        )
    mine = owned(Path(database["NAME"]), settings.MEDIA_ROOT)
    if not yes:
        typer.confirm(_question(mine), abort=True)
    connections.close_all()  # which may put away some of its files by itself
    for path in mine:
        remove(path)
    keep_private()
    return Holds.NOTHING


def _question(mine: list[Path]) -> str:
    names = "\n".join(f"  {path}" for path in mine)
    return (
        f"Se borra todo lo que se escribió en la demostración / All that was entered is deleted:\n{names}\n¿Sí? / Yes?"
    )


def owned(database: Path, files: Path) -> list[Path]:
    """What is the demonstration's own: the files of its database, and its uploads."""
    ours = [database, *(database.with_name(database.name + suffix) for suffix in ("-wal", "-shm", "-journal")), files]
    return [path for path in ours if path.exists()]


def remove(path: Path) -> None:
    import shutil

    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _brought_up(holds: Holds) -> None:
    """Tables in step and, where there was nothing, the whole case."""
    if holds is Holds.DEMO:
        in_step()
        return
    from django.utils.timezone import now

    from tequio.cases.mexico_city.build import STEPS, build

    with typer.progressbar(length=STEPS + 2, label="Tequio") as bar:
        in_step()
        bar.update(2)
        build(at=now(), progress=bar.update)


def _require_free(port: int) -> None:
    if not _free(port):
        other = next_free(port + 1)
        fail(
            f"El puerto {port} está ocupado. Prueba: make demo PORT={other}  (o: tequio demo --port {other})\n"
            f"Port {port} is taken. Try: make demo PORT={other}  (or: tequio demo --port {other})"
        )


def next_free(port: int) -> int:
    """The first port that is free from this one on, or 0 where none of the next ones is."""
    return next((each for each in range(port, port + NEXT_PORTS) if _free(each)), 0)


def _free(port: int) -> bool:
    import socket

    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except OSError:
            return False
    return True


def _serve(port: int) -> None:
    from django.db import connections

    connections.close_all()  # each process that answers opens its own
    server.run(HOST, port, server.processes())
