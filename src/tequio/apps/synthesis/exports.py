"""What synthesis gives away as tables: public themes, what stands behind them, and quotes on show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tequio.apps.processes.models import Process
from tequio.apps.synthesis import queries
from tequio.apps.synthesis.models import Theme
from tequio.apps.thread.kinds import ref
from tequio.core.localized import Localized, both
from tequio.core.thread import Kind

type Cell = str | int | bool | None

THEMES = {
    "theme": both("Número del tema", "Number of the theme"),
    "title_es": both("Título en español", "Title in Spanish"),
    "title_en": both("Título en inglés", "Title in English"),
    "memo_es": both("Qué significa, en español", "What it means, in Spanish"),
    "memo_en": both("Qué significa, en inglés", "What it means, in English"),
    "voices": both("Aportes aceptados que están en el tema", "Accepted contributions in the theme"),
    "meetings": both("Encuentros en que se dijeron", "Meetings in which they were said"),
    "merged_into": both("Tema del que ahora es parte", "Theme that it is now part of"),
    "synthetic": both("Inventado para mostrar cómo funciona", "Made up to show how it works"),
}
QUOTES = {
    "theme": both("Número del tema", "Number of the theme"),
    "contribution": both("Número del aporte", "Number of the contribution"),
    "participant": both("Clave de quien lo dijo, si se conoce", "Code of whoever said it, if known"),
    "passage": both("Lo que dijo, palabra por palabra", "What they said, word for word"),
    "language": both("Idioma en que lo dijo", "Language in which they said it"),
    "synthetic": both("Inventado para mostrar cómo funciona", "Made up to show how it works"),
}
GROUPINGS = {
    "contribution": both("Número del aporte", "Number of the contribution"),
    "theme": both("Número del tema en que está", "Number of the theme that it is in"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """`name` becomes the name of a file; `columns` tells in both languages what each holds, in their order."""

    name: str
    columns: Mapping[str, Localized]
    rows: Sequence[tuple[Cell, ...]]


def tables(process: Process) -> list[Table]:
    """All that a process has of this app, as everybody may read it."""
    themes = list(Theme.objects.filter(process=process, public=True).select_related("merged_into"))
    return [
        Table("themes", THEMES, _themes(process, themes)),
        Table("quotes", QUOTES, _quotes(themes)),
        Table("groupings", GROUPINGS, _groupings(process)),
    ]


def _themes(process: Process, themes: Sequence[Theme]) -> list[tuple[Cell, ...]]:
    behind = queries.behind(process)
    return [
        (
            ref(Kind.THEME, theme.number),
            *(text.get(language, "") for text in (theme.title, theme.memo) for language in ("es", "en")),
            behind[theme.pk].voices,
            behind[theme.pk].meetings,
            ref(Kind.THEME, theme.merged_into.number) if theme.merged_into else "",
            theme.synthetic,
        )
        for theme in themes
    ]


def _quotes(themes: Sequence[Theme]) -> list[tuple[Cell, ...]]:
    shown = queries.public_quotes(themes)
    return [
        (
            ref(Kind.THEME, theme.number),
            ref(Kind.CONTRIBUTION, quote.contribution.number),
            str(quote.contribution.participant or ""),
            quote.passage,
            quote.contribution.language,
            quote.contribution.synthetic,
        )
        for theme in themes
        for quote in shown.get(theme.pk, ())
    ]


def _groupings(process: Process) -> list[tuple[Cell, ...]]:
    links = queries.groupings(process).filter(
        target__public=True, source__object_id__in=queries.accepted(process).values("pk")
    )
    return list(links.order_by("source_id", "target_id").values_list("source__ref", "target__ref"))
