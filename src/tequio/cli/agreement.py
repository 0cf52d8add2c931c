"""`tequio agreement`: how far several coders agree beyond chance."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tequio.cli.start import fail
from tequio.core.synthesis.levels import Level, Measure

if TYPE_CHECKING:
    from tequio.core.synthesis.agreement import Agreement


def agreement(
    codings: Annotated[Path, typer.Argument(help="A table with the columns unit, coder and value.")],
    measure: Annotated[Measure, typer.Option(help="Krippendorff's alpha, or Cohen's kappa.")] = Measure.ALPHA,
    level: Annotated[Level, typer.Option(help="What may be said of two values.")] = Level.NOMINAL,
    seed: Annotated[int, typer.Option(min=0, help="Start of the draws of the interval.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print data instead of sentences.")] = False,  # noqa: FBT002
) -> None:
    """Measure how far coders agree, with an interval. Agreement is not validity."""
    from tequio.core.synthesis.agreement import agreement as measured
    from tequio.core.synthesis.agreement import ratings, to_json
    from tequio.formats.codings import coded_rows

    if not codings.is_file():
        fail(f"There is no file {codings}.")
    found = measured(ratings(coded_rows(codings), level), measure, level, seed=seed)
    typer.echo(json.dumps(to_json(found)) if as_json else _told(found))


def _told(found: "Agreement") -> str:
    name = f"{found.measure} ({found.level}), {found.units} units, {found.coders} coders"
    if found.value is None or found.low is None or found.high is None:
        return f"{name}: not defined, because nothing could differ."
    return f"{name}: {found.value:.4f}, 95 % interval {found.low:.4f} to {found.high:.4f}."
