"""`tequio indicators`: tables of indicators and what does not hold in them."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tequio.cli.start import fail

indicators = typer.Typer(no_args_is_help=True, help="Frameworks of indicators.")


class Language(StrEnum):
    """In which language sentences are printed."""

    ES = "es"
    EN = "en"


@indicators.callback()
def group() -> None:
    """Keep the commands of this group under its name, also while there is only one."""


@indicators.command("lint")
def lint(
    table: Path,
    describe: Annotated[Path, typer.Option("--describe", help="YAML that says which column is what.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print data instead of sentences.")] = False,  # noqa: FBT002
    language: Annotated[Language, typer.Option(help="Language of the sentences.")] = Language.ES,
) -> None:
    """Test the sums, parts and labels of a table as a document prints it."""
    from tequio.core.linting import lint as check
    from tequio.core.linting import message, to_json
    from tequio.formats.described_tables import described_table

    for path in (table, describe):
        if not path.is_file():
            fail(f"There is no file {path}.")
    found = [to_json(each, message(each, language)) for each in check(described_table(table, describe))]
    if as_json:
        typer.echo(json.dumps({"findings": found}, ensure_ascii=False))
        return
    for each in found:
        typer.echo(
            "\n".join(
                filter(None, (f"{each['where']}: {each['message']}", each["arithmetic"] and f"  {each['arithmetic']}"))
            )
        )
