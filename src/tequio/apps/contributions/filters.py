"""What a reader asks of the list, as its address says it: `?q=agua&tipo=need&territorio=09007&tema=T3&antes=1200`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from django.utils.http import urlencode

from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.wording import KINDS

LONGEST = 200
DIGITS = 9
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty means all. `theme` and `meeting` are refs ("T3", "E2"), `before` and `after` numbers of contributions."""

    text: str = ""
    kind: str = ""
    territory: str = ""
    theme: str = ""
    meeting: str = ""
    before: int | None = None
    after: int | None = None

    @property
    def narrowing(self) -> bool:
        """Whether anything but the page was asked for."""
        return any((self.text, self.kind, self.territory, self.theme, self.meeting))

    @property
    def first_page(self) -> bool:
        return self.before is None and self.after is None

    def query(self, **changes: str | int | None) -> str:
        """The address of the same list with something changed; a change of filter starts at the newest again."""
        base = {"before": None, "after": None} | changes
        changed = replace(self, **base)  # type: ignore[arg-type]  # (the caller names fields)
        pairs = {NAMES[field.name]: getattr(changed, field.name) for field in fields(Filters)}
        return "?" + urlencode({name: value for name, value in pairs.items() if value not in ("", None)})


NAMES = {
    "text": "q",
    "kind": "tipo",
    "territory": "territorio",
    "theme": "tema",
    "meeting": "encuentro",
    "before": "antes",
    "after": "despues",
}


def asked(given: Mapping[str, str]) -> Filters:
    """Read an address; what makes no sense in it is passed over."""
    words = {
        field: given.get(NAMES[field], "").strip()[:LONGEST] for field in ("text", "territory", "theme", "meeting")
    }
    kind = given.get("tipo", "")
    known = kind if kind in Contribution.Kind.values else ""
    return Filters(
        **words, kind=known, before=number_in(given.get("antes", "")), after=number_in(given.get("despues", ""))
    )


def chips(wanted: Filters, territories: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each filter in force, in words, with the address of the list without it."""
    named = {
        "text": f"“{wanted.text}”",
        "kind": str(KINDS.get(wanted.kind, "")),
        "territory": territories.get(wanted.territory, wanted.territory),
        "theme": wanted.theme,
        "meeting": wanted.meeting,
    }
    return [(words, wanted.query(**{field: ""})) for field, words in named.items() if getattr(wanted, field)]


def number_in(typed: str) -> int | None:
    """A number as an address or a form gives it; what could not be the number of anything is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= DIGITS else None
