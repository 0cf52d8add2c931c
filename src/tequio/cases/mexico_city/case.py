"""The whole case: the documented facts, and invented rows that add up to them. The same seed gives the same case."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tequio.cases.mexico_city import meetings
from tequio.cases.mexico_city.answers import responses
from tequio.cases.mexico_city.facts import Facts, facts, template
from tequio.cases.mexico_city.feedback import Form, Published, Respondent, Response, Survey
from tequio.cases.mexico_city.fitting import Traits
from tequio.cases.mexico_city.journey import Crowd, Invitation, gather, invitations
from tequio.cases.mexico_city.meetings import Meeting, Plans
from tequio.cases.mexico_city.organisations import Organisation, Register
from tequio.cases.mexico_city.outcome import Aftermath, Commitment, Decision, Report
from tequio.cases.mexico_city.people import Participant, People
from tequio.cases.mexico_city.priorities import Leanings, Round, hold
from tequio.cases.mexico_city.prototypes import Design, Feature, Prototype, Solution, prototypes
from tequio.cases.mexico_city.reading import load
from tequio.cases.mexico_city.synthesis import Challenge, Problem, Theme, group
from tequio.cases.mexico_city.voices import Chorus, Contribution, said_in_codesign, said_in_focus_groups, traits_of
from tequio.core.localized import Localized

CHORUSES = (
    "01-survival",
    "02-information",
    "03-papers",
    "04-people",
    "05-tools",
    "06-access",
    "07-communication",
    "08-alliances",
    "09-trust",
    "10-recognition",
    "11-neighbourhood",
)


@dataclass(frozen=True, slots=True)
class Notices:
    """What is said beside invented rows, by kind."""

    people: Localized
    meetings: Localized
    voices: Localized
    themes: Localized
    priorities: Localized
    prototypes: Localized
    feedback: Localized
    outcome: Localized


@dataclass(frozen=True, slots=True)
class Written:
    """What was written by hand for the case, before chance says who said what."""

    notices: Notices
    register: Register
    people: People
    plans: Plans
    choruses: tuple[Chorus, ...]
    leanings: Leanings
    design: Design
    survey: Survey
    aftermath: Aftermath


@dataclass(frozen=True, slots=True)
class Case:
    """Everything but `facts` is invented, and every invented row says `synthetic`."""

    seed: int
    facts: Facts
    notices: Notices
    register: Register
    bands: People
    participants: tuple[Participant, ...]
    invitations: tuple[Invitation, ...]
    meetings: tuple[Meeting, ...]
    contributions: tuple[Contribution, ...]
    themes: tuple[Theme, ...]
    round: Round
    challenge: Challenge
    problems: tuple[Problem, ...]
    solution: Solution
    features: tuple[Feature, ...]
    prototypes: tuple[Prototype, ...]
    form: Form
    published: tuple[Published, ...]
    responses: tuple[Response, ...]
    decision: Decision
    commitments: tuple[Commitment, ...]
    report: Report

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        return self.register.organisations


@cache
def written() -> Written:
    return Written(
        notices=load(Notices, "synthetic/notices.yaml"),
        register=load(Register, "synthetic/organisations.yaml"),
        people=load(People, "synthetic/people.yaml"),
        plans=load(Plans, "synthetic/meetings.yaml"),
        choruses=tuple(load(Chorus, f"synthetic/voices/{name}.yaml") for name in CHORUSES),
        leanings=load(Leanings, "synthetic/priorities.yaml"),
        design=load(Design, "synthetic/codesign.yaml"),
        survey=load(Survey, "synthetic/feedback.yaml"),
        aftermath=load(Aftermath, "synthetic/outcome.yaml"),
    )


def generate(seed: int = 2021) -> Case:
    """Return the case that this seed gives."""
    by_hand = written()
    crowd = gather(seed, facts(), by_hand.register, by_hand.people, by_hand.survey.returning)
    held = _meetings(seed, by_hand, crowd)
    traits = traits_of(crowd.participants, by_hand.register)
    said = said_in_focus_groups(seed, by_hand.choruses, traits_of(crowd.first, by_hand.register), held)
    return Case(
        seed=seed,
        facts=facts(),
        notices=by_hand.notices,
        register=by_hand.register,
        bands=by_hand.people,
        participants=crowd.participants,
        invitations=invitations(seed, crowd),
        meetings=held,
        contributions=(*said, *said_in_codesign(seed, by_hand.design.ideas, traits, held)),
        themes=group(by_hand.choruses, said),
        round=hold(seed, by_hand.leanings, crowd.first),
        challenge=by_hand.design.challenge,
        problems=by_hand.design.problems,
        solution=by_hand.design.solution,
        features=by_hand.design.features,
        prototypes=prototypes(seed, by_hand.design, held),
        form=by_hand.survey.form,
        published=by_hand.survey.published,
        responses=_responses(seed, by_hand, crowd, traits),
        decision=by_hand.aftermath.decision,
        commitments=by_hand.aftermath.commitments,
        report=by_hand.aftermath.report,
    )


def _meetings(seed: int, by_hand: Written, crowd: Crowd) -> tuple[Meeting, ...]:
    plans = by_hand.plans
    return (
        *meetings.focus_groups(seed, plans, template(), crowd),
        *meetings.capacity_workshops(seed, plans, facts().process, crowd, by_hand.people.workshop_size),
        *meetings.codesign_workshops(seed, plans, crowd),
    )


def _responses(seed: int, by_hand: Written, crowd: Crowd, traits: Mapping[str, Traits]) -> tuple[Response, ...]:
    people = [Respondent(code, crowd.took_part_in(code), traits[code]) for code in crowd.respondents]
    return responses(seed, by_hand.survey, people)
