"""From words to a tree, by the precedence of XPath 1.0 (section 3): or, and, equality, order, sums, products."""

from tequio.core.refusals import Refusal
from tequio.core.surveys.expressions.functions import FUNCTIONS, NOT_SUPPORTED
from tequio.core.surveys.expressions.patterns import pattern
from tequio.core.surveys.expressions.tokens import Kind, Token, tokens
from tequio.core.surveys.expressions.tree import (
    Call,
    Chain,
    Column,
    Expression,
    Here,
    Literal,
    Negation,
    Node,
    Operator,
    Question,
)

DEEPEST = 40
LEVELS: tuple[frozenset[Operator], ...] = (
    frozenset({Operator.OR}),
    frozenset({Operator.AND}),
    frozenset({Operator.EQUAL, Operator.UNEQUAL}),
    frozenset({Operator.LESS, Operator.LESS_OR_EQUAL, Operator.MORE, Operator.MORE_OR_EQUAL}),
    frozenset({Operator.PLUS, Operator.MINUS}),
    frozenset({Operator.TIMES, Operator.DIVIDED, Operator.REMAINDER}),
)
PATHS = frozenset({"/", "//", "::", "[", "]", "|", "@", ".."})


def parse(source: str) -> Expression:
    """Read a formula.

    Refuses what cannot be read, with its place `at` in characters from 1: expression.empty, unexpected, ends_too_soon,
    path_not_supported, unknown_function, function_not_supported, arguments, too_deep, and what `tokens` and `pattern`
    refuse.
    """
    reader = _Reader(list(tokens(source)))
    if reader.next.kind is Kind.END:
        raise Refusal("expression.empty")
    tree = reader.chain(0)
    reader.expect_end()
    return Expression(source, tree)


class _Reader:
    def __init__(self, words: list[Token]) -> None:
        self._words = words
        self._place = 0
        self._depth = 0

    @property
    def next(self) -> Token:
        return self._words[self._place]

    def take(self) -> Token:
        word = self.next
        self._place += 1
        return word

    def takes(self, sign: str) -> bool:
        """Take the sign if it comes next."""
        if self.next.kind is Kind.SIGN and self.next.text == sign:
            self._place += 1
            return True
        return False

    def expect(self, sign: str) -> None:
        if not self.takes(sign):
            raise _unexpected(self.next)

    def expect_end(self) -> None:
        if self.next.kind is not Kind.END:
            raise _unexpected(self.next)

    def chain(self, level: int) -> Node:
        if level == len(LEVELS):
            return self._signed()
        first = self.chain(level + 1)
        rest: list[tuple[Operator, Node]] = []
        while (operator := _operator(self.next)) in LEVELS[level]:
            self.take()
            rest.append((Operator(operator), self.chain(level + 1)))
        return Chain(first, tuple(rest)) if rest else first

    def _signed(self) -> Node:
        minus = 0
        while self.takes("-"):
            minus += 1
        term = self._term()
        return Negation(term) if minus % 2 else term

    def _term(self) -> Node:
        word = self.take()
        match word.kind:
            case Kind.NUMBER:
                return Literal(float(word.text))
            case Kind.TEXT:
                return Literal(word.text)
            case Kind.QUESTION:
                return Question(word.text, word.at)
            case Kind.NAME:
                return self._call(word) if self.takes("(") else Column(word.text, word.at)
            case _:
                return self._of_sign(word)

    def _of_sign(self, word: Token) -> Node:
        if word.kind is Kind.SIGN and word.text == ".":
            return Here()
        if word.kind is Kind.SIGN and word.text == "(":
            return self._inside(word)
        raise _unexpected(word)

    def _inside(self, opening: Token) -> Node:
        self._go_down(opening)
        inner = self.chain(0)
        self.expect(")")
        self._depth -= 1
        return inner

    def _call(self, word: Token) -> Call:
        _check_known(word)
        self._go_down(word)
        arguments = self._arguments(word.text)
        self._depth -= 1
        return _checked(Call(word.text, arguments, word.at))

    def _arguments(self, function: str) -> tuple[Node, ...]:
        if self.takes(")"):
            return ()
        if function == "position":  # position(..), the one place where the parent may be named
            self.expect("..")
            self.expect(")")
            return ()
        found = [self.chain(0)]
        while self.takes(","):
            found.append(self.chain(0))
        self.expect(")")
        return tuple(found)

    def _go_down(self, word: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refusal("expression.too_deep", at=word.at, limit=DEEPEST)


def _operator(word: Token) -> str:
    return word.text if word.kind in {Kind.SIGN, Kind.NAME} else ""


def _unexpected(word: Token) -> Refusal:
    if word.kind is Kind.END:
        return Refusal("expression.ends_too_soon", at=word.at)
    if word.kind is Kind.SIGN and word.text in PATHS:
        return Refusal("expression.path_not_supported", found=word.text, at=word.at)
    return Refusal("expression.unexpected", found=word.text, at=word.at)


def _check_known(word: Token) -> None:
    if word.text in NOT_SUPPORTED:
        raise Refusal("expression.function_not_supported", function=word.text, at=word.at)
    if word.text not in FUNCTIONS:
        raise Refusal("expression.unknown_function", function=word.text, at=word.at)


def _checked(call: Call) -> Call:
    """Ask for as many arguments as the function takes, and for a pattern that can be read."""
    function, given = FUNCTIONS[call.function], len(call.arguments)
    if not function.least <= given <= function.most:
        facts = {"least": function.least, "most": function.most, "given": given, "at": call.at}
        raise Refusal("expression.arguments", function=call.function, **facts)
    if call.function == "regex" and isinstance(call.arguments[1], Literal):
        pattern(str(call.arguments[1].value))
    return call
