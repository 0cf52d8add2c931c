"""How a stored file is handed out: as what it is, run by nobody, kept by browsers only where it is public."""

from django.http import FileResponse, Http404

from tequio.apps.files.models import Upload
from tequio.apps.files.queries import path_of

FOR_EVER = "public, max-age=31536000, immutable"
SANDBOX = "default-src 'none'; sandbox"
OPENED = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})


def response(upload: Upload, *, public: bool) -> FileResponse:
    """Only images open in the page; anything else is saved to disk by the browser."""
    path = path_of(upload.sha256)
    if not path.is_file():
        raise Http404
    as_attachment = upload.mime not in OPENED
    answer = FileResponse(path.open("rb"), as_attachment=as_attachment, filename=upload.name, content_type=upload.mime)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["Cache-Control"] = FOR_EVER if public else "private, no-store"
    return answer
