"""Columns of the open data: what ours mean, in both languages, and the type of every column of every table."""

from collections.abc import Mapping

from tequio.core.localized import Localized, both
from tequio.formats.package import FieldType

SYNTHETIC = both("true si es inventado para mostrar cómo funciona", "true if made up to show how it works")
COVERAGE: Mapping[str, Localized] = {
    "by": both("Por alcaldía (borough) o por lo que se preguntó", "By borough or by what was asked"),
    "group": both("Clave del grupo", "Key of the group"),
    "label": both("Nombre del grupo", "Name of the group"),
    "n": both("Personas que participaron", "People who took part"),
    "share": both("Parte de quienes participaron, de 0 a 1", "Share of those who took part, from 0 to 1"),
    "low": both("Extremo inferior del intervalo de Wilson (95 %)", "Lower end of the Wilson interval (95 %)"),
    "high": both("Extremo superior del intervalo de Wilson (95 %)", "Upper end of the Wilson interval (95 %)"),
    "population_share": both("Parte de la población, de 0 a 1", "Share of the population, from 0 to 1"),
    "state": both(
        "over (más), under (menos), within (tantas como viven ahí) o missing (nadie)",
        "over, under, within (about as many as live there) or missing",
    ),
    "source": both("De dónde viene la población", "Where the population comes from"),
    "synthetic": SYNTHETIC,
}
KNOTS: Mapping[str, Localized] = {
    "ref": both("Clave en el hilo", "Ref on the thread"),
    "kind": both("Qué es", "What it is"),
    "label_es": both("Nombre corto en español", "Short name in Spanish"),
    "label_en": both("Nombre corto en inglés", "Short name in English"),
    "synthetic": SYNTHETIC,
}
LINKS: Mapping[str, Localized] = {
    "source": both("Clave de lo que fue primero", "Ref of what came first"),
    "target": both("Clave de lo que salió de ahí", "Ref of what came of it"),
    "kind": both("Cómo salió uno del otro", "How one came of the other"),
}

# By "table.column" where a name holds something else elsewhere, by column where it holds the same everywhere.
TYPES: Mapping[str, FieldType] = {
    **dict.fromkeys(("synthetic", "shown", "tied", "kept_late"), FieldType.BOOLEAN),
    **dict.fromkeys(("n", "voices", "themes.meetings", "most", "marks", "slips", "version"), FieldType.INTEGER),
    **dict.fromkeys(("asked", "base", "dont_know", "empty", "milestones", "reached", "came"), FieldType.INTEGER),
    "round_results.place": FieldType.INTEGER,
    **dict.fromkeys(("share", "low", "high", "population_share"), FieldType.NUMBER),
    **dict.fromkeys(("said_on", "made_on", "decided_on", "due_start", "due_end", "on", "closed_on"), FieldType.DATE),
    **dict.fromkeys(("kept_on", "due", "reached_on", "was_due", "opened", "closed"), FieldType.DATE),
    **dict.fromkeys(("at", "starts_at", "ends_at"), FieldType.DATETIME),
}


def type_of(table: str, column: str) -> FieldType:
    return TYPES.get(f"{table}.{column}") or TYPES.get(column) or FieldType.STRING
