"""A PostgreSQL server for one run: its own folder, a free port on this machine, ended when the run ends."""

import os
import shutil
import socket
import subprocess
import tempfile
from contextlib import ExitStack
from pathlib import Path

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def start(stack: ExitStack, options: str = FAST) -> str | None:
    """The address of a running, empty server; None where none is installed."""
    home = binaries()
    if home is None:
        return None
    folder, port = Path(tempfile.mkdtemp(prefix="tequio-pg-")), _free_port()
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    as_owner = _owner(folder)
    _run([*as_owner, home / "initdb", "-D", folder / "data", "-U", "tequio", "-A", "trust", "-E", "UTF8", "--locale=C"])
    server = [*as_owner, home / "pg_ctl", "-D", folder / "data", "-w"]
    listen = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {options}"
    _run([*server, "-o", listen, "-l", folder / "log", "start"])
    stack.callback(_run, [*server, "-m", "immediate", "stop"])
    return f"postgresql://tequio@127.0.0.1:{port}/postgres"


def _owner(folder: Path) -> list[str]:
    """The server refuses to run as root; then it runs as the user its package made."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603 (our own commands)
