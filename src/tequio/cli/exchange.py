"""Files in and out: `import contributions`, `export process`, `coverage`, `thread trace`."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from tequio.cli.start import fail, in_step, ready

importing = typer.Typer(no_args_is_help=True, help="Bring a file in.")
exporting = typer.Typer(no_args_is_help=True, help="Take a process out.")
threading = typer.Typer(no_args_is_help=True, help="Walk the thread.")

ProcessName = Annotated[str, typer.Option("--process", help="The process, as in its address.")]
SpaceName = Annotated[str, typer.Option("--space", help="The space, where several have a process of that name.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print data instead of sentences.")]


@importing.command("contributions")
def import_contributions(
    file: Path,
    process: ProcessName,
    space: SpaceName = "",
    as_json: AsJson = False,  # noqa: FBT002 (a switch)
) -> None:
    """Import needs, ideas and wishes from CSV or XLSX."""
    ready()
    in_step()
    with _bounded(process, space) as found:
        from django.utils.timezone import now

        from tequio.apps.contributions import actions
        from tequio.core.actors import SYSTEM

        report = actions.import_file(process=found, path=_readable(file), name=file.name, by=SYSTEM, at=now())
    data = report.to_json()
    _print(data, as_json=as_json, lines=_told(data))


def _told(data: dict[str, Any]) -> list[str]:
    taken = f"{data['rows']} rows: {data['imported']} imported, {data['duplicates']} duplicates"
    first = f"{taken}, {len(data['rejected'])} left out."
    return [first, *(f"  line {row['line']}: {row['message']}" for row in data["rejected"])]


@exporting.command("process")
def export_process(process: str, file: Path, space: SpaceName = "") -> None:
    """Write all that is public of a process as open data: tables, the thread, and what each column means."""
    ready()
    in_step()
    with _bounded(process, space) as found:
        from tequio.apps.publishing import exports

        exports.write(found, file)
    typer.echo(str(file))


@threading.command("trace")
def trace(ref: str, process: ProcessName, space: SpaceName = "", as_json: AsJson = False) -> None:  # noqa: FBT002
    """Say which voices something rests on, and what became of it."""
    ready()
    in_step()
    with _bounded(process, space) as found:
        from tequio.apps.thread import exports

        data = exports.trace_json(found, ref)
    lines = [f"{'←' if way == 'back' else '→'} {step['ref']}  {step['label']}" for way in data for step in data[way]]
    _print(data, as_json=as_json, lines=lines)


def coverage(
    people: Path,
    population: Path,
    by: Annotated[str, typer.Option("--by", help="The column that both files have.")],
    as_json: AsJson = False,  # noqa: FBT002 (a switch)
) -> None:
    """Compare who took part with who lives there."""
    from tequio.core.coverage import coverage as compare
    from tequio.core.coverage import to_json
    from tequio.formats.people import people_counts, population_counts

    there = population_counts(_readable(population), by)
    found = compare(people_counts(_readable(people), by, there), there)
    lines = [f"{group.group}: {group.n} ({group.state})" for group in found.groups]
    _print(to_json(found), as_json=as_json, lines=[f"n = {found.n}", *lines])


def _print(data: object, *, as_json: bool, lines: list[str]) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False) if as_json else "\n".join(lines))


def _readable(path: Path) -> Path:
    if not path.is_file():
        fail(f"There is no file {path}.")
    return path


def _bounded(slug: str, space: str) -> Any:
    """The process of that name, with its space in force."""
    from contextlib import contextmanager

    from django_scopes import scope, scopes_disabled

    from tequio.apps.processes.models import Process

    with scopes_disabled():
        wanted = Process.objects.filter(slug=slug, **({"space__slug": space} if space else {}))
        found: list[Process] = list(wanted.select_related("space")[:2])
    if len(found) != 1:
        fail(f"There is no process “{slug}”." if not found else f"Several spaces have a process “{slug}”: add --space.")

    @contextmanager
    def bounds() -> Any:
        with scope(space=found[0].space_id):
            yield found[0]

    return bounds()
