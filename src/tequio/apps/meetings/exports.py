"""Meetings as a table to give away: public facts, and how many came, never who."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime

from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.queries import with_came
from tequio.apps.processes.models import Process
from tequio.apps.thread.kinds import ref
from tequio.core.thread import Kind

type Cell = str | int | bool | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """What a column is called, and what it holds in both languages."""

    name: str
    es: str
    en: str


COLUMNS = (
    Column("ref", "Clave del encuentro en el hilo", "Ref of the meeting on the thread"),
    Column("title_es", "Nombre en español", "Name in Spanish"),
    Column("title_en", "Nombre en inglés", "Name in English"),
    Column("kind", "focus_group, workshop, interview o assembly", "focus_group, workshop, interview or assembly"),
    Column("mode", "virtual, hybrid o in_person", "virtual, hybrid or in_person"),
    Column("state", "planned, held o cancelled", "planned, held or cancelled"),
    Column("phase", "Clave de la fase; vacío si no es de ninguna", "Key of the phase; empty if it is of none"),
    Column(
        "territory", "Código de la zona; vacío si es de toda la ciudad", "Code of the area; empty for the whole city"
    ),
    Column("starts_at", "Cuándo empieza, con su diferencia horaria", "When it starts, with its UTC offset"),
    Column("ends_at", "Cuándo termina, con su diferencia horaria", "When it ends, with its UTC offset"),
    Column("place", "Lugar que todo el mundo ve", "Place that everybody sees"),
    Column("came", "Cuántas personas llegaron; vacío si nadie contó", "How many people came; empty if nobody counted"),
    Column("synthetic", "true si es inventado para mostrar cómo funciona", "true if made up to show how it works"),
)


def rows(process: Process) -> Iterator[tuple[Cell, ...]]:
    """A row for each meeting, by number, with a cell for each of the columns: one query."""
    return map(_row, with_came(process).order_by("number"))


def _row(meeting: Meeting) -> tuple[Cell, ...]:
    start, end = (localtime(moment) if moment else None for moment in (meeting.starts_at, meeting.ends_at))
    return (
        ref(Kind.MEETING, meeting.number),
        meeting.title.get("es", ""),
        meeting.title.get("en", ""),
        meeting.kind,
        meeting.mode,
        meeting.state,
        meeting.phase.key if meeting.phase else "",
        meeting.territory.code if meeting.territory else "",
        start,
        end,
        meeting.place,
        meeting.came or None,  # type: ignore[attr-defined]
        meeting.synthetic,
    )
