"""Twenty-three meetings: as many as documented, with invented days, attendance and notes."""

import re
from collections.abc import Mapping
from datetime import timedelta

from tequio.apps.meetings import actions
from tequio.apps.meetings.actions import Line
from tequio.apps.meetings.models import Meeting
from tequio.cases.mexico_city.build.people import People
from tequio.cases.mexico_city.build.story import Story, moment
from tequio.cases.mexico_city.meetings import Meeting as Told
from tequio.cases.mexico_city.template import Step
from tequio.core.localized import Localized, both

AHEAD = timedelta(days=14)
QUESTION = re.compile(r"¿[^?]*\?|[^.?¿]*\?")

type Meetings = Mapping[str, Meeting]
"""By the key they have in the case."""


def hold(story: Story, people: People) -> Meetings:
    """Planned two weeks ahead; written down on the evening of the day."""
    return {told.key: _held(story, told, people) for told in story.case.meetings}


def _held(story: Story, told: Told, people: People) -> Meeting:
    meeting = _planned(story, told)
    at = moment(told.day, told.start) + timedelta(minutes=told.minutes)
    came = [people[code] for code in told.attendance]
    actions.take_attendance(meeting, came=came, by=story.by, at=at)
    if told.notes:
        actions.add_note(meeting, body=told.notes["es"], public=True, by=story.by, at=at)
    for outcome in told.outcomes:
        actions.add_outcome(meeting, text=outcome.words, people=outcome.people, by=story.by, at=at)
    return meeting


def _planned(story: Story, told: Told) -> Meeting:
    starts = moment(told.day, told.start)
    meeting = actions.plan_meeting(
        story.process,
        kind=str(told.kind),
        mode=Meeting.Mode.VIRTUAL,
        title=told.name,
        purpose=_purpose(story, told),
        phase=story.phases[told.phase],
        activity=story.activities[told.activity],
        territory=story.ground.places[told.area] if told.area else story.ground.space.territory,
        starts_at=starts,
        ends_at=starts + timedelta(minutes=told.minutes),
        synthetic=told.synthetic,
        by=story.by,
        at=starts - AHEAD,
    )
    actions.write_run_sheet(meeting, lines=[line(step) for step in told.steps], by=story.by, at=starts - AHEAD)
    return meeting


def _purpose(story: Story, told: Told) -> Localized:
    """With the themes whose voices asked for it, where it was held because of them."""
    names = [theme.name for theme in story.case.themes if theme.key in told.from_themes]
    if not names:
        return told.purpose
    es, en = (", ".join(f"“{name[language]}”" for name in names) for language in ("es", "en"))
    return both(
        f"{told.purpose['es']}. Lo pidieron las voces de {es}.",
        f"{told.purpose['en']}. The voices of {en} asked for it.",
    )


def line(step: Step) -> Line:
    """What is asked aloud goes on the cards; the rest says how it is done."""
    asked = {language: QUESTION.findall(words) for language, words in step.words.items()}
    how = {language: QUESTION.sub("", words).strip() for language, words in step.words.items()}
    prompts = {language: "\n".join(question.strip() for question in found) for language, found in asked.items()}
    return Line(step.minutes, step.name, how, prompts, step.materials)
