"""Every address of the product, with something to fill its blanks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    name: str
    route: str
    blanks: tuple[str, ...]
    view: Any

    def filled(self, values: dict[str, str]) -> str:
        path = self.route
        for blank, converter in self.parts():
            path = path.replace(f"<{converter}{blank}>", values[blank])
        return "/" + path

    def parts(self) -> Iterator[tuple[str, str]]:
        for blank in self.blanks:
            for converter in ("slug:", "int:", "str:", "path:", "uuid:", ""):
                if f"<{converter}{blank}>" in self.route:
                    yield blank, converter


def addresses() -> list[Address]:
    return sorted(_walk(get_resolver().url_patterns, "", ""), key=lambda address: address.route)


def _walk(patterns: Any, route: str, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = ":".join(part for part in (namespace, pattern.namespace) if part)
            yield from _walk(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            name = ":".join(part for part in (namespace, pattern.name) if part)
            yield Address(name, here, _blanks(here), pattern.callback)


def _blanks(route: str) -> tuple[str, ...]:
    return tuple(re.findall(r"<(?:\w+:)?(\w+)>", route))
