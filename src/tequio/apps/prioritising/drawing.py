"""A QR code as the path of an SVG, so that no style and no picture is needed.

It holds the address of the page and nothing else. Words in an address would stay in the history of the telephone, in
logs and in whatever the address is shared with; so they are typed.
"""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4  # modules of white around the code


@dataclass(frozen=True, slots=True)
class Drawing:
    """`path` in a square of `size` by `size` modules."""

    path: str
    size: int


def qr(address: str) -> Drawing:
    rows = list(segno.make(address, error="m", micro=False).matrix_iter(border=QUIET))
    return Drawing("".join(_row(y, row) for y, row in enumerate(map(list, rows))), len(rows))


def _row(y: int, modules: list[int]) -> str:
    """The dark runs of a row as bars one module high."""
    path, x = "", 0
    for dark, run in groupby(modules):
        length = len(list(run))
        path += f"M{x} {y}h{length}v1h-{length}z" if dark else ""
        x += length
    return path
