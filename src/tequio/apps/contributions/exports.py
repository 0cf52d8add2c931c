"""What this app gives away as a table: every accepted contribution, without words where a person wants none shown."""

from collections.abc import Collection, Iterator, Sequence
from itertools import batched

from tequio.apps.contributions import queries
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.rows import place_of
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import sparse_places
from tequio.core.localized import Localized, both

type Cell = str | int | bool | None

CHUNK = 1000
COLUMNS: dict[str, Localized] = {
    "contribution": both("Número del aporte", "Number of the contribution"),
    "kind": both("Tipo: need, idea, wish, experience o statement", "Kind: need, idea, wish, experience or statement"),
    "title": both("Título, si tiene y se muestra", "Title, if it has one that is shown"),
    "text": both("Lo que se dijo, palabra por palabra, si se muestra", "What was said, word for word, if it is shown"),
    "language": both("Idioma en que se dijo", "Language in which it was said"),
    "shown": both("La persona aceptó que se muestre", "The person agreed to have it shown"),
    "participant": both("Clave de quien lo dijo, si se muestra", "Code of whoever said it, if it is shown"),
    "borough": both("Clave oficial de la alcaldía, si se muestra", "Official code of the borough, if it is shown"),
    "meeting": both("Encuentro en que se dijo, si se muestra", "Meeting in which it was said, if it is shown"),
    "said_on": both("Día en que se dijo, si se muestra", "Day on which it was said, if it is shown"),
    "channel": both(
        "Cómo llegó: web, meeting, file, paper o telephone", "How it came: web, meeting, file, paper, telephone"
    ),
    "themes": both("Temas públicos en que está", "Public themes that it is in"),
    "synthetic": both("Inventado para mostrar cómo funciona", "Made up to show how it works"),
}


def public_rows(process: Process) -> Iterator[tuple[Cell, ...]]:
    """A row for each accepted contribution, in the order of their numbers, a thousand in memory at a time."""
    found = queries.accepted(process).select_related("participant", "territory", "meeting").order_by("number")
    sparse = sparse_places(process)
    for rows in batched(found.iterator(CHUNK), CHUNK):
        themes = queries.themes_of(process, rows)
        for row in rows:
            yield _row(row, themes.get(row.pk, ()), sparse)


def _row(row: Contribution, themes: Sequence[str], sparse: Collection[int]) -> tuple[Cell, ...]:
    words = (row.title, row.body, row.language) if row.shown else ("", "", "")
    where = _where(row, sparse) if row.shown else (None, None, None, None)
    return (
        *(f"A{row.number}", row.kind, *words, row.shown, *where),
        *(row.channel, " ".join(themes), row.synthetic),
    )


def _where(row: Contribution, sparse: Collection[int]) -> tuple[Cell, ...]:
    place = place_of(row, sparse)
    return (
        str(row.participant) if row.participant else None,
        place.code if place else None,
        f"E{row.meeting.number}" if row.meeting else None,
        row.said_on.isoformat() if row.said_on else None,
    )
