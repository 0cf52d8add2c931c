"""What is known of an indicator, and how."""

from collections.abc import Mapping
from dataclasses import dataclass

from tequio.core.indicators.kinds import Difficulty, Direction, Level, Provenance, ValueKind
from tequio.core.localized import Localized


@dataclass(frozen=True, slots=True)
class Variable:
    """Something to count or measure; formulas are made of them. `unit` is read by `core.indicators.units`."""

    name: str
    unit: str
    label: Localized


@dataclass(frozen=True, slots=True)
class DataPoint:
    """One of several numbers of an indicator, such as a pollutant or a mode of transport."""

    code: str
    name: str
    label: Localized
    formula: str
    unit: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Kpi:
    """An indicator. `provenance` has a word for each field that is not plainly printed in every list of the 91.

    `kind` (smart, structural or sustainable) is None where nobody has published it. `formula` is empty for a yes or no.
    `sdg_goals` come from another list than `sdg_targets`, and may disagree with them.
    """

    code: str
    name: Localized
    dimension: str
    sub_dimension: str
    category: str
    level: Level
    kind: str | None
    formula: str
    unit: str
    unit_label: str
    value_kind: ValueKind
    direction: Direction
    sdg_targets: tuple[str, ...]
    sdg_goals: tuple[int, ...]
    results_chain: str
    difficulty: Difficulty
    frequency: str
    note: Localized
    data_points: tuple[DataPoint, ...]
    sources: tuple[str, ...]
    provenance: Mapping[str, Provenance]

    @property
    def path(self) -> tuple[str, str, str]:
        """Dimension, sub-dimension and category; there are 27 different ones."""
        return self.dimension, self.sub_dimension, self.category
