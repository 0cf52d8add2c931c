"""The city of the case: one city, five areas, sixteen boroughs, with their census populations and a tile each."""

from dataclasses import dataclass
from datetime import date

from tequio.core.localized import Localized


@dataclass(frozen=True, slots=True)
class Edition:
    key: str
    name: Localized
    publisher: str
    day: date


@dataclass(frozen=True, slots=True)
class Population:
    """People counted by the census."""

    total: int
    women: int
    men: int


@dataclass(frozen=True, slots=True)
class City:
    code: str
    name: Localized
    population: Population


@dataclass(frozen=True, slots=True)
class Area:
    """`boroughs` are INEGI codes; `source` is the line of the document that groups them."""

    key: str
    name: Localized
    words: Localized
    boroughs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Borough:
    """`code` is INEGI's (entity and municipality); `tile` is (column, row) counted from the north-west corner."""

    code: str
    name: str
    tile: tuple[int, int]
    population: Population


@dataclass(frozen=True, slots=True)
class Territories:
    edition: Edition
    city: City
    areas: tuple[Area, ...]
    boroughs: tuple[Borough, ...]

    def area_of(self, borough: str) -> Area:
        return next(area for area in self.areas if borough in area.boroughs)

    def borough_named(self, name: str) -> Borough:
        return next(borough for borough in self.boroughs if borough.name == name)
