"""From text to a tree, by precedence climbing (V. Pratt, 1973, "Top down operator precedence", POPL)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tequio.core.indicators.formulas.tree import Call, Function, Name, Number, Operator, Opposite, Pair, Power, Tree
from tequio.core.refusals import Refusal

MOST = 1_000  # characters
DEEPEST = 40  # parentheses within parentheses
HIGHEST = 6  # exponent
TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15}))(?![\w.])|(?P<name>[a-z][a-z0-9_]*)|(?P<mark>[-+*/^(),]))"
)
TIGHTNESS = {Operator.PLUS: 1, Operator.MINUS: 1, Operator.TIMES: 2, Operator.OVER: 2}


class Kind(StrEnum):
    NUMBER = "number"
    NAME = "name"
    MARK = "mark"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """`at` counts characters from 1, as people do."""

    kind: Kind
    text: str
    at: int


def parse(text: str) -> Tree:
    """Read a formula: + - * / ^ ( ), min, max and abs, numbers with a point, names in small letters.

    Refuses formula.empty, formula.too_long, formula.unreadable, formula.unexpected, formula.too_deep and
    formula.exponent.
    """
    if not text.strip():
        raise Refusal("formula.empty")
    if len(text) > MOST:
        raise Refusal("formula.too_long", limit=MOST)
    reader = _Reader(list(_tokens(text)))
    tree = reader.expression(0, 0)
    reader.require(Kind.END, "")
    return tree


def _tokens(text: str) -> Iterator[Token]:
    place, end = 0, len(text.rstrip())
    while place < end:
        found = TOKEN.match(text, place)
        if found is None:
            raise Refusal("formula.unreadable", at=place + 1, text=text[place : place + 10].strip())
        kind = Kind(str(found.lastgroup))
        yield Token(kind, found[kind.value], found.start(kind.value) + 1)
        place = found.end()
    yield Token(Kind.END, "", end + 1)


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0

    def expression(self, tightness: int, depth: int) -> Tree:
        left = self._operand(depth)
        while (operator := self._operator()) and TIGHTNESS[operator] > tightness:
            self._next += 1
            left = Pair(left, operator, self.expression(TIGHTNESS[operator], depth))
        return left

    def require(self, kind: Kind, text: str) -> None:
        token = self._take()
        if (token.kind, token.text) != (kind, text):
            raise Refusal("formula.unexpected", at=token.at, text=token.text)

    def _operator(self) -> Operator | None:
        token = self._tokens[self._next]
        return Operator(token.text) if token.kind is Kind.MARK and token.text in set(Operator) else None

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next = min(self._next + 1, len(self._tokens) - 1)
        return token

    def _operand(self, depth: int) -> Tree:
        if depth > DEEPEST:
            raise Refusal("formula.too_deep", limit=DEEPEST)
        token = self._take()
        match token:
            case Token(Kind.MARK, "-", _):
                return Opposite(self._operand(depth + 1))
            case Token(Kind.MARK, "(", _):
                inner = self.expression(0, depth + 1)
                self.require(Kind.MARK, ")")
                return self._powered(inner)
            case Token(Kind.NUMBER, text, _):
                return self._powered(Number(float(text)))
            case Token(Kind.NAME, text, _):
                return self._powered(self._named(text, depth))
        raise Refusal("formula.unexpected", at=token.at, text=token.text)

    def _named(self, text: str, depth: int) -> Tree:
        if text not in set(Function):
            return Name(text)
        self.require(Kind.MARK, "(")
        arguments = [self.expression(0, depth + 1)]
        while self._tokens[self._next].text == ",":
            self._next += 1
            arguments.append(self.expression(0, depth + 1))
        self.require(Kind.MARK, ")")
        return Call(Function(text), tuple(arguments))

    def _powered(self, base: Tree) -> Tree:
        if self._tokens[self._next].text != "^":
            return base
        self._next += 1
        token = self._take()
        if token.kind is not Kind.NUMBER or not token.text.isdigit() or not 0 < int(token.text) <= HIGHEST:
            raise Refusal("formula.exponent", at=token.at, limit=HIGHEST)
        return Power(base, int(token.text))
