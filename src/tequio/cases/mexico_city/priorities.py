"""An invented round: up to three themes that cannot wait. A ballot knows its area and nobody's name or code."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tequio.cases.mexico_city.chance import favouring, stream
from tequio.cases.mexico_city.people import Participant
from tequio.core.localized import Localized

MARKS = (3, 3, 3, 3, 2, 1)  # most people mark as many as they may


@dataclass(frozen=True, slots=True)
class Call:
    key: str
    name: Localized
    question: Localized
    up_to: int
    opens: date
    closes: date
    tie_rule: Localized
    ballots: int


@dataclass(frozen=True, slots=True)
class Leanings:
    """How heavy each theme weighs everywhere, and how much more in an area."""

    round: Call
    weights: Mapping[str, int]
    local: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Ballot:
    area: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    key: str
    name: Localized
    question: Localized
    up_to: int
    opens: date
    closes: date
    tie_rule: Localized
    options: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    synthetic: bool = True

    @property
    def approvals(self) -> Counter[str]:
        return Counter(theme for ballot in self.ballots for theme in ballot.themes)


def hold(seed: int, leanings: Leanings, participants: Sequence[Participant]) -> Round:
    rng = stream(seed, "priorities")
    call = leanings.round
    areas = [each.area for each in rng.sample(participants, call.ballots)]
    ballots = tuple(
        Ballot(area, favouring(rng, _weights(leanings, area), min(call.up_to, rng.choice(MARKS)))) for area in areas
    )
    return Round(
        key=call.key,
        name=call.name,
        question=call.question,
        up_to=call.up_to,
        opens=call.opens,
        closes=call.closes,
        tie_rule=call.tie_rule,
        options=tuple(leanings.weights),
        ballots=ballots,
    )


def _weights(leanings: Leanings, area: str) -> dict[str, int]:
    local = leanings.local.get(area, {})
    return {theme: weight + local.get(theme, 0) for theme, weight in leanings.weights.items()}
