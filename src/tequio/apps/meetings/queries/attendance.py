"""Who came, and whom to look for on the screen where attendance is typed."""

from dataclasses import dataclass

from django.db.models import Count, Max, Q, QuerySet

from tequio.apps.meetings.models import Attendance, Meeting
from tequio.apps.processes.models import Invitation, Participant
from tequio.apps.processes.queries import participants_of

CAME = Attendance.State.CAME
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Screen:
    """Those who may have come, by code, with the ids of those who did; `more` are too many to show: type their codes.

    `mark` changes whenever somebody is added.
    """

    people: tuple[Participant, ...]
    came: frozenset[int]
    more: int
    mark: str


def came_to(meeting: Meeting) -> int:
    return meeting.attendances.filter(state=CAME).count()


def attendees(meeting: Meeting) -> QuerySet[Attendance]:
    """Who came, by code: for staff alone."""
    found: QuerySet[Attendance] = meeting.attendances.filter(state=CAME)
    people = found.select_related("participant__organization", "participant__territory")
    return people.order_by("participant__wave", "participant__number")


def mark_of(meeting: Meeting) -> str:
    """A word that is another one as soon as somebody was added to the meeting."""
    found = meeting.attendances.aggregate(n=Count("pk"), last=Max("pk"))
    return f"{found['n']}-{found['last'] or 0}"


def screen_of(meeting: Meeting) -> Screen:
    """Those invited to the phase of the meeting (or all of the process) and those who came: five queries."""
    came = frozenset(meeting.attendances.filter(state=CAME).values_list("participant_id", flat=True))
    everybody = participants_of(meeting.process)
    invited = everybody.filter(_expected(meeting)).exclude(pk__in=came)
    people = [*everybody.filter(pk__in=came), *invited[:SHOWN]]
    more = max(0, invited.count() - SHOWN)
    return Screen(tuple(sorted(people, key=lambda one: one.code)), came, more, mark_of(meeting))


def _expected(meeting: Meeting) -> Q:
    if meeting.phase_id is None:
        return Q()
    return Q(pk__in=Invitation.objects.filter(phase=meeting.phase_id).values("participant"))
