"""Who went on from phase to phase: everybody was invited on, not everybody came."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tequio.cases.mexico_city.chance import stream
from tequio.cases.mexico_city.facts import Facts
from tequio.cases.mexico_city.organisations import Register
from tequio.cases.mexico_city.people import Participant, People, Seat, first_wave, seat_all


class InvitationState(StrEnum):
    CAME = "came"
    DECLINED = "declined"
    INVITED = "invited"


@dataclass(frozen=True, slots=True)
class Invitation:
    """`carried_from` is the phase the person was in before; INVITED means that no answer came."""

    participant: str
    phase: str
    carried_from: str | None
    state: InvitationState
    synthetic: bool = True


@dataclass(frozen=True, slots=True)
class Crowd:
    """Codes, in order: `reached` by a capacity workshop, `codesigners`, and `returning` in the survey."""

    first: tuple[Participant, ...]
    new: tuple[Participant, ...]
    reached: tuple[str, ...]
    codesigners: tuple[str, ...]
    returning: tuple[str, ...]

    @property
    def participants(self) -> tuple[Participant, ...]:
        return (*self.first, *self.new)

    @property
    def respondents(self) -> tuple[str, ...]:
        return (*self.returning, *(each.code for each in self.new))

    def took_part_in(self, code: str) -> tuple[str, ...]:
        """Return the phases before the survey in which the person was present."""
        came = {
            "explore": [each.code for each in self.first],
            "build": self.reached,
            "codesign": self.codesigners,
        }
        return tuple(phase for phase, codes in came.items() if code in codes)


def gather(seed: int, facts: Facts, register: Register, people: People, returning: int) -> Crowd:
    """Return everybody, and how far each went; the totals are the documented ones."""
    first = first_wave(seed, register, facts.territories, people, facts.process.codes.phase_1)
    rng = stream(seed, "journey")
    codes = [each.code for each in first]
    reached = rng.sample(codes, people.reached)
    codesigners = rng.sample(reached, facts.process.number("codesign", "organisations"))
    others = [code for code in codes if code not in codesigners]
    again = {*codesigners, *rng.sample(others, returning - len(codesigners))}
    new = _newcomers(seed, facts, register, people, [each for each in first if each.code not in again])
    return Crowd(tuple(first), tuple(new), tuple(sorted(reached)), tuple(sorted(codesigners)), tuple(sorted(again)))


def _newcomers(
    seed: int, facts: Facts, register: Register, people: People, away: Sequence[Participant]
) -> list[Participant]:
    """Return those the survey reached first: of new organisations, then of some whose own person was away."""
    process = facts.process
    missing = process.number("feedback", "respondents") - (process.number("explore", "participants") - len(away))
    organisations = [*register.joined_in("feedback"), *(register.named(each.organisation) for each in away)]
    areas = facts.territories
    seats = [Seat(each, areas.area_of(each.borough).key, None) for each in organisations[:missing]]
    return seat_all(stream(seed, "newcomers"), seats, people, process.codes.feedback, "feedback")


def invitations(seed: int, crowd: Crowd) -> tuple[Invitation, ...]:
    codes = [each.code for each in crowd.first]
    others = [code for code in codes if code not in crowd.codesigners]
    return (
        *_carry(seed, codes, "explore", None, codes),
        *_carry(seed, codes, "build", "explore", crowd.reached),
        *_carry(seed, crowd.reached, "codesign", "build", crowd.codesigners),
        *_carry(seed, crowd.codesigners, "feedback", "codesign", crowd.returning),
        *_carry(seed, others, "feedback", "explore", crowd.returning),
        *_carry(seed, [each.code for each in crowd.new], "feedback", None, crowd.respondents),
    )


def _carry(
    seed: int, invited: Iterable[str], phase: str, before: str | None, came: Collection[str]
) -> tuple[Invitation, ...]:
    rng = stream(seed, f"invitations/{phase}/{before}")
    away = (InvitationState.DECLINED, InvitationState.INVITED)
    states = {code: InvitationState.CAME if code in came else rng.choice(away) for code in invited}
    return tuple(Invitation(code, phase, before, state) for code, state in states.items())
