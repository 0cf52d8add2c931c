"""Deals the totals of the survey out to people, so that they add up and do not contradict one another."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random

from tequio.cases.mexico_city.chance import bag, each_day, stream
from tequio.cases.mexico_city.feedback import (
    Answer,
    AnswerState,
    Form,
    Question,
    QuestionKind,
    Respondent,
    Response,
    Survey,
)
from tequio.cases.mexico_city.fitting import Fits, Traits, share_out

AGREES = ("4", "5")
WORKING_DAYS = frozenset({1, 2, 3, 4, 5})

type Dealt = Mapping[str, Mapping[str, str]]
"""For each question, what each code answered."""


def responses(seed: int, survey: Survey, people: Sequence[Respondent]) -> tuple[Response, ...]:
    """Return one response for each person, in the order of the calls."""
    rng = stream(seed, "feedback")
    dealt = _deal(rng, survey, people)
    spoke = _comments(rng, survey, people, dealt)
    texts = {each.key: each.text for each in survey.comments}
    order = zip(rng.sample(people, len(people)), _calls(rng, survey, len(people)), strict=True)
    return tuple(
        Response(
            key=f"call-{number:02d}",
            participant=person.code,
            day=day,
            took_part_in=person.took_part_in,
            answers=tuple(_answer(question, dealt, person.code) for question in closed(survey.form)),
            comment=spoke.get(person.code),
            comment_text=texts[spoke[person.code]] if person.code in spoke else "",
        )
        for number, (person, day) in enumerate(order, 1)
    )


def closed(form: Form) -> tuple[Question, ...]:
    return tuple(question for question in form.questions if question.kind is not QuestionKind.COMMENT)


def _deal(rng: Random, survey: Survey, people: Sequence[Respondent]) -> Dealt:
    asked = {question.key: _asked(question, people) for question in closed(survey.form)}
    plain = ("preferred", "needs_met", "cso_role", "felt_empowered")
    dealt = {key: dict(zip(asked[key], bag(rng, survey.tallies[key]), strict=True)) for key in plain}
    dealt["interested"] = _reluctant_first(rng, survey.tallies["interested"], dealt["needs_met"])
    dealt["learnt"] = _reluctant_first(rng, survey.tallies["learnt"], dealt["felt_empowered"])
    return dealt


def _asked(question: Question, people: Iterable[Respondent]) -> list[str]:
    return [each.code for each in people if question.only_for is None or question.only_for in each.took_part_in]


def _reluctant_first(rng: Random, tally: Mapping[str, int], agreement: Mapping[str, str]) -> dict[str, str]:
    """Deal the rarest answers to those who did not agree with the other question."""
    codes = sorted(agreement, key=lambda code: (agreement[code] in AGREES, rng.random()))
    values = [value for value, number in sorted(tally.items(), key=lambda pair: pair[1]) for _ in range(number)]
    return dict(zip(codes, values, strict=True))


def _answer(question: Question, dealt: Dealt, code: str) -> Answer:
    value = dealt[question.key].get(code)
    if value is None:
        return Answer(question.key, AnswerState.NOT_APPLICABLE, "")
    if value == AnswerState.NOT_REPORTED:
        return Answer(question.key, AnswerState.NOT_REPORTED, "")
    state = AnswerState.DONT_KNOW if value == AnswerState.DONT_KNOW else AnswerState.ANSWERED
    return Answer(question.key, state, value)


def _comments(rng: Random, survey: Survey, people: Sequence[Respondent], dealt: Dealt) -> dict[str, str]:
    """Return the key of the comment of each person who made one."""
    prototypes = set(survey.tallies["preferred"])
    texts: dict[str, Fits] = {
        each.key: {**each.fits, "preferred": (each.about,)} if each.about in prototypes else each.fits
        for each in survey.comments
    }
    traits = {each.code: _views(each, dealt) for each in people}
    return {code: key for key, code in share_out(rng, texts, traits, most=1).items()}


def _views(person: Respondent, dealt: Dealt) -> Traits:
    return {
        **person.traits,
        "preferred": dealt["preferred"][person.code],
        "agrees": dealt["needs_met"][person.code] in AGREES,
        "cso_role": dealt["cso_role"][person.code],
        "codesigner": "codesign" in person.took_part_in,
    }


def _calls(rng: Random, survey: Survey, n: int) -> list[date]:
    window = survey.window
    working = [day for day in each_day(window.start, window.end) if day.isoweekday() in WORKING_DAYS]
    return sorted(rng.choices(working, k=n))
