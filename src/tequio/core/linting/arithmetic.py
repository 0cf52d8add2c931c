"""Workings written out as a reader would check them by hand."""

from collections.abc import Iterable
from decimal import Decimal

UNEQUAL = "≠"
MINUS = "−"


def plain(number: Decimal) -> str:
    """Digits without exponent and without zeros at the end: 100 rather than 1E+2, 2.5 rather than 2.50."""
    return format(number.normalize(), "f") if number else "0"


def added(numbers: Iterable[Decimal]) -> str:
    """`3 + 4 = 7`; a single number stands alone, and nothing is 0."""
    terms = list(numbers)
    whole = plain(total(terms))
    return f"{' + '.join(map(plain, terms))} = {whole}" if terms[1:] else whole


def total(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))


def taken(left: Decimal, right: Decimal) -> str:
    """`128 − 91 = 37`."""
    return f"{plain(left)} {MINUS} {plain(right)} = {plain(left - right)}"


def slip(printed: str, right: str) -> str:
    """Name the slip of the hand that turns one number into the other: "dropped" or "swapped" digits, else "".

    One digit left out or put in, or two neighbours exchanged: the commonest typing errors (F. J. Damerau, 1964, "A
    technique for computer detection and correction of spelling errors", Communications of the ACM 7(3), 171-176).
    """
    shorter, longer = sorted((printed, right), key=len)
    if len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))):
        return "dropped"
    apart = [i for i, pair in enumerate(zip(printed, right, strict=False)) if pair[0] != pair[1]]
    neighbours = len(apart) == 2 and apart[1] == apart[0] + 1  # noqa: PLR2004 (a pair)
    if len(shorter) == len(longer) and neighbours and sorted(printed) == sorted(right):
        return "swapped"
    return ""
