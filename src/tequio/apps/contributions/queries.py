"""Reads of contributions. Nobody but staff is ever given the words of one that is not accepted or not to be shown.

A process is only ever found inside its space, so what belongs to it is asked for without joining the space again.
"""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import Http404

from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.processes.models import Process
from tequio.apps.territories.models import Territory
from tequio.apps.thread.models import Knot, Link
from tequio.core.thread import Kind, LinkKind

MANY_THEMES = 200


def contributions_of(process: Process) -> QuerySet[Contribution]:
    every: QuerySet[Contribution] = Contribution.objects.with_scopes_disabled().filter(process=process)
    return every


def accepted(process: Process) -> QuerySet[Contribution]:
    return contributions_of(process).filter(status=Contribution.Status.ACCEPTED)


def accepted_under(process: Process, theme: str) -> QuerySet[Contribution]:
    """The accepted contributions in a public theme; the theme says the process, so that the database starts from it."""
    every: QuerySet[Contribution] = Contribution.objects.with_scopes_disabled().filter(pk__in=grouped_under(process, theme))
    return every.filter(status=Contribution.Status.ACCEPTED)


def territories_of(process: Process) -> list[Territory]:  # noqa: ARG001 (boroughs are the same for all, so far)
    """Those that a contribution may name."""
    found: QuerySet[Territory] = Territory.objects.filter(kind=Territory.Kind.BOROUGH).order_by("name")
    return list(found.only("code", "name"))


def themes_in(process: Process) -> list[Knot]:
    """The public themes of a process, to choose from."""
    found: QuerySet[Knot] = Knot.objects.with_scopes_disabled().filter(process=process, kind=Kind.THEME, public=True)
    return list(found.only("ref", "label").order_by("object_id")[:MANY_THEMES])


def themes_of(process: Process, rows: Iterable[Contribution]) -> dict[int, list[str]]:
    """The refs of the public themes that contributions rest in ("T3"), by the contribution's id."""
    found: dict[int, list[str]] = {}
    links: QuerySet[Link] = Link.objects.with_scopes_disabled().filter(
        kind=LinkKind.GROUPED,
        target__public=True,
        source__process=process,
        source__kind=Kind.CONTRIBUTION,
        source__object_id__in=[row.pk for row in rows],
    )
    for contribution, theme in links.order_by("target_id").values_list("source__object_id", "target__ref"):
        found.setdefault(contribution, []).append(theme)
    return found


def grouped_under(process: Process, theme: str) -> QuerySet[Contribution, int]:
    """The ids of the contributions in a public theme."""
    knots: QuerySet[Knot] = Knot.objects.with_scopes_disabled().filter(process=process, kind=Kind.CONTRIBUTION)
    inside = knots.filter(
        forward__kind=LinkKind.GROUPED,
        forward__target__process=process,
        forward__target__ref=theme,
        forward__target__public=True,
    )
    return inside.values_list("object_id", flat=True)  # type: ignore[return-value]  # (ids all the same)
