"""Invented participants: one for each organisation of phase 1, seated in two focus groups per area, known by a code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tequio.cases.mexico_city.chance import bag, stream
from tequio.cases.mexico_city.organisations import Organisation, Register
from tequio.cases.mexico_city.territories import Territories
from tequio.core.localized import Localized
from tequio.core.participants import Code

SESSIONS = (1, 2)


@dataclass(frozen=True, slots=True)
class Band:
    """`people` of 50 place themselves in it."""

    words: Localized
    people: int


@dataclass(frozen=True, slots=True)
class People:
    genders: Mapping[str, Band]
    ages: Mapping[str, Band]
    women_only: tuple[str, ...]
    reached: int
    workshop_size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Participant:
    """Speaks for `organisation`. `focus_group` is None for those who came in later; `area` is A to E."""

    code: str
    organisation: str
    borough: str
    area: str
    gender: str
    age: str
    joined: str
    focus_group: str | None
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class Seat:
    organisation: Organisation
    area: str
    focus_group: str | None


def first_wave(seed: int, register: Register, territories: Territories, people: People, wave: str) -> list[Participant]:
    """Return the participants of phase 1, coded in the order of their focus groups."""
    rng = stream(seed, "people")
    seats = _seats(rng, register.joined_in("explore"), territories)
    return seat_all(rng, seats, people, wave, "explore")


def seat_all(rng: Random, seats: Sequence[Seat], people: People, wave: str, joined: str) -> list[Participant]:
    genders = _genders(rng, seats, people)
    ages = bag(rng, {key: band.people for key, band in people.ages.items()})
    return [
        Participant(
            code=str(Code(wave, number)),
            organisation=seat.organisation.key,
            borough=seat.organisation.borough,
            area=seat.area,
            gender=gender,
            age=age,
            joined=joined,
            focus_group=seat.focus_group,
        )
        for number, (seat, gender, age) in enumerate(zip(seats, genders, ages, strict=False), 1)
    ]


def _seats(rng: Random, organisations: Sequence[Organisation], territories: Territories) -> list[Seat]:
    halves: dict[tuple[int, str], list[Organisation]] = {}
    for area in territories.areas:
        local = [each for each in organisations if each.borough in area.boroughs]
        rng.shuffle(local)
        middle = (len(local) + 1) // 2
        halves[1, area.key], halves[2, area.key] = local[:middle], local[middle:]
    order = [(session, area.key) for session in SESSIONS for area in territories.areas]
    return [
        Seat(each, area, f"fg-{area.lower()}{session}") for session, area in order for each in halves[session, area]
    ]


def _genders(rng: Random, seats: Sequence[Seat], people: People) -> list[str]:
    drawn = bag(rng, {key: band.people for key, band in people.genders.items()})
    women = [seat.organisation.key in people.women_only for seat in seats]
    for _ in filter(None, women):
        drawn.remove("woman")
    return ["woman" if only else drawn.pop() for only in women]
