"""Who may read which file, and where it lies."""

from pathlib import Path

from django.conf import settings

from tequio.apps.files.models import Upload
from tequio.core.roles import Permission, permissions_of
from tequio.web.requests import Request


def path_of(digest: str) -> Path:
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest


def readable(request: Request, digest: str) -> Upload | None:
    """The upload with this content, if it is public or the reader is staff of a space that keeps it."""
    kept = list(Upload.objects.filter(sha256=digest).order_by("-public", "pk"))
    return next((upload for upload in kept if upload.public or _staff(request, upload.space_id)), None)


def _staff(request: Request, space_id: int | None) -> bool:
    """Files have no space in their address, so the roles of that very space are asked for here."""
    if request.person is None or space_id is None:
        return False
    roles = request.person.assignments.filter(space_id=space_id).values_list("role", flat=True)
    return Permission.RECORD_READ in permissions_of(roles)
