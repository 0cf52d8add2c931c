"""The second process, small and invented: its plan, its people and its meetings, open on the day of building."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from tequio.apps.contributions.actions import QUOTE, SHOW
from tequio.apps.meetings import actions as meetings
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes import actions
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Participant, Process
from tequio.apps.processes.models import Phase as Row
from tequio.apps.processes.wording import season_of
from tequio.cases.mexico_city.build.meetings import line
from tequio.cases.mexico_city.build.story import Ground, Story
from tequio.cases.mexico_city.build.today import Today, afternoon, before, known_words, on
from tequio.cases.mexico_city.facts import template
from tequio.cases.mexico_city.water import Phase, Water
from tequio.core.phases import Precision, Span, season_span

SLUG, WAVE = "agua", "W1"
TWO_HOURS = timedelta(hours=2)

type People = Mapping[int, Participant]


def caro_words() -> str:
    return known_words("caro")


def draw(told: Water, ground: Ground, *, at: datetime) -> Today:
    """The plan, with phases that are open today."""
    by, written = ground.by, before(at, told.phases[0].first)
    process = actions.create_process(
        space=ground.space,
        slug=SLUG,
        title=told.title,
        summary=told.summary,
        territory=ground.space.territory,
        moderation=Process.Moderation.BEFORE,
        synthetic=True,
        by=by,
        at=written,
    )
    phases = {each.key: _phase(process, each, ground, at) for each in told.phases}
    activities = {
        each.key: actions.add_activity(
            process,
            key=each.key,
            kind=each.kind,
            title=each.name,
            about=each.about,
            phases=[phases[key] for key in each.phases],
            by=by,
            at=written,
        )
        for each in told.activities
    }
    public = actions.publish(process, public=True, by=by, at=written)
    return Today(told, Story(ground, public, phases, activities), at)


def _phase(process: Process, told: Phase, ground: Ground, at: datetime) -> Row:
    span, written = _span(told, at), before(at, min(told.first, 0))
    return actions.add_phase(
        process, key=told.key, title=told.name, purpose=told.purpose, span=span, by=ground.by, at=written
    )


def _span(told: Phase, at: datetime) -> Span:
    first = on(at, told.first)
    if told.precision is Precision.SEASON:
        season, year = season_of(first)
        return season_span(year, season)
    return Span(first, on(at, told.last), told.precision)


def bring(today: Today) -> People:
    """They take part in the first phase and are invited to the one of design; Caro can come back with her words."""
    day, story = today.before(today.told.assembly.day), today.story
    made = actions.add_participants(
        story.process,
        wave=WAVE,
        people=[_newcomer(today, place, day) for place in range(len(today.told.people))],
        phase=story.phases["listen"],
        synthetic=True,
        by=today.by,
        at=day,
    )
    actions.carry(story.phases["listen"], story.phases["try"], by=today.by, at=today.before(-14))
    people = dict(enumerate(made, 1))
    actions.give_passphrase(people[today.told.caro], words=caro_words(), by=today.by, at=day)
    return people


def _newcomer(today: Today, place: int, day: datetime) -> Newcomer:
    person, ground = today.told.people[place], today.story.ground
    consents = dict.fromkeys((SHOW, QUOTE) if person.shows else (), localdate(day).isoformat())
    organization = ground.organizations[person.organisation] if person.organisation else None
    return Newcomer(territory=ground.places[person.borough], organization=organization, consents=consents)


def meet(today: Today, people: People) -> Meeting:
    """An assembly that was held, and a workshop that is still to come."""
    held, by, day = today.told.assembly, today.by, today.before(today.told.assembly.day)
    plan = {"kind": Meeting.Kind.ASSEMBLY, "mode": Meeting.Mode.IN_PERSON, "title": held.name, "purpose": held.purpose}
    assembly = _planned(today, plan, "assemblies", "listen", held.day, written=-30)
    _run_sheet(today, assembly, "focus_group")
    meetings.take_attendance(assembly, came=[people[number] for number in held.came], by=by, at=day)
    meetings.add_note(assembly, body=held.note["es"], public=True, by=by, at=day)
    meetings.add_outcome(assembly, text=held.outcome, people=held.said, by=by, at=day)
    coming = today.told.workshop
    plan = {"kind": Meeting.Kind.WORKSHOP, "mode": Meeting.Mode.HYBRID, "title": coming.name, "purpose": coming.purpose}
    workshop = _planned(today, plan, "design", "try", coming.day, written=-3)
    _run_sheet(today, workshop, "codesign_workshop")
    return assembly


def _planned(today: Today, plan: Mapping[str, object], activity: str, phase: str, day: int, *, written: int) -> Meeting:
    starts, story = afternoon(today.at, day), today.story
    return meetings.plan_meeting(
        story.process,
        **plan,  # type: ignore[arg-type]
        phase=story.phases[phase],
        activity=story.activities[activity],
        territory=story.ground.places[today.told.people[0].borough],
        starts_at=starts,
        ends_at=starts + TWO_HOURS,
        synthetic=True,
        by=today.by,
        at=today.before(written),
    )


def _run_sheet(today: Today, meeting: Meeting, key: str) -> None:
    lines = [line(step) for step in template().run_sheet(key).steps]
    meetings.write_run_sheet(meeting, lines=lines, by=today.by, at=today.before(-3))
