"""Codes as they are read off a sheet of paper: "W1#03, 17 y W2#4"."""

import re

from tequio.core.participants import Code, parse
from tequio.core.refusals import Refusal

APART = re.compile(r"[\s,;]+")
AROUND = re.compile(r"\s*#\s*")
AND = frozenset({"", "y", "and"})


def codes_in(typed: str, wave: str) -> tuple[list[Code], list[str]]:
    """The codes, and the words that are none. A number alone belongs to the wave before it, at first to `wave`."""
    codes: list[Code] = []
    wrong: list[str] = []
    for word in APART.split(AROUND.sub("#", typed)):
        if word in AND:
            continue
        try:
            codes.append(parse(f"{wave}#{word}" if word.isdecimal() else word))
            wave = codes[-1].wave
        except Refusal:
            wrong.append(word)
    return codes, wrong
