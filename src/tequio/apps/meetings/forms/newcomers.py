"""New people as they are typed: a row each, or a line each in a pasted list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Participant
from tequio.apps.territories.models import Territory
from tequio.core.text.fold import fold

SpeaksFor = Participant.SpeaksFor
VOICES = (
    (SpeaksFor.SELF, gettext_lazy("For themselves")),
    (SpeaksFor.ORGANIZATION, gettext_lazy("For an organisation")),
)
UNKNOWN = frozenset({"", "-", "–", "—"})
LONGEST = 200


class Unreadable(Exception):  # noqa: N818 (told to people by the form, which knows the row)
    """Says in words what is wrong with one row or line."""


@dataclass(frozen=True, slots=True)
class Row:
    """A quick row as it was typed."""

    number: int
    speaks: str = ""
    organization: str = ""
    borough: str = ""

    @property
    def filled(self) -> bool:
        return bool(self.speaks or self.organization or self.borough)


def row(number: int, data: QueryDict | None) -> Row:
    names = ("speaks", "group", "borough")
    return Row(number, *(data.get(f"{name}{number}", "").strip()[:LONGEST] if data else "" for name in names))


@dataclass(frozen=True, slots=True)
class Names:
    """What may be named, by its name without accents."""

    organizations: Mapping[str, Organization]
    places: Mapping[str, Territory]

    @classmethod
    def of(cls, organizations: Iterable[Organization], places: Iterable[Territory]) -> "Names":
        return cls(_by_name(organizations), _by_name(places))

    def from_row(self, row: Row) -> Newcomer:
        group, place = self._organization(row.organization), self._place(row.borough)
        if group and row.speaks == SpeaksFor.SELF:
            raise Unreadable(_("it names an organisation and says “for themselves”. Choose one of the two."))
        return Newcomer(place, group, SpeaksFor(row.speaks) if row.speaks in SpeaksFor.values else SpeaksFor.SELF)

    def from_line(self, line: str) -> Newcomer:
        """Organisation; borough. A tab, as spreadsheets copy it, does as well; so does the other order."""
        first, second, *rest = (*(part.strip() for part in line.replace("\t", ";").split(";")), "", "")
        if any(rest):
            raise Unreadable(_("it has more than two parts. Write: organisation; borough."))
        if fold(first) not in self.organizations and fold(first) in self.places:
            first, second = second, first
        group = self._organization(first)
        return Newcomer(self._place(second), group)

    def _organization(self, typed: str) -> Organization | None:
        if typed in UNKNOWN:
            return None
        if fold(typed) not in self.organizations:
            sentence = _("there is no organisation called “%(name)s”. Add it to the directory first, or write a dash.")
            raise Unreadable(sentence % {"name": typed})
        return self.organizations[fold(typed)]

    def _place(self, typed: str) -> Territory | None:
        if typed in UNKNOWN:
            return None
        if fold(typed) not in self.places:
            raise Unreadable(_("there is no borough called “%(name)s”.") % {"name": typed})
        return self.places[fold(typed)]


def _by_name(things: Iterable[Any]) -> dict[str, Any]:
    return {fold(thing.name): thing for thing in things}
