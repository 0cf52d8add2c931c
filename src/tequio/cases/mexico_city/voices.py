"""Invented voices: written one by one, given to a participant they fit, said in the meeting that person came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tequio.cases.mexico_city.chance import stream
from tequio.cases.mexico_city.fitting import Fits, Traits, share_out
from tequio.cases.mexico_city.meetings import Meeting, MeetingKind
from tequio.cases.mexico_city.organisations import Register
from tequio.cases.mexico_city.people import Participant
from tequio.core.localized import Localized

NO_LIMIT = 1_000
TALKS = (2, 3, 3, 4, 5)  # some people speak more than others


class ContributionKind(StrEnum):
    NEED = "need"
    IDEA = "idea"
    WISH = "wish"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True)
class Voice:
    """A text and who could have said it; `also` are themes besides that of its file."""

    key: str
    kind: ContributionKind
    text: str
    fits: Fits = field(default_factory=dict)
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a voice exactly as said, with their English."""

    voice: str
    text: str
    en: str


@dataclass(frozen=True, slots=True)
class ThemeHead:
    key: str
    name: Localized
    memo: Localized


@dataclass(frozen=True, slots=True)
class Chorus:
    """One file of voices: the theme they were grouped under, and the passages that show what it means."""

    theme: ThemeHead
    voices: tuple[Voice, ...]
    quotes: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea said in a co-design workshop."""

    key: str
    meeting: str
    text: str
    themes: tuple[str, ...]

    @property
    def voice(self) -> Voice:
        return Voice(self.key, ContributionKind.IDEA, self.text)


@dataclass(frozen=True, slots=True)
class Contribution:
    """Said by one participant in one meeting; `themes` has the main one first; `text` is Spanish, as said."""

    key: str
    kind: ContributionKind
    text: str
    meeting: str
    participant: str
    borough: str
    day: date
    themes: tuple[str, ...]
    language: str = "es"
    synthetic: bool = True


def said_in_focus_groups(
    seed: int, choruses: Sequence[Chorus], people: Mapping[str, Traits], meetings: Sequence[Meeting]
) -> tuple[Contribution, ...]:
    """Return the voices in the order in which they were said: by meeting, then as the round went."""
    rng = stream(seed, "voices")
    voices = {voice.key: (voice, chorus.theme.key) for chorus in choruses for voice in chorus.voices}
    talks = {code: rng.choice(TALKS) for code in people}
    speakers = share_out(rng, {key: voice.fits for key, (voice, _) in voices.items()}, people, NO_LIMIT, talks)
    groups = [meeting for meeting in meetings if meeting.kind is MeetingKind.FOCUS_GROUP]
    where = {code: meeting for meeting in groups for code in meeting.attendance}
    said = [
        _contribution(voice, (theme, *voice.also), where[speakers[key]], speakers[key], people)
        for key, (voice, theme) in voices.items()
        if key in speakers
    ]
    rng.shuffle(said)
    return tuple(sorted(said, key=lambda each: each.day))


def said_in_codesign(
    seed: int, ideas: Sequence[Idea], people: Mapping[str, Traits], meetings: Sequence[Meeting]
) -> tuple[Contribution, ...]:
    rng = stream(seed, "ideas")
    workshops = {meeting.key: meeting for meeting in meetings}
    quiet = {key: rng.sample(meeting.attendance, len(meeting.attendance)) for key, meeting in workshops.items()}
    return tuple(
        _contribution(idea.voice, idea.themes, workshops[idea.meeting], quiet[idea.meeting].pop(), people)
        for idea in ideas
    )


def traits_of(participants: Sequence[Participant], register: Register) -> dict[str, Traits]:
    organisations = {each.key: each.traits() for each in register.organisations}
    return {
        each.code: {**organisations[each.organisation], "gender": each.gender, "age": each.age} for each in participants
    }


def _contribution(
    voice: Voice, themes: tuple[str, ...], meeting: Meeting, code: str, people: Mapping[str, Traits]
) -> Contribution:
    return Contribution(
        key=voice.key,
        kind=voice.kind,
        text=voice.text,
        meeting=meeting.key,
        participant=code,
        borough=str(people[code]["borough"]),
        day=meeting.day,
        themes=themes,
    )
