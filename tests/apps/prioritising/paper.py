"""A round with its paper, as the tests need it."""

from collections.abc import Sequence
from itertools import count
from uuid import uuid4

from tequio.apps.prioritising import actions
from tequio.apps.prioritising.models import Ballot, Round
from tequio.apps.prioritising.slips import WORDS, new_words
from tequio.apps.processes.passphrases import wordlist
from tequio.apps.territories.models import Territory
from tequio.apps.thread.actions import Thing, add_knot
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor, ActorKind
from tequio.core.thread import Kind
from tests.people import NOON, Cast

ANA = Actor(ActorKind.FACILITATOR, "a" * 16)
DOING = {"by": ANA, "at": NOON}
TITLES = ("El agua", "La luz", "El parque", "La basura")
NEVER = " ".join(wordlist()[:WORDS])  # a slip that nobody printed


def knots(cast: Cast, *titles: str, public: bool = True) -> list[Knot]:
    first = Knot.objects.filter(kind=Kind.PROBLEM).count() + 1
    return [
        add_knot(cast.process, Thing(Kind.PROBLEM, number, f"P{number}", {"es": title}, public=public))
        for number, title in zip(count(first), titles, strict=False)
    ]


def draft(cast: Cast, *titles: str, most: int = 2, **facts: object) -> Round:
    options = knots(cast, *(titles or TITLES))
    return actions.add_round(
        process=cast.process, title={"es": "¿Qué va primero?"}, about={}, most=most, options=options, **DOING, **facts
    )


def opened(cast: Cast, *titles: str, most: int = 2, **facts: object) -> Round:
    return actions.open_round(round=draft(cast, *titles, most=most, **facts), **DOING)


def place(code: str, name: str) -> Territory:
    return Territory.objects.create(kind="area", code=code, name=name)


def printed(found: Round, n: int = 10, area: Territory | None = None) -> list[str]:
    words = new_words(n)
    actions.issue_slips(round=found, area=area, words=words, sent_as=uuid4(), **DOING)
    return words


def ids(found: Round, *places: int) -> list[str]:
    return [str(option.pk) for option in found.options.filter(place__in=places)]


def choose(found: Round, words: str, *places: int) -> None:
    actions.choose(round=found, words=words, choices=ids(found, *places), at=NOON)


def chosen(found: Round, votes: Sequence[tuple[int, ...]], area: Territory | None = None) -> None:
    """Slips for an area, and what those who hold them chose."""
    words = printed(found, max(10, len(votes)), area)
    for typed, places in zip(words, votes, strict=False):
        choose(found, typed, *places)


def closed(found: Round) -> Round:
    return actions.close_round(round=found, **DOING)


def ballots(found: Round) -> list[tuple[list[int], str]]:
    """What is counted, by the numbers of the options."""
    numbers = dict(found.options.values_list("pk", "place"))
    rows = Ballot.objects.filter(round=found).values_list("choices", "channel")
    return sorted(([numbers[pk] for pk in choices], channel) for choices, channel in rows)
