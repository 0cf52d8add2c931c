"""Puts the commands together and turns what goes wrong into one plain line."""

import sys

import typer

from tequio.cli import agreement, demo, exchange, indicators, keep, serve, setup, signin
from tequio.core.refusals import Refusal

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Tequio: from what people say to what is done, on one thread.",
)
app.command("demo")(demo.demo)
app.command("serve")(serve.serve)
app.command("setup")(setup.setup)
app.command("doctor")(setup.doctor)
app.command("link")(signin.link)
app.command("backup")(keep.backup)
app.command("restore")(keep.restore)
app.command("coverage")(exchange.coverage)
app.command("agreement")(agreement.agreement)
app.add_typer(exchange.importing, name="import")
app.add_typer(exchange.exporting, name="export")
app.add_typer(exchange.threading, name="thread")
app.add_typer(indicators.indicators, name="indicators")


def main() -> None:
    try:
        app()
    except Refusal as refusal:
        print(_sentence(refusal), file=sys.stderr)
        sys.exit(1)


def _sentence(refusal: Refusal) -> str:
    from tequio.cli.start import ready
    from tequio.web.refusals import sentence

    ready()
    return sentence(refusal)
