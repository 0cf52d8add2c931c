"""Reads about organisations. A shelter is never placed anywhere in public."""

from django.db.models import Count, QuerySet

from tequio.apps.organizations.models import Organization
from tequio.core.roles import Permission
from tequio.web.requests import Request, may

PER_PAGE = 20


def organizations_for(request: Request) -> QuerySet[Organization]:
    """Listed ones; for staff the unlisted too; for those who speak for one, theirs."""
    every: QuerySet[Organization] = Organization.objects.select_related("territory", "space")
    counted = every.annotate(verified=Count("verifications"))
    if may(request, Permission.ORGANIZATIONS_EDIT):
        return counted
    return counted.filter(listed=True) | counted.filter(pk__in=request.represents)


def narrowed(
    organizations: QuerySet[Organization], words: str, territory: str, *, open_only: bool
) -> QuerySet[Organization]:
    """A shelter is not found by the place it is in."""
    if words:
        organizations = organizations.filter(name__icontains=words)
    if territory:
        organizations = organizations.filter(territory__code=territory, shelter=False)
    return organizations.filter(open_to_cooperate=True) if open_only else organizations
