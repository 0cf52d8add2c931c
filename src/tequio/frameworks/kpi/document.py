"""What document 004 says of the indicators: its table 4 and its seven priority areas, with the sums as printed.

Which indicators a row of the table means is our inference; it fits the printed count of every row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tequio.core.localized import Localized, both
from tequio.frameworks.kpi.catalogue import kpis
from tequio.frameworks.kpi.reading import parts, rows, whole, words


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of table 4. `printed` is None where the table has a dash; `nested_inside` names a row that holds it."""

    name: str
    label: Localized
    clause: int
    printed_dimension: str
    printed: int | None
    codes: tuple[str, ...]
    nested_inside: str
    expected_dimension: str
    dimension_if_shifted: str


@dataclass(frozen=True, slots=True)
class Priority:
    """A priority area of section 6: `printed` is the count that the document gives, `rows` the rows it is made of."""

    section: str
    label: Localized
    rows: tuple[str, ...]
    printed: int


@cache
def table4() -> Mapping[str, TableRow]:
    return {row["en"]: _row(row) for row in rows("table4.csv")}


@cache
def priorities() -> tuple[Priority, ...]:
    return tuple(
        Priority(row["section"], both(row["es"], row["en"]), parts(row["rows"]), int(row["printed_kpis"]))
        for row in rows("priorities.csv")
    )


@cache
def priority_codes() -> Mapping[str, frozenset[str]]:
    """The indicators of each priority, each counted once however many of its rows hold it."""
    return {each.section: frozenset(c for row in each.rows for c in table4()[row].codes) for each in priorities()}


def left_out() -> tuple[str, ...]:
    """The indicators that no priority holds, in the order of the catalogue."""
    held = frozenset[str]().union(*priority_codes().values())
    return tuple(code for code in kpis() if code not in held)


def _row(row: dict[str, str]) -> TableRow:
    return TableRow(
        name=row["en"],
        label=both(row["es"], row["en"]),
        clause=int(row["clause"]),
        printed_dimension=row["printed_dimension"],
        printed=whole(row["printed_kpis"]),
        codes=words(row["codes"]),
        nested_inside=row["nested_inside"],
        expected_dimension=row["expected_dimension"],
        dimension_if_shifted=row["dimension_if_shifted"],
    )
