"""Codes of indicators as people and other lists write them, brought back to one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tequio.core.text.fold import fold
from tequio.frameworks.kpi.catalogue import kpis
from tequio.frameworks.kpi.reading import rows

MARKS = re.compile(r"[\s:;.\-_/]+")
NUMBERED = re.compile(r"(.*?):?(\d+[AC])")


@dataclass(frozen=True, slots=True)
class Resolved:
    """`code` as the catalogue has it. `variant_of` names the list that writes it as it was given, if it is a variant.

    `doubtful`: what was given is the code of one indicator and, in some list, a variant of another.
    """

    code: str
    variant_of: str = ""
    doubtful: str = ""


def resolve(written: str, name: str = "") -> Resolved | None:
    """Find an indicator by its code however it is spaced or cased, or by a variant seen in another list.

    A code of the catalogue wins over a variant that looks the same, unless `name` is that of the other indicator.
    """
    key = _key(written)
    exact = _codes().get(key)
    variant = _variants().get(key)
    if exact and variant:
        return Resolved(variant[0], variant[1]) if _named(variant[0], name) else Resolved(exact, doubtful=variant[0])
    if exact:
        return Resolved(exact)
    return Resolved(*variant) if variant else None


def _key(written: str) -> str:
    """One key for "EC: ICT: ICT:1c", "EC-ICT-ICT-1C" and "EC:ICT:ICT1C"."""
    joined = MARKS.sub(":", written.strip().upper()).strip(":")
    found = NUMBERED.fullmatch(joined)
    return f"{found[1].strip(':')}:{found[2]}" if found else joined


def _named(code: str, name: str) -> bool:
    return bool(name.strip()) and fold(name.strip()) in {fold(each) for each in kpis()[code].name.values()}


@cache
def _codes() -> Mapping[str, str]:
    return {_key(code): code for code in kpis()}


@cache
def _variants() -> Mapping[str, tuple[str, str]]:
    return {_key(row["variant"]): (row["code"], row["seen_in"]) for row in rows("code_variants.csv")}
