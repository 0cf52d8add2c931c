"""What came of the second process so far: an open round, two prototypes to judge, a first promise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from tequio.apps.commitments import actions as commitments
from tequio.apps.commitments.models import Decision
from tequio.apps.prioritising import actions as prioritising
from tequio.apps.prioritising.models import Round
from tequio.apps.prioritising.slips import WORDS
from tequio.apps.solutions import actions as solutions
from tequio.apps.solutions.models import Feature, Feedback, Problem, Prototype, Question, Response, Solution
from tequio.cases.mexico_city.build.today import Today, known_words
from tequio.cases.mexico_city.build.water import People
from tequio.cases.mexico_city.build.water_voices import Said, Themes
from tequio.cases.mexico_city.water import Prototype as Told
from tequio.cases.mexico_city.water import Response as ToldResponse
from tequio.core.localized import Localized
from tequio.core.phases import Span
from tequio.core.thread import Kind

NOTHING: Localized = {}

type Prototypes = Mapping[str, Prototype]


@dataclass(frozen=True, slots=True)
class Proposed:
    problem: Problem
    solution: Solution


def slip_words(borough: str, n: int) -> list[str]:
    """The words of the slips of a borough; the last ones are for whoever looks at the demonstration."""
    return [known_words(f"{borough}/{number}", WORDS) for number in range(n)]


def open_round(today: Today, themes: Themes) -> Round:
    asked, story, at = today.told.round, today.story, today.before(-6)
    made = prioritising.add_round(
        process=story.process,
        title=asked.name,
        about=asked.about,
        most=asked.most,
        options=story.knots(Kind.THEME, [theme.pk for theme in themes.values()]),
        activity=story.activities["priorities"],
        synthetic=True,
        by=today.by,
        at=at,
    )
    held = prioritising.open_round(round=made, by=today.by, at=at)
    for borough in asked.ballots:
        words, area = slip_words(borough, asked.slips), story.ground.places[borough]
        prioritising.issue_slips(round=held, area=area, words=words, sent_as=uuid4(), by=today.by, at=at)
    _choose(today, held, themes)
    return held


def _choose(today: Today, held: Round, themes: Themes) -> None:
    keys, at = {theme.pk: key for key, theme in themes.items()}, today.before(-1)
    options = {keys[pk]: str(option) for option, pk in held.options.values_list("pk", "knot__object_id")}
    for borough, ballots in today.told.round.ballots.items():
        for words, chosen in zip(slip_words(borough, len(ballots)), ballots, strict=True):
            prioritising.choose(round=held, words=words, choices=[options[key] for key in chosen], at=at)


def propose(today: Today, themes: Themes) -> Proposed:
    told, story, by, at = today.told.problem, today.story, today.by, today.before(-9)
    problem = solutions.add_problem(
        process=story.process,
        title=told.name,
        statement=told.words,
        affected=told.affected,
        memo=NOTHING,
        became=story.knots(Kind.THEME, [themes[key].pk for key in told.themes]),
        synthetic=True,
        by=by,
        at=at,
    )
    solutions.choose_problem(problem=problem, reason=told.reason, by=by, at=at)
    offered = today.told.solution
    solution = solutions.add_solution(
        process=story.process,
        title=offered.name,
        about=offered.words,
        without_technology=offered.without_technology,
        answers=[problem],
        synthetic=True,
        by=by,
        at=at,
    )
    return Proposed(problem, solution)


def draw_prototypes(today: Today, solution: Solution, said: Said) -> Prototypes:
    texts = [(each.name, NOTHING) for each in today.told.features]
    made = solutions.add_features(solution=solution, features=texts, by=today.by, at=today.before(-8))
    features = {each.key: row for each, row in zip(today.told.features, made, strict=True)}
    return {each.key: _prototype(today, each, solution, features, said) for each in today.told.prototypes}


def _prototype(today: Today, told: Told, solution: Solution, features: Mapping[str, Feature], said: Said) -> Prototype:
    by, at = today.by, today.before(-7)
    evidence = today.story.knots(Kind.CONTRIBUTION, [said[person].pk for person in told.voices])
    made = solutions.add_prototype(
        solution=solution, title=told.name, about=told.about, evidence=evidence, synthetic=True, by=by, at=at
    )
    version = solutions.add_version(
        prototype=made, what_changed=told.version, label="0.1", made_on=today.on(-7), by=by, at=at
    )
    states = {features[key].pk: (state, NOTHING) for key, state in told.states.items()}
    solutions.set_feature_states(version=version, states=states, by=by, at=at)
    return made


def ask(today: Today, solution: Solution, prototypes: Prototypes, people: People) -> Feedback:
    told, by, at = today.told.feedback, today.by, today.before(-6)
    feedback = solutions.add_feedback(
        solution=solution,
        title=told.name,
        about=told.about,
        prototypes=list(prototypes.values()),
        activity=today.story.activities["opinions"],
        synthetic=True,
        by=by,
        at=at,
    )
    for each in told.questions:
        choices = [{"key": choice.key, "label": dict(choice.label)} for choice in each.choices]
        kind, words, key = Question.Kind(each.kind), each.wording, each.key
        solutions.add_question(feedback=feedback, kind=kind, wording=words, key=key, choices=choices, by=by, at=at)
    for response in told.responses:
        _answered(today, response, feedback, prototypes, people)
    return feedback


def _answered(today: Today, told: ToldResponse, feedback: Feedback, prototypes: Prototypes, people: People) -> None:
    by, at = today.by, today.before(-3)
    preferred = str(prototypes[told.preferred].number)
    response = solutions.submit_response(
        feedback=feedback,
        answers={"preferred": preferred, "uses": told.uses, "comment": told.comment},
        channel=Response.Channel.TELEPHONE,
        participant=people[told.person],
        may_show=True,
        synthetic=True,
        by=by,
        at=at,
    )
    for answer in response.answers.filter(question__key="comment"):
        solutions.show_comment(answer=answer, shown=True, by=by, at=at)


def promise(today: Today, rests_on: Iterable[tuple[Kind, int]]) -> None:
    """A first decision, and a commitment that the organisation which Beto speaks for looks after."""
    told, story = today.told.decision, today.story
    decision = commitments.add_decision(
        process=story.process,
        title=told.name,
        text=told.words,
        reasons=told.reasons,
        decided_by=told.who,
        decided_on=today.on(told.day),
        rests_on=[knot for kind, pk in rests_on for knot in story.knots(kind, [pk])],
        synthetic=True,
        by=today.by,
        at=today.before(told.day),
    )
    _commit(today, decision)


def _commit(today: Today, decision: Decision) -> None:
    told, by, at = today.told.commitment, today.by, decision.made_at
    organization, due = today.story.ground.organizations[told.organisation], today.on(told.due)
    commitment = commitments.add_commitment(
        decision=decision,
        title=told.name,
        who={"es": organization.name},
        organization=organization,
        due=Span(due, due),
        synthetic=True,
        by=by,
        at=at,
    )
    for each in told.milestones:
        day = today.on(each.due)
        commitments.add_milestone(commitment=commitment, title=each.name, due=day, synthetic=True, by=by, at=at)
