"""Reads of themes: what stands behind each, which words may be quoted, and which voices are in no theme yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from tequio.apps.contributions import queries as contributions
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Process
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.synthesis.quotable import is_public
from tequio.apps.thread.models import Link
from tequio.core.roles import Permission
from tequio.core.thread import Kind, LinkKind
from tequio.web.requests import Request, may


@dataclass(frozen=True, slots=True)
class Behind:
    """How many accepted voices are in a theme, and in how many meetings they spoke."""

    voices: int = 0
    meetings: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of all accepted voices are in a theme."""

    grouped: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.grouped


def reads_drafts(request: Request) -> bool:
    return may(request, Permission.RECORD_READ)


def themes_for(request: Request, process: Process) -> QuerySet[Theme]:
    """Public themes, and for staff the drafts too; one that was merged into another is not listed."""
    every: QuerySet[Theme] = Theme.objects.filter(process=process, merged_into__isnull=True)
    return every if reads_drafts(request) else every.filter(public=True)


def theme_for(request: Request, process: Process, number: int) -> Theme:
    """The theme of an address, merged or not; a draft is not there for those who may not see it."""
    drafts = Q() if reads_drafts(request) else Q(public=True)
    found: Theme | None = (
        Theme.objects.select_related("process__space", "merged_into")
        .filter(drafts, process=process, number=number)
        .first()
    )
    if found is None:
        raise Http404
    return found


def accepted(process: Process) -> QuerySet[Contribution]:
    """The accepted contributions, newest first, with who said them and where."""
    return contributions.accepted(process).select_related("participant", "meeting", "territory")


def groupings(process: Process) -> QuerySet[Link]:
    """The links from contributions to themes."""
    found: QuerySet[Link] = Link.objects.filter(
        process=process, kind=LinkKind.GROUPED, source__kind=Kind.CONTRIBUTION, target__kind=Kind.THEME
    )
    return found


def behind(process: Process) -> Mapping[int, Behind]:
    """What stands behind each theme, by its id: one query along the thread."""
    gathered = Q(source__back__kind=LinkKind.GATHERED)
    rows = (
        groupings(process)
        .filter(source__object_id__in=accepted(process).values("pk"))
        .values_list("target__object_id")
        .annotate(
            voices=Count("source", distinct=True),
            meetings=Count("source__back__source", filter=gathered, distinct=True),
        )
    )
    return defaultdict(Behind, {theme: Behind(voices, meetings) for theme, voices, meetings in rows})


def voices_in(theme: Theme) -> QuerySet[Contribution]:
    """The accepted contributions in a theme, whether their text may be shown or not."""
    links = groupings(theme.process).filter(target__object_id=theme.pk)
    return accepted(theme.process).filter(pk__in=links.values("source__object_id"))


def ungrouped(process: Process, *, everything: bool) -> QuerySet[Contribution]:
    """The accepted contributions in no theme; in no public theme, for those who see no drafts."""
    return accepted(process).exclude(pk__in=_grouped_ids(process, everything=everything))


def progress(process: Process, *, everything: bool) -> Progress:
    grouped = Q(pk__in=_grouped_ids(process, everything=everything))
    counts = accepted(process).order_by().aggregate(total=Count("pk"), grouped=Count("pk", filter=grouped))
    return Progress(counts["grouped"], counts["total"])


def _grouped_ids(process: Process, *, everything: bool) -> QuerySet[Link, int]:
    links = groupings(process) if everything else groupings(process).filter(target__public=True)
    return links.values_list("source__object_id", flat=True)


def public_quotes(themes: Iterable[Theme]) -> Mapping[int, list[Quote]]:
    """The passages that may be shown to everybody, by the id of their theme, oldest first: one query."""
    rows: QuerySet[Quote] = Quote.objects.filter(
        theme__in=list(themes), contribution__status=Contribution.Status.ACCEPTED, contribution__shown=True
    ).select_related("contribution__participant", "contribution__meeting")
    found: dict[int, list[Quote]] = defaultdict(list)
    for quote in filter(is_public, rows):
        found[quote.theme_id].append(quote)
    return found


def quotes_in(theme: Theme) -> list[tuple[Quote, bool]]:
    """Every passage that was marked, for those who edit, and whether it may be shown to everybody today."""
    rows: QuerySet[Quote] = Quote.objects.filter(theme=theme).select_related("contribution__participant")
    return [(quote, is_public(quote)) for quote in rows]


def themes_by_voice(process: Process, voices: Iterable[Contribution]) -> Mapping[int, list[str]]:
    """The refs of the themes that each contribution is in, drafts too, by the id of the contribution: one query."""
    links = groupings(process).filter(source__object_id__in=[voice.pk for voice in voices])
    found: dict[int, list[str]] = defaultdict(list)
    for contribution, ref in links.values_list("source__object_id", "target__ref").order_by("target_id"):
        found[contribution].append(ref)
    return found
