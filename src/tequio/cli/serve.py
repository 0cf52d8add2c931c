"""`tequio serve`: the product on this machine, behind a proxy or alone for a demonstration."""

import os
from typing import Annotated, Any

import typer

from tequio.cli.start import in_step, ready


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
    run(host, port, workers or processes())


def processes() -> int:
    """One more than there are cores: while one waits for the disk, another answers."""
    return (os.cpu_count() or 1) + 1


def run(host: str, port: int, workers: int) -> None:
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
