"""Invented neighbourhood organisations: none of them exists."""

from collections.abc import Mapping
from dataclasses import dataclass

from tequio.cases.mexico_city.fitting import Traits
from tequio.core.localized import Localized

VETERAN = 2016


@dataclass(frozen=True, slots=True)
class Organisation:
    """`borough` is an INEGI code; `focus`, `legal` and `digital` are keys of the register's labels.

    `joined` is the phase in which its first person came in; `premises` means that it has a place of its own,
    `cooperates` that it is open to work with others.
    """

    key: str
    name: str
    borough: str
    focus: str
    legal: str
    founded: int
    digital: str
    authorised_donee: bool
    premises: bool
    cooperates: bool
    joined: str
    about: Localized
    synthetic: bool = True

    def traits(self) -> Traits:
        return {
            "organisation": self.key,
            "borough": self.borough,
            "focus": self.focus,
            "legal": self.legal,
            "digital": self.digital,
            "authorised_donee": self.authorised_donee,
            "premises": self.premises,
            "veteran": self.founded <= VETERAN,
            "lawyer": self.focus == "law",
            "technologist": self.focus == "technology",
            "communicator": self.focus == "communication",
        }


@dataclass(frozen=True, slots=True)
class Register:
    """The organisations, and the words for what they do, their legal form and how digital they are."""

    foci: Mapping[str, Localized]
    legal_forms: Mapping[str, Localized]
    digital: Mapping[str, Localized]
    organisations: tuple[Organisation, ...]

    def named(self, key: str) -> Organisation:
        return next(each for each in self.organisations if each.key == key)

    def joined_in(self, phase: str) -> tuple[Organisation, ...]:
        return tuple(each for each in self.organisations if each.joined == phase)
