"""Which letters one place of a pattern may take: any, a class of them, those in brackets."""

from dataclasses import dataclass, field
from unicodedata import category

from tequio.core.refusals import Refusal

CLASSES = frozenset("dws")
PLAIN = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
ZERO_WIDTH = frozenset("bBAZzG")


@dataclass(frozen=True, slots=True)
class Letters:
    """Single ones, ranges of them (first and last), classes, classes they must not be of; all turned round by `but`."""

    single: frozenset[str] = frozenset()
    ranges: tuple[tuple[str, str], ...] = ()
    classes: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    but: bool = field(default=False, kw_only=True)

    def take(self, letter: str) -> bool:
        found = (
            letter in self.single
            or any(first <= letter <= last for first, last in self.ranges)
            or any(_is(letter, name) for name in self.classes)
            or any(not _is(letter, name) for name in self.outside)
        )
        return found is not self.but

    def joined(self, other: "Letters") -> "Letters":
        return Letters(
            self.single | other.single,
            self.ranges + other.ranges,
            self.classes | other.classes,
            self.outside | other.outside,
        )


ANY = Letters(frozenset("\n\r"), but=True)


def _is(letter: str, name: str) -> bool:
    match name:
        case "d":
            return "0" <= letter <= "9"
        case "w":
            return letter.isalnum() or letter == "_"
        case "s":
            return letter.isspace()
        case _:
            return category(letter).startswith(name)


def one_letter(source: str, place: int) -> tuple[Letters, int]:
    """Read the letter, `.` or escape at `place`; return it with the place after it."""
    if source[place] == "\\":
        return _escaped(source, place)
    return (ANY if source[place] == "." else Letters(frozenset(source[place]))), place + 1


def _escaped(source: str, place: int) -> tuple[Letters, int]:
    sign = source[place + 1 : place + 2]
    if not sign:
        raise Refusal("pattern.unfinished", at=place + 1)
    if sign.lower() in CLASSES:
        names = frozenset(sign.lower())
        return (Letters(classes=names) if sign.islower() else Letters(outside=names)), place + 2
    if sign in "pP":
        return _category(source, place)
    if (sign.isalnum() and sign not in PLAIN) or sign in ZERO_WIDTH:
        raise Refusal("pattern.not_supported", found=source[place : place + 2], at=place + 1)
    return Letters(frozenset(PLAIN.get(sign, sign))), place + 2


def _category(source: str, place: int) -> tuple[Letters, int]:
    r"""Read `\p{L}` (letters), `\p{Lu}` (capitals), `\p{N}` (numbers): the general categories of Unicode."""
    end = source.find("}", place)
    name = source[place + 3 : end]
    if source[place + 2 : place + 3] != "{" or end < 0 or not name.isalpha():
        raise Refusal("pattern.unfinished", at=place + 1)
    names = frozenset({name})
    return (Letters(classes=names) if source[place + 1] == "p" else Letters(outside=names)), end + 1


def letters_of(source: str, place: int) -> tuple[Letters, int]:
    """Read the class in brackets that opens at `place`; return it with the place after it."""
    opening, place = place, place + 1
    but = source[place : place + 1] == "^"
    place += but
    found = Letters()
    while source[place : place + 1] != "]" or place == opening + 1 + but:
        if place >= len(source):
            raise Refusal("pattern.unfinished", at=opening + 1)
        part, place = _member(source, place)
        found = found.joined(part)
    return Letters(found.single, found.ranges, found.classes, found.outside, but=but), place + 1


def _member(source: str, place: int) -> tuple[Letters, int]:
    first, after = _inside(source, place)
    if source[after : after + 1] != "-" or source[after + 1 : after + 2] in {"]", ""}:
        return first, after
    last, end = _inside(source, after + 1)
    if len(first.single) != 1 or len(last.single) != 1 or min(first.single) > min(last.single):
        raise Refusal("pattern.unexpected", found=source[place:end], at=place + 1)
    return Letters(ranges=((min(first.single), min(last.single)),)), end


def _inside(source: str, place: int) -> tuple[Letters, int]:
    """Inside brackets a point is a point."""
    if source[place] == "\\":
        return _escaped(source, place)
    return Letters(frozenset(source[place])), place + 1
