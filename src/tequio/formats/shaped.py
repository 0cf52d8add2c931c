"""Data of our own in YAML, read into frozen dataclasses: what the dataclass does not name is refused."""

import dataclasses
from collections.abc import Mapping, Sequence
from enum import Enum
from importlib.resources import files
from types import NoneType, UnionType
from typing import Any, TypeAliasType, cast, get_args, get_origin, get_type_hints

import yaml


class ShapeError(ValueError):
    """A file of ours does not say what its dataclass asks for; the message tells where."""


def load[T](shape: type[T], package: str, name: str) -> T:
    """Read `name`, a path inside a package, as one value of `shape`."""
    text = files(package).joinpath(*name.split("/")).read_text("utf-8")
    return cast("T", build(shape, yaml.load(text, Loader=_loader()), name))  # noqa: S506 (both loaders are safe)


def build(shape: Any, data: object, where: str = "") -> object:
    """Return `data` as `shape`: a dataclass, tuple, mapping, enumeration, plain value or an optional one."""
    if isinstance(shape, TypeAliasType):
        return build(shape.__value__, data, where)
    if get_origin(shape) is UnionType:
        return _optional(shape, data, where)
    if dataclasses.is_dataclass(shape):
        return _record(cast("type[object]", shape), data, where)
    if get_origin(shape) is tuple:
        return _sequence(get_args(shape), data, where)
    if get_origin(shape) is Mapping:
        return _mapping(get_args(shape)[1], data, where)
    return _plain(shape, data, where)


def _record(shape: type[object], data: object, where: str) -> object:
    hints = get_type_hints(shape)
    given = _mapping(object, data, where)
    unknown = sorted(set(given) - set(hints))
    if unknown:
        raise ShapeError(f"{where}: unknown {', '.join(unknown)}")
    try:
        return shape(**{key: build(hints[key], value, f"{where}.{key}") for key, value in given.items()})
    except TypeError as error:
        raise ShapeError(f"{where}: {error}") from error


def _optional(shape: object, data: object, where: str) -> object:
    (inner,) = [each for each in get_args(shape) if each is not NoneType]
    return None if data is None else build(inner, data, where)


def _sequence(inner: tuple[Any, ...], data: object, where: str) -> tuple[object, ...]:
    if isinstance(data, str) or not isinstance(data, Sequence):
        raise ShapeError(f"{where}: a list was expected")
    shapes = [inner[0]] * len(data) if inner[-1] is Ellipsis else list(inner)
    if len(shapes) != len(data):
        raise ShapeError(f"{where}: {len(shapes)} values were expected")
    return tuple(build(one, value, f"{where}[{n}]") for n, (one, value) in enumerate(zip(shapes, data, strict=True)))


def _mapping(inner: Any, data: object, where: str) -> dict[str, object]:
    if not isinstance(data, Mapping):
        raise ShapeError(f"{where}: names with values were expected")
    return {str(key): build(inner, value, f"{where}.{key}") for key, value in data.items()}


def _plain(shape: Any, data: object, where: str) -> object:
    if shape is object:
        return data
    if issubclass(shape, Enum):
        return _member(shape, data, where)
    if type(data) is not shape:
        raise ShapeError(f"{where}: {shape.__name__} was expected, not {data!r}")
    return data


def _member(shape: type[Enum], data: object, where: str) -> Enum:
    try:
        return shape(data)
    except ValueError as error:
        raise ShapeError(f"{where}: {error}") from error


def _loader() -> type[yaml.SafeLoader]:
    return cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
