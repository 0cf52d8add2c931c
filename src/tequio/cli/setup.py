"""`tequio setup` and `tequio doctor`: the first run in the terminal, and what stands in the way of a good one."""

import sys
from typing import Annotated

import typer

from tequio.cli.start import fail, in_step, ready


def setup(base: Annotated[str, typer.Option(help="Where the pages will be.")] = "http://127.0.0.1:8000") -> None:
    """Open the first space: five questions, then a one-time link to sign in with."""
    ready()
    in_step()
    from django.utils.timezone import now
    from django.utils.translation import gettext as _

    from tequio.apps.spaces import actions, queries
    from tequio.core.actors import SYSTEM
    from tequio.core.localized import both

    if queries.all_spaces():
        fail(_("This installation is already set up. Sign in instead."))
    language = _language(_("Your language (es or en)"))
    name = typer.prompt(_("Name of the space"))
    operator = typer.prompt(_("Who runs it"))
    funders = typer.prompt(
        _("Who pays for it (names with commas between; empty if nobody)"), default="", show_default=False
    )
    person = typer.prompt(_("Your name"))
    email = typer.prompt(_("Your e-mail (may be empty)"), default="", show_default=False)
    link = actions.first_run(
        name=both(name, "") if language == "es" else both("", name),
        operator={"name": operator, "url": ""},
        funders=[{"name": part.strip()} for part in funders.split(",") if part.strip()],
        person=person,
        email=email,
        language=language,
        by=SYSTEM,
        at=now(),
    )[1]
    typer.echo(_("The space is open. Start the server with `tequio serve` and sign in once with this link:"))
    typer.echo(base.rstrip("/") + link)


def _language(question: str) -> str:
    while (given := typer.prompt(question, default="es").strip().lower()) not in {"es", "en"}:
        pass
    return str(given)


def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print data instead of sentences.")] = False) -> None:  # noqa: FBT002
    """Look at the installation and say, for each thing that is not well, what to do."""
    import json

    ready()
    from tequio.project import doctor as checks

    found = checks.examine()
    if as_json:
        typer.echo(json.dumps([check.to_json() for check in found], ensure_ascii=False))
    else:
        for check in found:
            typer.echo(f"{'✓' if check.well else '✗'} {check.what}" + ("" if check.well else f"\n  → {check.do}"))
    sys.exit(0 if all(check.well for check in found) else 1)
