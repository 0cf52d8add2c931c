"""Files that appear when they are complete, or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO


@contextmanager
def whole_or_not(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside `path` that takes its place once it is complete and on disk; an error leaves nothing of it."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as half:
        try:
            yield half
            half.flush()
            os.fsync(half.fileno())
            Path(half.name).replace(path)
        except BaseException:
            Path(half.name).unlink(missing_ok=True)
            raise
