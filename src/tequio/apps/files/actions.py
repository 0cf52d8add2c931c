"""The one way in for a file: checked, stored once under the name of its content, described in words."""

import os
import tempfile
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from django.db import transaction

from tequio.apps.files.models import Upload
from tequio.apps.files.queries import path_of
from tequio.apps.record import actions as record
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal

if TYPE_CHECKING:
    from tequio.formats.images import CheckedImage

LONGEST_NAME = 200


@transaction.atomic
def store(
    *,
    data: bytes,
    name: str,
    description: Mapping[str, str],
    space_id: int | None,
    public: bool,
    by: Actor,
    at: datetime,
) -> Upload:
    """Keep an image as it was re-encoded; the same image sent again to a space is the same upload.

    Refuses `files.no_description`, and whatever is no image that can be read safely. What was public stays public.
    """
    words = _words(description)
    from tequio.formats.images import checked_image  # noqa: PLC0415 (loads an imaging library that few requests need)

    image = checked_image(data)
    digest = sha256(image.data).hexdigest()
    _keep(path_of(digest), image.data)
    upload = _row(image, digest, name=_bare(name), words=words, space_id=space_id, public=public, at=at)
    record.note("file.stored", by=by, at=at, space=space_id, target=digest[:12], bytes=upload.bytes)
    return upload


@transaction.atomic
def describe(*, upload: Upload, description: Mapping[str, str], by: Actor, at: datetime) -> Upload:
    """Better words for what a picture shows."""
    upload.description = _words(description)
    upload.save(update_fields=["description"])
    record.note("file.described", by=by, at=at, space=upload.space_id, target=upload.sha256[:12])
    return upload


def _words(description: Mapping[str, str]) -> dict[str, str]:
    words = {language: text.strip() for language, text in description.items() if text.strip()}
    if not words:
        raise Refusal("files.no_description", field="description")
    return words


def _row(
    image: "CheckedImage",
    digest: str,
    *,
    name: str,
    words: dict[str, str],
    space_id: int | None,
    public: bool,
    at: datetime,
) -> Upload:
    known = Upload.objects.select_for_update().filter(space_id=space_id, sha256=digest).first()
    upload = known or Upload(space_id=space_id, sha256=digest, name=name, made_at=at)
    upload.mime, upload.bytes = image.mime, len(image.data)
    upload.width, upload.height = image.width, image.height
    upload.description = upload.description | words
    upload.public = upload.public or public
    upload.save()
    return upload


def _bare(name: str) -> str:
    """The last part of a name, without what could not be shown: a path or a control character."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(letter for letter in last if letter.isprintable())[-LONGEST_NAME:]


def _keep(path: Path, data: bytes) -> None:
    """Write whole or not at all, so that a power cut leaves no half of a file under its final name."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as half:
        half.write(data)
        half.flush()
        os.fsync(half.fileno())
    os.replace(half.name, path)  # noqa: PTH105 (the one call that is whole or nothing)
