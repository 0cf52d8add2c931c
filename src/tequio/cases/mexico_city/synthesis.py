"""From voices to themes and problems. Only what was said in the focus groups made the themes; ideas came later."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tequio.cases.mexico_city.voices import Chorus, Contribution
from tequio.core.localized import Localized, both


@dataclass(frozen=True, slots=True)
class Quote:
    """`words["es"]` stands word for word in the contribution."""

    contribution: str
    participant: str
    words: Localized


@dataclass(frozen=True, slots=True)
class Theme:
    key: str
    name: Localized
    memo: Localized
    contributions: tuple[str, ...]
    quotes: tuple[Quote, ...]
    synthetic: bool = True


class ProblemState(StrEnum):
    CHOSEN = "chosen"
    CONSIDERED = "considered"


@dataclass(frozen=True, slots=True)
class Challenge:
    key: str
    name: Localized
    words: Localized
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """`reason` tells why it was chosen, or why not."""

    key: str
    name: Localized
    affected: Localized
    state: ProblemState
    themes: tuple[str, ...]
    words: Localized
    reason: Localized
    synthetic: bool = True


def group(choruses: Sequence[Chorus], contributions: Sequence[Contribution]) -> tuple[Theme, ...]:
    speakers = {each.key: each.participant for each in contributions}
    return tuple(
        Theme(
            key=chorus.theme.key,
            name=chorus.theme.name,
            memo=chorus.theme.memo,
            contributions=tuple(each.key for each in contributions if chorus.theme.key in each.themes),
            quotes=tuple(
                Quote(each.voice, speakers[each.voice], both(each.text, each.en))
                for each in chorus.quotes
                if each.voice in speakers
            ),
        )
        for chorus in choruses
    )
