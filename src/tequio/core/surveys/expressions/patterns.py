"""Regular expressions for `regex()`, read into a program for a machine that never goes back.

A pattern that its author got wrong must not hold up whoever answers, so what can take exponential time elsewhere is
matched here in steps of (length of the text) × (length of the program): K. Thompson (1968), "Regular expression search
algorithm", Communications of the ACM 11(6), 419-422. References to groups and looking around cannot be had that way
and are refused.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tequio.core.refusals import Refusal
from tequio.core.surveys.expressions.letters import ANY, Letters, letters_of, one_letter

LONGEST = 1_000
MOST_STEPS = 600
QUANTIFIERS = {"*": (0, None), "+": (1, None), "?": (0, 1)}
DEEPEST = 20


class Does(StrEnum):
    """What a step of the program does."""

    READ = "read"
    SPLIT = "split"
    START = "start"
    END = "end"
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Step:
    """READ one of `letters` and go on; SPLIT goes on at both of `ways`, counted from this step."""

    does: Does
    letters: Letters = ANY
    ways: tuple[int, int] = (1, 1)


type Program = tuple[Step, ...]


@lru_cache(maxsize=256)
def pattern(source: str) -> Program:
    """Read a pattern.

    Refuses pattern.too_long, pattern.unfinished, pattern.unexpected, pattern.not_supported and pattern.too_complex,
    with the place `at` in the pattern, from 1.
    """
    if len(source) > LONGEST:
        raise Refusal("pattern.too_long", limit=LONGEST)
    reader = _Reader(source)
    program = reader.either()
    if not reader.ended:
        raise Refusal("pattern.unexpected", found=reader.next, at=reader.place + 1)
    return (*program, Step(Does.MATCH))


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self._depth = 0

    @property
    def ended(self) -> bool:
        return self.place >= len(self.source)

    @property
    def next(self) -> str:
        return self.source[self.place : self.place + 1]

    def either(self) -> Program:
        program = self._sequence()
        while self.next == "|":
            self.place += 1
            program = _or(program, self._sequence())
        return program

    def _sequence(self) -> Program:
        program: Program = ()
        while not self.ended and self.next not in "|)":
            program = (*program, *self._repeated())
            _check_size(len(program), self.place)
        return program

    def _repeated(self) -> Program:
        at = self.place
        piece = self._piece()
        while (times := self._times()) is not None:
            least, most = times
            _check_size((most or least) * (len(piece) + 1), at)
            piece = _times(piece, least, most)
        return piece

    def _times(self) -> tuple[int, int | None] | None:
        """Read `*`, `+`, `?`, `{2}`, `{2,}` or `{2,5}`, and the `?` for as few as possible, the same here."""
        if self.next in QUANTIFIERS and not self.ended:
            times = QUANTIFIERS[self.next]
            self.place += 1
        elif (found := self._braces()) is not None:
            times = found
        else:
            return None
        if self.next == "?":
            self.place += 1
        return times

    def _braces(self) -> tuple[int, int | None] | None:
        end = self.source.find("}", self.place)
        if self.next != "{" or end < 0:
            return None
        low, comma, high = self.source[self.place + 1 : end].partition(",")
        if not (low.isdecimal() and low.isascii() and (not high or (high.isdecimal() and high.isascii()))):
            return None
        least, most = int(low), int(high) if high else None if comma else int(low)
        if most is not None and most < least:
            raise Refusal("pattern.unexpected", found=self.source[self.place : end + 1], at=self.place + 1)
        self.place = end + 1
        return least, most

    def _piece(self) -> Program:
        sign = self.next
        if sign == "(":
            return self._group()
        if sign in {"^", "$"}:
            self.place += 1
            return (Step(Does.START if sign == "^" else Does.END),)
        if sign in QUANTIFIERS:
            raise Refusal("pattern.unexpected", found=sign, at=self.place + 1)
        if sign == "[":
            letters, self.place = letters_of(self.source, self.place)
        else:
            letters, self.place = one_letter(self.source, self.place)
        return (Step(Does.READ, letters),)

    def _group(self) -> Program:
        at, self.place = self.place, self.place + 1
        self._go_down(at)
        if self.source.startswith("?:", self.place):
            self.place += 2
        elif self.next == "?":
            raise Refusal("pattern.not_supported", found=self.source[at : at + 3], at=at + 1)
        inner = self.either()
        if self.next != ")":
            raise Refusal("pattern.unfinished", at=at + 1)
        self.place += 1
        self._depth -= 1
        return inner

    def _go_down(self, at: int) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refusal("pattern.too_complex", at=at + 1)


def _check_size(steps: int, at: int) -> None:
    if steps > MOST_STEPS:
        raise Refusal("pattern.too_complex", at=at + 1)


def _split(first: int, second: int) -> Step:
    return Step(Does.SPLIT, ways=(first, second))


def _or(left: Program, right: Program) -> Program:
    leap = _split(len(right) + 1, len(right) + 1)
    return (_split(1, len(left) + 2), *left, leap, *right)


def _times(piece: Program, least: int, most: int | None) -> Program:
    needed = piece * least
    if most is None:
        return (*needed, _split(1, len(piece) + 2), *piece, _split(-len(piece) - 1, -len(piece) - 1))
    optional: Program = ()
    for _ in range(most - least):
        optional = (_split(1, len(piece) + len(optional) + 1), *piece, *optional)
    return (*needed, *optional)
