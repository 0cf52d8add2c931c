"""From the text of a formula to its words. Places are counted in characters from 1."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tequio.core.refusals import Refusal

LONGEST = 10_000


class Kind(StrEnum):
    """What a word of a formula is."""

    NUMBER = "number"
    TEXT = "text"
    QUESTION = "question"
    NAME = "name"
    SIGN = "sign"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is what it says: the name inside `${…}`, the words inside the quotes. `at` counts from 1."""

    kind: Kind
    text: str
    at: int


NAME = r"[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?"
WORDS = re.compile(
    rf"""\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)
    |"(?P<double>[^"]*)"|'(?P<single>[^']*)'
    |\$\{{\s*(?P<question>{NAME})\s*\}}
    |(?P<name>{NAME})
    |(?P<sign><=|>=|!=|\.\.|//|::|[=<>+\-*(),./\[\]|@]))""",
    re.VERBOSE,
)
CURLY = "“”„‘’‚´`"


def tokens(source: str) -> Iterator[Token]:
    """Yield the words of a formula, and an END.

    Refuses expression.too_long, expression.curly_quotes, expression.open_quote, expression.open_name and
    expression.unknown_sign.
    """
    if len(source) > LONGEST:
        raise Refusal("expression.too_long", limit=LONGEST)
    place = 0
    while source[place:].strip():
        found = WORDS.match(source, place)
        if found is None:
            raise _unreadable(source, place)
        yield _token(found)
        place = found.end()
    yield Token(Kind.END, "", len(source.rstrip()) + 1)


def _token(found: re.Match[str]) -> Token:
    part = found.lastgroup or ""
    kind = Kind.TEXT if part in {"double", "single"} else Kind(part)
    blank = len(found[0]) - len(found[0].lstrip())
    return Token(kind, found[part], found.start() + blank + 1)


def _unreadable(source: str, place: int) -> Refusal:
    at = place + len(source[place:]) - len(source[place:].lstrip())
    sign = source[at]
    if sign in CURLY:
        return Refusal("expression.curly_quotes", sign=sign, at=at + 1)
    if sign in "\"'":
        return Refusal("expression.open_quote", at=at + 1)
    if sign == "$":
        return Refusal("expression.open_name", at=at + 1)
    return Refusal("expression.unknown_sign", sign=sign, at=at + 1)
