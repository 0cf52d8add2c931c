"""Prototypes side by side on the same features: rows of a table, and what sets them apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from tequio.apps.solutions.models import Feature, FeatureState, Prototype, Version
from tequio.core.localized import Localized


@dataclass(frozen=True, slots=True)
class Cell:
    """`state` is yes, partly, no, or empty where nobody has said."""

    state: str
    note: Localized


@dataclass(frozen=True, slots=True)
class Row:
    feature: Feature
    cells: tuple[Cell, ...]

    @property
    def said(self) -> bool:
        """Whether somebody has said of every prototype if it has the feature; until then nothing can be compared."""
        return all(cell.state for cell in self.cells)

    @property
    def differs(self) -> bool:
        return self.said and len({cell.state for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class Column:
    """A prototype as it stands in its latest version; without a version nothing is known of its features."""

    prototype: Prototype
    version: Version | None


@dataclass(frozen=True, slots=True)
class Only:
    """Features that one prototype has and the others do not have at all."""

    prototype: Prototype
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def alike(self) -> int:
        """How many features stand the same in all of them, whatever that is."""
        return sum(row.said and not row.differs for row in self.rows)

    @property
    def unsaid(self) -> int:
        return sum(not row.said for row in self.rows)

    @property
    def only(self) -> tuple[Only, ...]:
        found = (Only(column.prototype, self._alone(place)) for place, column in enumerate(self.columns))
        return tuple(only for only in found if only.features)

    @property
    def by_degree(self) -> tuple[Feature, ...]:
        """Features that stand differently, and that no prototype has all for itself."""
        alone = {feature.pk for only in self.only for feature in only.features}
        return tuple(row.feature for row in self.rows if row.differs and row.feature.pk not in alone)

    def _alone(self, place: int) -> tuple[Feature, ...]:
        """What the prototype at this place has and the others do not have at all."""
        whole, none = FeatureState.State.YES, FeatureState.State.NO
        wanted = tuple(whole if at == place else none for at in range(len(self.columns)))
        return tuple(
            row.feature for row in self.rows if row.differs and tuple(cell.state for cell in row.cells) == wanted
        )


def compared(features: Sequence[Feature], prototypes: Sequence[Prototype]) -> Comparison:
    """Two queries for any number of prototypes: their versions, and which feature each has."""
    columns = tuple(Column(prototype, latest) for prototype, latest in _latest(prototypes))
    said = {column.version.pk: _said(column.version) for column in columns if column.version}
    rows = (Row(feature, tuple(_cell(column, said, feature) for column in columns)) for feature in features)
    return Comparison(columns, tuple(rows))


def _latest(prototypes: Sequence[Prototype]) -> list[tuple[Prototype, Version | None]]:
    every = Version.objects.filter(prototype__in=prototypes).select_related("picture").prefetch_related("features")
    newest = {version.prototype_id: version for version in every.order_by("number")}
    return [(prototype, newest.get(prototype.pk)) for prototype in prototypes]


def _said(version: Version) -> dict[int, Cell]:
    return {state.feature_id: Cell(state.state, state.note) for state in version.features.all()}


def _cell(column: Column, said: dict[int, dict[int, Cell]], feature: Feature) -> Cell:
    nothing = Cell("", {})
    return said[column.version.pk].get(feature.pk, nothing) if column.version else nothing
