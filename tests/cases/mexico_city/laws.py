"""Laws of the case hold for every seed; some seeds are enough to catch one that does not."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tequio.cases.mexico_city import Case, generate

type Law = Callable[[Case], None]


def for_every_seed(law: Law) -> Callable[[], None]:
    cases = st.integers(0, 10**6).map(generate)
    return settings(max_examples=12, deadline=None)(given(cases)(law))


def everything_in(value: object, where: str = "") -> Iterator[tuple[str, object]]:
    """Yield every value inside, with the path to it."""
    yield where, value
    if is_dataclass(value):
        for field in fields(value):
            yield from everything_in(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from everything_in(each, f"{where}[{number}]")
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from everything_in(each, f"{where}[{key}]")
