"""What was said, as it was said, and the themes it was grouped under."""

from collections.abc import Mapping

from tequio.apps.contributions import actions as contributions
from tequio.apps.contributions.actions import Typed
from tequio.apps.contributions.models import Contribution
from tequio.apps.synthesis import actions as synthesis
from tequio.apps.synthesis.models import Theme
from tequio.cases.mexico_city.build.meetings import Meetings
from tequio.cases.mexico_city.build.story import EVENING, THEMED, Story, moment
from tequio.cases.mexico_city.meetings import Meeting as ToldMeeting
from tequio.cases.mexico_city.synthesis import Theme as ToldTheme

type Voices = Mapping[str, Contribution]
type Themes = Mapping[str, Theme]


def write_down(story: Story, meetings: Meetings) -> Voices:
    """Meeting by meeting, on the evening of the day, with the code of who spoke."""
    voices: dict[str, Contribution] = {}
    for told in story.case.meetings:
        voices |= _of_meeting(story, told, meetings)
    return voices


def _of_meeting(story: Story, told: ToldMeeting, meetings: Meetings) -> Voices:
    said = [each for each in story.case.contributions if each.meeting == told.key]
    if not said:
        return {}
    made = contributions.enter(
        process=story.process,
        rows=[Typed(each.participant, str(each.kind), each.text) for each in said],
        meeting=meetings[told.key],
        shown=True,
        channel=Contribution.Channel.MEETING,
        by=story.by,
        at=moment(told.day, EVENING),
    )
    return dict(zip((each.key for each in said), made, strict=True))


def group(story: Story, voices: Voices) -> Themes:
    return {told.key: _grouped(story, told, voices) for told in story.case.themes}


def _grouped(story: Story, told: ToldTheme, voices: Voices) -> Theme:
    at = moment(THEMED)
    theme = synthesis.add_theme(
        process=story.process, title=told.name, memo=told.memo, synthetic=told.synthetic, by=story.by, at=at
    )
    synthesis.group(theme=theme, contributions=[voices[key] for key in told.contributions], by=story.by, at=at)
    for quote in told.quotes:
        said, words = voices[quote.contribution], quote.words["es"]
        synthesis.add_quote(theme=theme, contribution=said, passage=words, by=story.by, at=at)
    return theme
