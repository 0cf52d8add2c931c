"""Writing down who came: those who have a code already, and new people, who get one."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tequio.apps.meetings.actions.holding import check_day_has_come, held, knotted, noted
from tequio.apps.meetings.models import Attendance, Meeting
from tequio.apps.meetings.queries import came_to, mark_of
from tequio.apps.processes import actions as processes
from tequio.apps.processes.actions import Newcomer
from tequio.apps.processes.models import Invitation, Participant, Phase, Process
from tequio.apps.thread import actions as thread
from tequio.apps.thread.models import Knot
from tequio.apps.thread.queries import knots_of
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind

CAME = Attendance.State.CAME
State = Meeting.State


@dataclass(frozen=True, slots=True)
class Attended:
    """How many came in all, and the new people in the order in which they were given."""

    came: int
    fresh: tuple[Participant, ...] = ()


@transaction.atomic
def take_attendance(
    meeting: Meeting,
    *,
    came: Collection[Participant] = (),
    away: Collection[Participant] = (),
    newcomers: Sequence[Newcomer] = (),
    wave: str = "W1",
    seen: str | None = None,
    by: Actor,
    at: datetime,
) -> Attended:
    """All of it or nothing. `away` did not come after all; who is in neither list stays as they were.

    `seen` is the mark of the attendance that the writer had before them: new people are refused where it has changed
    since, so that the same sheet sent twice does not make them twice.
    """
    known = held(meeting)
    _check_open(known, [*came, *away], at)
    if seen is not None and newcomers and seen != mark_of(known):
        raise Refusal("meeting.attendance_changed", n=came_to(known))
    fresh = _made(known, newcomers, wave, by=by, at=at) if newcomers else []
    arrived = _add(known, [*came, *fresh], by=by, at=at)
    left = _remove(known, away, by=by, at=at)
    n = came_to(known)
    if arrived or left:
        noted("meeting.attendance_taken", known, by=by, at=at, came=n, added=arrived, removed=left)
    _now_held(known, n, by=by, at=at)
    return Attended(n, tuple(fresh))


def _check_open(meeting: Meeting, people: Collection[Participant], at: datetime) -> None:
    if meeting.state == State.CANCELLED:
        raise Refusal("meeting.cancelled")
    check_day_has_come(meeting, at)
    for person in people:
        if person.process_id != meeting.process_id:
            raise Refusal("meeting.not_of_process", person=str(person.code))
        if person.withdrawn_at is not None:
            raise Refusal("participant.left", person=str(person.code))


def _made(meeting: Meeting, newcomers: Sequence[Newcomer], wave: str, *, by: Actor, at: datetime) -> list[Participant]:
    return processes.add_participants(
        meeting.process, wave=wave, people=newcomers, synthetic=meeting.synthetic, by=by, at=at
    )


def _add(meeting: Meeting, people: Sequence[Participant], *, by: Actor, at: datetime) -> int:
    there = set(meeting.attendances.filter(state=CAME).values_list("participant_id", flat=True))
    fresh = list({one.pk: one for one in people if one.pk not in there}.values())
    rows = [Attendance(meeting=meeting, participant=one, state=CAME, noted_at=at) for one in fresh]
    Attendance.objects.bulk_create(
        rows, update_conflicts=True, update_fields=["state", "noted_at"], unique_fields=["meeting", "participant"]
    )
    if fresh:
        knot = knotted(meeting)
        links = [(theirs, LinkKind.ATTENDED, knot) for theirs in _knots(meeting.process, fresh)]
        thread.tie_many(meeting.process, links, by=by, at=at)
        _carry(meeting.phase, fresh, by=by, at=at)
    return len(fresh)


def _knots(process: Process, people: Sequence[Participant]) -> list[Knot]:
    """Whoever has no knot gets one that is not public: being somewhere is not the same as having said something."""
    there = knots_of(process, Kind.PARTICIPANT, [one.pk for one in people])
    things = [
        thread.Thing(
            Kind.PARTICIPANT, one.pk, str(one.code), {"es": str(one.code)}, public=False, synthetic=one.synthetic
        )
        for one in people
        if one.pk not in there
    ]
    return [*there.values(), *thread.add_knots(process, things)] if things else list(there.values())


def _carry(phase: Phase | None, people: Sequence[Participant], *, by: Actor, at: datetime) -> None:
    """Who comes to a meeting of a phase takes part in it, invited or not."""
    if phase is None:
        return
    processes.invite(phase, people, state=Invitation.State.CAME, by=by, at=at)
    asked = Invitation.objects.filter(phase=phase, participant__in=people)
    waiting = asked.exclude(state__in=[Invitation.State.CAME, Invitation.State.VOLUNTEERED])
    if others := [one.participant for one in waiting.select_related("participant")]:
        processes.change_invitations(phase, others, state=Invitation.State.CAME, by=by, at=at)


def _remove(meeting: Meeting, people: Collection[Participant], *, by: Actor, at: datetime) -> int:
    rows = meeting.attendances.filter(participant__in=people, state=CAME)
    gone = list(rows.values_list("participant_id", flat=True))
    if gone:
        rows.delete()
        knot = knotted(meeting)
        for theirs in knots_of(meeting.process, Kind.PARTICIPANT, gone).values():
            thread.untie(theirs, LinkKind.ATTENDED, knot, by=by, at=at)
        _uncarry(meeting.phase, gone, by=by, at=at)
    return len(gone)


def _uncarry(phase: Phase | None, ids: Collection[int], *, by: Actor, at: datetime) -> None:
    """Who came to no other meeting of the phase is invited to it again, as before."""
    if phase is None:
        return
    elsewhere = Attendance.objects.filter(meeting__phase=phase, state=CAME).values("participant")
    mistaken = Invitation.objects.filter(phase=phase, participant__in=ids, state=Invitation.State.CAME)
    if people := [one.participant for one in mistaken.exclude(participant__in=elsewhere).select_related("participant")]:
        processes.change_invitations(phase, people, state=Invitation.State.INVITED, by=by, at=at)


def _now_held(meeting: Meeting, came: int, *, by: Actor, at: datetime) -> None:
    if came and meeting.state == State.PLANNED:
        meeting.state = State.HELD
        meeting.save(update_fields=["state"])
        noted("meeting.held", meeting, by=by, at=at)
