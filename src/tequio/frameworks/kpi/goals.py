"""The Sustainable Development Goals, and the targets that the indicators serve, with all of goal 11.

Words of the United Nations in English and Spanish, from open-sdg/sdg-translations (MIT).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tequio.core.localized import Localized, both
from tequio.frameworks.kpi.reading import rows


@dataclass(frozen=True, slots=True)
class Goal:
    number: int
    short: Localized
    title: Localized


@dataclass(frozen=True, slots=True)
class Target:
    """`number` is like "11.2" or "11.b"."""

    number: str
    title: Localized

    @property
    def goal(self) -> int:
        return int(self.number.split(".")[0])


@cache
def sdg_goals() -> Mapping[int, Goal]:
    found = (
        Goal(int(row["goal"]), both(row["short_es"], row["short_en"]), both(row["title_es"], row["title_en"]))
        for row in rows("sdg_goals.csv")
    )
    return {goal.number: goal for goal in found}


@cache
def sdg_targets() -> Mapping[str, Target]:
    return {row["target"]: Target(row["target"], both(row["es"], row["en"])) for row in rows("sdg_targets.csv")}
