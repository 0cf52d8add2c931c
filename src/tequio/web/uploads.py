"""Stops reading an upload as soon as it is too large, instead of filling the disk with it."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload


class LimitedUploadHandler(FileUploadHandler):
    """Sets `request.upload_too_large` and ends the upload; forms say so in words."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,
        content_length: int,
        boundary: Any,
        encoding: Any = None,  # noqa: ARG002, N803
    ) -> None:
        self.left = settings.UPLOAD_MB * 1_000_000
        if content_length > self.left + 1_000_000:
            self._refuse()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 (the signature is Django's)
        self.left -= len(raw_data)
        if self.left < 0:
            self._refuse()
        return raw_data

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002 (the signature is Django's)
        return None

    def _refuse(self) -> None:
        if self.request is not None:
            self.request.upload_too_large = True  # type: ignore[attr-defined]
        raise StopUpload(connection_reset=False)
