"""`tequio serve`: the product on this machine, behind a proxy or alone for a demonstration."""

import os
from typing import Annotated, Any

import typer

from tequio.cli.start import gathered, in_step, ready


def serve(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    host: Annotated[
        str, typer.Option(help="Address to listen on; a proxy stands before any other than this.")
    ] = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="Processes that answer; 0 means one more than there are cores.")] = 0,
) -> None:
    """Serve the pages."""
    ready()
    in_step()
    _say_how_to_begin(f"http://{host}:{port}")
    run(host, port, workers or processes())


def _say_how_to_begin(base: str) -> None:
    """An empty house is claimed with a code that only this window shows."""
    from django.db import connections
    from django.utils.translation import gettext as _

    from tequio.apps.spaces import queries

    if not queries.all_spaces():
        typer.echo(_("There is no space here yet. Open %(url)s and use this code: %(code)s") % {
            "url": f"{base}/instalar/", "code": queries.setup_code()
        })  # fmt: skip
    connections.close_all()  # each process that answers opens its own


def processes() -> int:
    """One more than there are cores: while one waits for the disk, another answers."""
    return (os.cpu_count() or 1) + 1


def run(host: str, port: int, workers: int) -> None:
    gathered()
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]  # the library has no types
        def load_config(self) -> None:
            for name, value in options(host, port, workers).items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from tequio.project.wsgi import application

            return application

    Server().run()


def options(host: str, port: int, workers: int) -> dict[str, Any]:
    """Sync workers that are renewed now and then; the access log, which would hold addresses, stays off."""
    return {
        "bind": f"{host}:{port}",
        "workers": workers,
        "worker_class": "sync",
        "max_requests": 5000,
        "max_requests_jitter": 500,
        "timeout": 60,
        "loglevel": "warning",
        "control_socket_disable": True,
    }
