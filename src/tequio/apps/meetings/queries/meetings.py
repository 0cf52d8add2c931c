"""Which meetings there are, and what was gathered at one."""

from datetime import datetime

from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404

from tequio.apps.meetings.models import Attendance, Meeting, Outcome
from tequio.apps.processes.models import Process
from tequio.apps.thread.models import Knot
from tequio.core.thread import VOICES, LinkKind

State = Meeting.State


def with_came(process: Process) -> QuerySet[Meeting]:
    """All meetings, each with how many came."""
    came = Count("attendances", filter=Q(attendances__state=Attendance.State.CAME))
    found: QuerySet[Meeting] = Meeting.objects.filter(process=process).select_related("phase", "territory")
    return found.annotate(came=came)


def coming(process: Process, at: datetime) -> QuerySet[Meeting]:
    """What is planned and not over, soonest first; what has no date yet comes last."""
    return with_came(process).filter(_ahead(at)).order_by(F("starts_at").asc(nulls_last=True), "number")


def past(process: Process, at: datetime) -> QuerySet[Meeting]:
    """All the others, latest first."""
    return with_came(process).exclude(_ahead(at)).order_by(F("starts_at").desc(nulls_last=True), "-number")


def _ahead(at: datetime) -> Q:
    return Q(state=State.PLANNED) & (Q(starts_at=None) | Q(starts_at__gte=at) | Q(ends_at__gte=at))


def meeting_at(process: Process, number: int) -> Meeting:
    """The meeting of an address, with its phase, activity and territory."""
    every = Meeting.objects.filter(process=process).select_related("phase", "activity", "territory")
    found: Meeting = get_object_or_404(every, number=number)
    found.process = process
    return found


def gathered_at(knot: Knot) -> QuerySet[Knot]:
    """The voices that a meeting gathered and that everybody may see, in the order in which they were written down."""
    found: QuerySet[Knot] = Knot.objects.filter(
        back__source=knot, back__kind=LinkKind.GATHERED, kind__in=VOICES, public=True
    )
    return found.order_by("pk")


def said_by(meeting: Meeting) -> QuerySet[Outcome]:
    """What was learnt, first what most people said."""
    found: QuerySet[Outcome] = meeting.outcomes.order_by(F("people").desc(nulls_last=True), "pk")
    return found
