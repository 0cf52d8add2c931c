"""What anybody may take home: all that is public of a process, as open data."""

from tempfile import TemporaryFile

from django.http import FileResponse
from django.utils.timezone import localdate

from tequio.apps.processes.queries import process_for
from tequio.apps.publishing import exports, queries
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request, may


@needs(ANYONE)
def package(request: Request, process: str) -> FileResponse:
    """The zip; made anew each time, so that what somebody withdrew is never in it."""
    found = process_for(request, process)
    standing = queries.standing_of(found, localdate(request.at))
    if not (standing.readable or may(request, Permission.PUBLISHING_EXPORT)):
        raise Refusal("publishing.not_yet")
    file = TemporaryFile()  # noqa: SIM115 (the response closes it)
    exports.pack(found, file, at=request.at, homepage=request.build_absolute_uri(f"/{request.space.slug}/"))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{found.slug}.zip", content_type="application/zip")
