"""The 91 indicators of ITU-T Y.4903:2022, the variables of their formulas, and the names of their groups."""

from collections.abc import Mapping
from functools import cache

from tequio.core.indicators.kinds import Difficulty, Direction, Level, Provenance, ValueKind
from tequio.core.localized import Localized, both
from tequio.frameworks.kpi.reading import Row, parts, rows, words
from tequio.frameworks.kpi.values import DataPoint, Kpi, Variable

STATED = ("type", "formula", "direction", "sdg_targets")


@cache
def kpis() -> Mapping[str, Kpi]:
    """By code, in the order of the standard's tree."""
    return {row["code"]: _kpi(row) for row in rows("kpis.csv")}


@cache
def variables() -> Mapping[str, Variable]:
    return {row["name"]: Variable(row["name"], row["unit"], _label(row)) for row in rows("variables.csv")}


@cache
def data_points() -> Mapping[str, tuple[DataPoint, ...]]:
    """The numbers of which an indicator is made, for the seven that have several."""
    found: dict[str, tuple[DataPoint, ...]] = {}
    for row in rows("data_points.csv"):
        found[row["code"]] = (*found.get(row["code"], ()), _data_point(row))
    return found


@cache
def labels() -> Mapping[tuple[str, str], Localized]:
    """By ("dimension" | "sub_dimension" | "category" | "unit", the word in English)."""
    return {(row["kind"], row["en"]): _label(row) for row in rows("labels.csv")}


def _label(row: Row) -> Localized:
    return both(row["es"], row["en"])


def _data_point(row: Row) -> DataPoint:
    direction = Direction(row["direction"])
    return DataPoint(row["code"], row["data_point"], _label(row), row["formula"], row["unit"], direction)


def _kpi(row: Row) -> Kpi:
    return Kpi(
        code=row["code"],
        name=both(row["name_es"], row["name_en"]),
        dimension=row["dimension"],
        sub_dimension=row["sub_dimension"],
        category=row["category"],
        level=Level(row["level"]),
        kind=row["type"] or None,
        formula=row["formula"],
        unit=row["unit"],
        unit_label=row["unit_label"],
        value_kind=ValueKind(row["value_kind"]),
        direction=Direction(row["direction"]),
        sdg_targets=words(row["sdg_targets"]),
        sdg_goals=tuple(map(int, words(row["sdg_goals"]))),
        results_chain=row["results_chain"],
        difficulty=Difficulty(row["difficulty"]),
        frequency=row["frequency"],
        note=both(row["note_es"], row["note_en"]),
        data_points=data_points().get(row["code"], ()),
        sources=parts(row["sources"].replace(" ", ";")),
        provenance=_provenance(row),
    )


def _provenance(row: Row) -> Mapping[str, Provenance]:
    stated = {name: Provenance(row[f"{name}_provenance"]) for name in STATED}
    stated["kind"] = stated.pop("type")
    assumed = dict.fromkeys(("sdg_goals", "results_chain", "difficulty"), Provenance.THIRD_PARTY)
    return stated | assumed | {"name_es": Provenance.OWN, "frequency": Provenance.INFERRED}
