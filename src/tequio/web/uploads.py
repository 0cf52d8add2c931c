"""Takes in a file up to the limit. Of a larger one the rest is let go by, and the form says so in words.

Nothing is cut off: what comes after the file in the same request, the words that somebody typed, is still read.
"""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class TooLarge(UploadedFile):  # type: ignore[type-arg]  # (its bytes are not kept)
    """Stands where a file would be that was larger than the limit; `web.fields.FileField` refuses it in words."""


class LimitedUploadHandler(FileUploadHandler):
    """Goes before the handler that writes files: beyond `settings.UPLOAD_MB` in one request nothing reaches that."""

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002 (the signature is Django's)
        META: Any,  # noqa: ARG002, N803
        content_length: int,  # noqa: ARG002
        boundary: Any,  # noqa: ARG002
        encoding: Any = None,  # noqa: ARG002
    ) -> None:
        self.left = settings.UPLOAD_MB * 1_000_000

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:  # noqa: ARG002 (the signature is Django's)
        self.left -= len(raw_data)
        return raw_data if self.left >= 0 else None

    def file_complete(self, file_size: int) -> TooLarge | None:
        if self.left >= 0:
            return None
        for handler in self.request.upload_handlers if self.request else ():
            handler.upload_interrupted()  # what was written of it goes away
        return TooLarge(name=self.file_name, size=file_size)
