"""Units of measure, so that households are never divided by people unnoticed.

A unit is written as "km/100000 person", "L/d/person", "ug/m3", "%", or "1" for a plain number. What is counted is a
unit of its own: any word of three or more small letters ("household", "patent"). Physical units follow the
International System; a year ("a") has 365.25 days. Money is "currency": which one, the reporter declares.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tequio.core.refusals import Refusal

MOST = 120  # characters
PART = re.compile(r"(?P<number>\d{1,12})?\s*(?P<name>%|[A-Za-z][A-Za-z_]*[23]?)?(?:\^(?P<power>[1-9]))?")
COUNTED = re.compile(r"[a-z][a-z_]{2,}")
KNOWN = """
% = 1/100
mm = 1/1000 m; cm = 1/100 m; m = 1 m; km = 1000 m
m2 = 1 m 2; ha = 10000 m 2; km2 = 1000000 m 2; L = 1/1000 m 3; m3 = 1 m 3
s = 1 s; min = 60 s; h = 3600 s; d = 86400 s; a = 31557600 s
ug = 1/1000000 g; mg = 1/1000 g; g = 1 g; kg = 1000 g; t = 1000000 g
J = 1 J; MJ = 1000000 J; GJ = 1000000000 J; TJ = 1000000000000 J
kWh = 3600000 J; MWh = 3600000000 J; GWh = 3600000000000 J
"""


@dataclass(frozen=True, slots=True)
class Unit:
    """One of it is `scale` of the bases with their `powers`, which are sorted by name and never zero."""

    scale: Fraction
    powers: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: "Unit") -> "Unit":
        return _of(self.scale * other.scale, _sum(dict(self.powers), dict(other.powers), 1))

    def __truediv__(self, other: "Unit") -> "Unit":
        return _of(self.scale / other.scale, _sum(dict(self.powers), dict(other.powers), -1))

    def __pow__(self, power: int) -> "Unit":
        return _of(self.scale**power, {base: n * power for base, n in self.powers})

    def like(self, other: "Unit") -> bool:
        """Whether one can be expressed in the other."""
        return self.powers == other.powers


PLAIN = Unit(Fraction(1))


def _known(line: str) -> tuple[str, Unit]:
    name, _, scale, *base = line.split()
    powers = ((base[0], int(base[1]) if base[1:] else 1),) if base else ()
    return name, Unit(Fraction(scale), powers)


UNITS = dict(_known(line) for line in KNOWN.replace(";", "\n").strip().splitlines())


def unit(text: str) -> Unit:
    """Read a unit. Refuses unit.malformed and unit.unknown."""
    if len(text) > MOST or not text.strip():
        raise Refusal("unit.malformed", text=text[:MOST])
    first, *others = (_product(part, text) for part in text.split("/"))
    for other in others:
        first = first / other
    return first


def convert(value: float, source: Unit, target: Unit) -> float:
    """Express a value in another unit. Refuses unit.other_kind."""
    if not source.like(target):
        raise Refusal("unit.other_kind", given=told(source), wanted=told(target))
    return value * float(source.scale / target.scale)


def told(found: Unit) -> str:
    """The kind of a unit in a line, as "m^2/person"; a plain number is "1"."""
    over = [_power(base, n) for base, n in found.powers if n > 0]
    under = [_power(base, -n) for base, n in found.powers if n < 0]
    return "/".join(["*".join(over) or "1", *under])


def _power(base: str, n: int) -> str:
    return base if n == 1 else f"{base}^{n}"


def _product(part: str, text: str) -> Unit:
    product = PLAIN
    for factor in part.split("*"):
        product = product * _factor(factor.strip(), text)
    return product


def _factor(factor: str, text: str) -> Unit:
    found = PART.fullmatch(factor)
    if found is None or not factor or (found["power"] and not found["name"]):
        raise Refusal("unit.malformed", text=text)
    number = int(found["number"] or 1)
    if number == 0:
        raise Refusal("unit.malformed", text=text)
    named = _named(found["name"]) if found["name"] else PLAIN
    return Unit(Fraction(number)) * named ** int(found["power"] or 1)


def _named(name: str) -> Unit:
    if name in UNITS:
        return UNITS[name]
    if not COUNTED.fullmatch(name):
        raise Refusal("unit.unknown", name=name)
    return Unit(Fraction(1), ((name, 1),))


def _of(scale: Fraction, powers: Mapping[str, int]) -> Unit:
    return Unit(scale, tuple(sorted((base, n) for base, n in powers.items() if n)))


def _sum(mine: dict[str, int], others: dict[str, int], sign: int) -> dict[str, int]:
    return {base: mine.get(base, 0) + sign * others.get(base, 0) for base in {*mine, *others}}
