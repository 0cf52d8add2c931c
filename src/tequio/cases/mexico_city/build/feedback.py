"""The telephone survey: its questions with the figures that were published elsewhere, and 51 invented responses."""

from collections.abc import Mapping
from typing import Any

from tequio.apps.solutions import actions
from tequio.apps.solutions.models import Answer, Feedback, Prototype, Question
from tequio.apps.solutions.models import Response as Row
from tequio.cases.mexico_city.build.people import People
from tequio.cases.mexico_city.build.prototypes import Designed
from tequio.cases.mexico_city.build.story import COMMENTS_READ, SURVEY_WRITTEN, Story, moment
from tequio.cases.mexico_city.feedback import Published, QuestionKind, Response
from tequio.cases.mexico_city.feedback import Question as Told
from tequio.cases.mexico_city.process import Result
from tequio.core.localized import both

COMMENT = "comment"


def survey(story: Story, designed: Designed, people: People) -> Feedback:
    feedback = actions.add_feedback(
        solution=designed.solution,
        title=story.case.form.name,
        about=story.case.notices.feedback,
        prototypes=list(designed.prototypes.values()),
        activity=story.activities["prototype-feedback"],
        synthetic=True,
        by=story.by,
        at=moment(SURVEY_WRITTEN),
    )
    for told in story.case.form.questions:
        _asked(story, told, feedback)
    for response in story.case.responses:
        _answered(story, response, feedback, designed.prototypes, people)
    _show_comments(story, feedback)
    return feedback


def _asked(story: Story, told: Told, feedback: Feedback) -> None:
    choice = told.kind is QuestionKind.CHOICE
    actions.add_question(
        feedback=feedback,
        kind=Question.Kind(told.kind),
        wording=told.label,
        key=told.key,
        choices=[{"key": each.key, "label": dict(each.label)} for each in told.choices] if choice else [],
        only_for=story.phases[told.only_for] if told.only_for else None,
        notes=[_note(each, story.case.facts.process.result(each.result)) for each in _published(story, told)],
        by=story.by,
        at=moment(SURVEY_WRITTEN),
    )


def _published(story: Story, told: Told) -> list[Published]:
    return [each for each in story.case.published if each.question == told.key]


def _note(published: Published, result: Result) -> dict[str, Any]:
    """The fraction as it was published: no base is stated, and these are the counts that agree with it."""
    return {
        "said": both(*(f"{result.claim[language]}: {result.words[language]}" for language in ("es", "en"))),
        "base": None,
        "admissible": [[reading.count, reading.of] for reading in result.readings],
        "source": result.source,
        "counts": list(published.counts),
    }


def _answered(
    story: Story, told: Response, feedback: Feedback, prototypes: Mapping[str, Prototype], people: People
) -> None:
    values = {answer.question: answer.value for answer in told.answers if answer.value}
    answers = {key: str(prototypes[value].number) if value in prototypes else value for key, value in values.items()}
    actions.submit_response(
        feedback=feedback,
        answers={**answers, COMMENT: told.comment_text},
        channel=Row.Channel.TELEPHONE,
        participant=people[told.participant],
        may_show=True,
        synthetic=told.synthetic,
        by=story.by,
        at=moment(told.day),
    )


def _show_comments(story: Story, feedback: Feedback) -> None:
    said = Answer.objects.filter(question__feedback=feedback, question__key=COMMENT)
    for answer in said.select_related("response__feedback__process"):
        actions.show_comment(answer=answer, shown=True, by=story.by, at=moment(COMMENTS_READ))
