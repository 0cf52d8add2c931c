"""What people said, as the tests of themes need it."""

from dataclasses import replace

from tequio.apps.contributions.actions.keeping import Words, keep
from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings.models import Meeting
from tequio.apps.synthesis import actions
from tequio.apps.synthesis.models import Theme
from tequio.apps.thread.actions import Thing, add_knot
from tequio.core.actors import Actor, ActorKind
from tequio.core.thread import Kind
from tests.people import NOON, Cast

ANA = Actor(ActorKind.FACILITATOR, "a" * 16)
ACCEPTED = Contribution.Status.ACCEPTED


def said(
    cast: Cast, *bodies: str, status: str = ACCEPTED, channel: str = "meeting", **facts: object
) -> list[Contribution]:
    words = [replace(Words(body, shown=True), **facts) for body in bodies]
    return keep(cast.process, words, channel=channel, status=status, by=ANA, at=NOON)


def one(cast: Cast, body: str, **facts: object) -> Contribution:
    return said(cast, body, **facts)[0]


def theme(cast: Cast, title: str = "El agua", *voices: Contribution, public: bool = True) -> Theme:
    made = actions.add_theme(process=cast.process, title={"es": title}, public=public, by=ANA, at=NOON)
    if voices:
        actions.group(theme=made, contributions=voices, by=ANA, at=NOON)
    return made


def workshop(cast: Cast, number: int) -> Meeting:
    made = Meeting.objects.create(
        process=cast.process, number=number, kind="workshop", mode="in_person", title={"es": f"Taller {number}"}
    )
    add_knot(cast.process, Thing(Kind.MEETING, made.pk, f"E{number}", made.title))
    return made
