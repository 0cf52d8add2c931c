"""Sections and indicators of ISO 37120:2018 and ISO 37122:2019.

Titles are paraphrases from memory, none was read again in the standards, whose text is not free: they are shown as
unverified, and nothing here claims conformity. The 24 profile indicators of ISO 37120 are not listed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tequio.core.indicators.kinds import Level, Provenance
from tequio.core.localized import Localized, both
from tequio.frameworks.kpi.reading import rows


@dataclass(frozen=True, slots=True)
class IsoSection:
    """A clause of both standards, with how many indicators of each it holds."""

    clause: int
    label: Localized
    core: int
    supporting: int
    smart: int


@dataclass(frozen=True, slots=True)
class IsoIndicator:
    """`standard` is "ISO 37120:2018" or "ISO 37122:2019"; `level` is None in the second, which has none."""

    standard: str
    number: str
    title: Localized
    unit: str
    level: Level | None
    provenance: Provenance = Provenance.RECALLED

    @property
    def clause(self) -> int:
        return int(self.number.split(".")[0])


@cache
def iso_sections() -> Mapping[int, IsoSection]:
    found = (
        IsoSection(
            int(row["clause"]),
            both(row["es"], row["en"]),
            int(row["iso37120_core"]),
            int(row["iso37120_supporting"]),
            int(row["iso37122"]),
        )
        for row in rows("iso_sections.csv")
    )
    return {section.clause: section for section in found}


@cache
def iso_indicators() -> tuple[IsoIndicator, ...]:
    return tuple(
        IsoIndicator(
            row["standard"],
            row["number"],
            both(row["es"], row["en"]),
            row["unit"],
            Level(row["level"]) if row["level"] else None,
        )
        for row in rows("iso_indicators.csv")
    )
