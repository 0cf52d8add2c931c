"""Codes instead of names: "W1#13" is person 13 of wave W1."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tequio.core.refusals import Refusal

_CODE = re.compile(r"\s*([A-Z]{1,6}\d{0,3})\s*#\s*(\d{1,5})\s*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """`wave` is letters and perhaps a number; `number` counts from 1."""

    wave: str
    number: int

    def __str__(self) -> str:
        return f"{self.wave}#{self.number:02d}"


def parse(code: str) -> Code:
    """Read a code as people type it ("w1 # 5"); refuse what is none."""
    match = _CODE.fullmatch(code)
    if match is None or int(match[2]) == 0:
        raise Refusal("code.malformed", typed=code)
    return Code(match[1].upper(), int(match[2]))


def next_code(wave: str, taken: Iterable[Code]) -> Code:
    """Return the code after the highest one of the wave; the number of a person who left is never given again."""
    return Code(wave, 1 + max((code.number for code in taken if code.wave == wave), default=0))
