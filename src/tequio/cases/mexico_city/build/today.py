"""What every part of the second process knows: its words, its plan, and days that count from the day of building."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.timezone import localdate

from tequio.apps.processes.passphrases import WORDS, wordlist
from tequio.cases.mexico_city.build.story import MEXICO_CITY, Story
from tequio.cases.mexico_city.chance import stream
from tequio.cases.mexico_city.water import Water
from tequio.core.actors import Actor
from tequio.core.passphrases import words_from

AFTERNOON = time(17)


@dataclass(frozen=True, slots=True)
class Today:
    """`at` is the moment of building."""

    told: Water
    story: Story
    at: datetime

    @property
    def by(self) -> Actor:
        return self.story.by

    def on(self, day: int) -> date:
        return on(self.at, day)

    def before(self, day: int) -> datetime:
        return before(self.at, day)


def on(at: datetime, day: int) -> date:
    return localdate(at) + timedelta(days=day)


def afternoon(at: datetime, day: int) -> datetime:
    return datetime.combine(on(at, day), AFTERNOON, MEXICO_CITY)


def before(at: datetime, day: int) -> datetime:
    """The afternoon of that day, or the moment of building where that is still to come."""
    return min(at, afternoon(at, day))


def known_words(purpose: str, n: int = WORDS) -> str:
    """Words that anybody may know, because they open nothing but the demonstration; they are told at every start."""
    rng = stream(0, purpose)
    return words_from([rng.randrange(len(wordlist())) for _word in range(n)], wordlist())
