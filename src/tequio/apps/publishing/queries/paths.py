"""The address of every page that everybody may read, in every space."""

from collections.abc import Iterator

from django.urls import reverse
from django_scopes import scopes_disabled

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Process
from tequio.apps.publishing.models import Report
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.apps.thread.kinds import PAGE
from tequio.apps.thread.models import Knot
from tequio.core.thread import Kind

MOST = 5000
OF_SPACE = ("spaces:home", "spaces:privacy", "processes:list", "organizations:list", "territories:list")
OF_PROCESS = (
    "processes:detail",
    "processes:coverage",
    "thread:whole",
    "meetings:list",
    "contributions:list",
    "contributions:say",
    "synthesis:list",
    "prioritising:list",
    "solutions:list",
    "commitments:list",
    "publishing:result",
)
OF_RESULT = ("publishing:counts", "publishing:brief")


def public_paths(limit_per_kind: int = MOST) -> list[str]:
    """Addresses without the host; of each kind of page as many as the limit, the newest first."""
    with scopes_disabled():
        slugs = list(Space.objects.order_by("slug").values_list("slug", flat=True))
        spaces = [reverse(name, args=[slug]) for slug in slugs for name in OF_SPACE]
        return [
            *spaces,
            *_organizations(limit_per_kind),
            *_territories(slugs, limit_per_kind),
            *_processes(limit_per_kind),
            *(path for kind in Kind for path in _things(kind, limit_per_kind)),
        ]


def _organizations(most: int) -> Iterator[str]:
    rows = Organization.objects.filter(listed=True).order_by("-pk").values_list("space__slug", "slug")[:most]
    return (reverse("organizations:detail", args=row) for row in rows)


def _territories(spaces: list[str], most: int) -> Iterator[str]:
    codes = list(Territory.objects.order_by("code").values_list("code", flat=True)[:most])
    return (reverse("territories:detail", args=[space, code]) for space in spaces for code in codes)


def _processes(most: int) -> Iterator[str]:
    told = set(Report.objects.filter(published_at__isnull=False).values_list("process_id", flat=True))
    shown = Process.objects.filter(public=True, template=False).order_by("-pk")
    for pk, space, slug in shown.values_list("pk", "space__slug", "slug")[:most]:
        for name in (*OF_PROCESS, *(OF_RESULT if pk in told else ())):
            yield reverse(name, args=[space, slug])


def _things(kind: Kind, most: int) -> Iterator[str]:
    """The pages of what hangs on a thread: a knot is public exactly when its thing's page is."""
    knots = Knot.objects.filter(kind=kind, public=True, process__public=True, process__template=False)
    for space, slug, ref in knots.order_by("-pk").values_list("process__space__slug", "process__slug", "ref")[:most]:
        place = ref.split("#") if kind is Kind.PARTICIPANT else [ref[1:]]
        yield reverse(PAGE[kind], args=[space, slug, *place])
        if kind is Kind.SOLUTION:
            yield reverse("solutions:compare", args=[space, slug, *place])
