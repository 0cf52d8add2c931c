"""Reads the files of this case."""

from typing import Any, cast

from tequio.formats import shaped


def load[T](shape: type[T], name: str) -> T:
    """Read `name`, a path inside this package, as one value of `shape`."""
    return shaped.load(shape, __package__, name)


def load_all[T](shape: type[T], name: str) -> tuple[T, ...]:
    return cast("tuple[T, ...]", load(cast("Any", tuple[shape, ...]), name))  # type: ignore[valid-type]
