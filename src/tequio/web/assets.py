"""Style sheets and pictures of the pages: named by their content once gathered, and weighed."""

import gzip
import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from whitenoise.storage import CompressedManifestStaticFilesStorage

ON_A_PAGE = re.compile(rb'(?:href|src)="/static/([^"?#]+)"')


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # the library has no types
    """Names that a browser may keep for ever, and compressed copies; before anything is gathered, the plain names."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        try:
            stored: str = super().stored_name(name)
        except ValueError:
            return name
        return stored


def weight_of_assets(page: bytes) -> int:
    """Bytes over the wire of what a first visit to this page fetches besides the page itself."""
    return sum(_weight(name.decode()) for name in set(ON_A_PAGE.findall(page)))


@cache
def _weight(name: str) -> int:
    packed = Path(settings.STATIC_ROOT) / f"{name}.gz"
    if packed.exists():
        return packed.stat().st_size
    plain = Path(settings.STATIC_ROOT) / name
    found = plain if plain.exists() else finders.find(name)
    return len(gzip.compress(Path(found).read_bytes(), 6)) if found else 0
