"""What was said in the second process, at its assembly and through its open call, and the themes it was put under."""

from collections.abc import Mapping
from uuid import uuid4

from django.utils.timezone import localdate

from tequio.apps.contributions import actions as contributions
from tequio.apps.contributions.actions import QUOTE, SHOW, WAVE, Saying, Typed
from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes import actions as processes
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Participant
from tequio.apps.synthesis import actions as synthesis
from tequio.apps.synthesis.models import Theme
from tequio.cases.mexico_city.build.today import Today
from tequio.cases.mexico_city.build.water import People
from tequio.cases.mexico_city.water import Theme as Told
from tequio.cases.mexico_city.water import Voice, WebVoice
from tequio.core.actors import NOBODY

type Said = Mapping[int, Contribution]
"""What was said at the assembly, by the number of who said it."""

type Heard = Mapping[WebVoice, Contribution]
"""What came through the open call and was accepted."""

type Themes = Mapping[str, Theme]


def write_down(today: Today, people: People, assembly: Meeting) -> Said:
    """Who agreed is shown with their code; the words of the others are counted and not shown."""
    said: dict[int, Contribution] = {}
    for shown in (True, False):
        voices = [each for each in today.told.voices if today.told.people[each.person - 1].shows is shown]
        made = contributions.enter(
            process=today.story.process,
            rows=[_typed(each, people) for each in voices],
            meeting=assembly,
            shown=shown,
            channel=Contribution.Channel.MEETING,
            by=today.by,
            at=today.before(today.told.assembly.day),
        )
        said |= {each.person: row for each, row in zip(voices, made, strict=True)}
    return said


def _typed(voice: Voice, people: People) -> Typed:
    return Typed(str(people[voice.person].code), voice.kind, voice.text)


def hear_the_web(today: Today) -> Heard:
    """One is read and accepted; the others wait for somebody to read them."""
    heard = {each: _said(today, each) for each in today.told.from_the_web}
    accepted = {each: row for each, row in heard.items() if each.accepted}
    numbers = [row.number for row in accepted.values()]
    contributions.accept(process=today.story.process, numbers=numbers, by=today.by, at=today.before(-4))
    return accepted


def _said(today: Today, told: WebVoice) -> Contribution:
    process, at = today.story.process, today.before(-5)
    saying = Saying(told.text, uuid4(), kind=told.kind, territory=today.story.ground.places[told.borough])
    person = _somebody(today, saying)
    return contributions.say(
        process=process, saying=saying, participant=person, words="", by=NOBODY, at=at
    ).contribution


def _somebody(today: Today, saying: Saying) -> Participant:
    """Nobody is behind these words, so the open call must not take them for somebody new."""
    at = today.before(-5)
    consents = dict.fromkeys((SHOW, QUOTE), localdate(at).isoformat())
    newcomer, process = Newcomer(territory=saying.territory, consents=consents), today.story.process
    return processes.add_participant(process, wave=WAVE, newcomer=newcomer, synthetic=True, by=NOBODY, at=at)


def group(today: Today, said: Said, heard: Heard) -> Themes:
    return {each.key: _theme(today, each, said, heard) for each in today.told.themes}


def _theme(today: Today, told: Told, said: Said, heard: Heard) -> Theme:
    process, by, at = today.story.process, today.by, today.before(-10)
    theme = synthesis.add_theme(process=process, title=told.name, memo=told.memo, synthetic=True, by=by, at=at)
    spoken = [said[voice.person] for voice in today.told.voices if told.key in voice.themes]
    written = [row for voice, row in heard.items() if told.key in voice.themes]
    synthesis.group(theme=theme, contributions=[*spoken, *written], by=by, at=at)
    for quote in told.quotes:
        synthesis.add_quote(theme=theme, contribution=said[quote.person], passage=quote.text, by=by, at=at)
    return theme
