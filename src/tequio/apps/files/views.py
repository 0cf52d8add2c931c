from django.http import FileResponse, Http404

from tequio.apps.files import queries
from tequio.apps.files.serving import response
from tequio.web.permissions import ANYONE, needs
from tequio.web.requests import Request


@needs(ANYONE)
def file(request: Request, sha256: str) -> FileResponse:
    """Whoever may not read a file is not told that it exists."""
    upload = queries.readable(request, sha256)
    if upload is None:
        raise Http404
    return response(upload, public=upload.public)
