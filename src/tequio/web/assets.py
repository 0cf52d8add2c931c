"""The files that every page brings along, and what they weigh compressed."""

import gzip
from functools import cache
from pathlib import Path

STATIC = Path(__file__).parent / "static/tequio"
ON_EVERY_PAGE = ("tequio.css", "icon.svg")


@cache
def assets_weight() -> int:
    """Bytes over the wire of what a first visit to any page fetches besides the page itself."""
    return sum(
        len(gzip.compress((STATIC / name).read_bytes(), 6)) for name in ON_EVERY_PAGE if (STATIC / name).exists()
    )
