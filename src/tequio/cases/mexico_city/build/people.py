"""Who takes part, and the invitations that carried people from phase to phase."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from tequio.apps.processes import actions
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Invitation as Row
from tequio.apps.processes.models import Participant
from tequio.cases.mexico_city.build.plan import NOT_SAID
from tequio.cases.mexico_city.build.story import Story, moment
from tequio.cases.mexico_city.journey import Invitation, InvitationState
from tequio.cases.mexico_city.people import Participant as Told
from tequio.core.participants import parse

FIRST_DAYS = {
    "explore": date(2020, 8, 3),
    "build": date(2021, 6, 1),
    "codesign": date(2021, 9, 20),
    "feedback": date(2021, 12, 1),
}
SAID_NO = date(2021, 12, 17)  # who had not come or answered by then was asked no more

type People = Mapping[str, Participant]
"""By code, as "W1#13"."""


def bring(story: Story) -> People:
    """Everybody, with the codes that the case gives them, in the phase in which they came in."""
    people: dict[str, Participant] = {}
    for joined, told in groupby(story.case.participants, key=lambda each: each.joined):
        rows = list(told)
        made = actions.add_participants(
            story.process,
            wave=parse(rows[0].code).wave,
            people=[_newcomer(story, each, FIRST_DAYS[joined]) for each in rows],
            phase=story.phases[joined],
            synthetic=True,
            by=story.by,
            at=moment(FIRST_DAYS[joined]),
        )
        people |= {each.code: person for each, person in zip(rows, made, strict=True)}
    return people


def _newcomer(story: Story, told: Told, day: date) -> Newcomer:
    attributes = {"gender": told.gender, "age": told.age}
    return Newcomer(
        territory=story.ground.places[told.borough],
        organization=story.ground.organizations[told.organisation],
        attributes={key: band for key, band in attributes.items() if band != NOT_SAID},
        consents={"show": day.isoformat(), "quote": day.isoformat()},
    )


def invite(story: Story, people: People) -> None:
    """Carry people on. Meetings then say who came; to the survey came those who answered."""
    for told in _waiting(story.case.invitations):
        before = story.phases[told[0].carried_from or ""]
        invited = [people[each.participant] for each in told]
        phase, at = story.phases[told[0].phase], moment(FIRST_DAYS[told[0].phase])
        actions.invite(phase, invited, carried_from=before, by=story.by, at=at)


def answer(story: Story, people: People) -> None:
    """What became of the invitations that no meeting tells."""
    at, phases = moment(SAID_NO), story.phases
    for key, phase in phases.items():
        declined = _people(story, people, key, InvitationState.DECLINED)
        actions.change_invitations(phase, declined, state=Row.State.DECLINED, by=story.by, at=at)
    came = _people(story, people, "feedback", InvitationState.CAME)
    actions.change_invitations(phases["feedback"], came, state=Row.State.CAME, by=story.by, at=at)


def _waiting(invitations: Iterable[Invitation]) -> list[list[Invitation]]:
    """Those who were carried on, by where to and where from; who came in by themselves needs no invitation."""
    carried = [each for each in invitations if each.carried_from is not None]
    return [list(group) for _, group in groupby(carried, key=lambda each: (each.phase, each.carried_from))]


def _people(story: Story, people: People, phase: str, state: InvitationState) -> list[Participant]:
    return [people[each.participant] for each in story.case.invitations if (each.phase, each.state) == (phase, state)]
