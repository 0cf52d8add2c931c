"""The phases of a process and what they open."""

from datetime import date

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from tequio.apps.processes.models import Activity, Phase, Process
from tequio.core import phases


def phases_of(process: Process) -> list[Phase]:
    """The phases in their order, each with its activities: two queries."""
    return list(process.phases.prefetch_related("activities"))


def phase_at(process: Process, key: str) -> Phase:
    """The phase of an address, with its activities at hand."""
    found: Phase = get_object_or_404(process.phases.prefetch_related("activities"), key=key)
    return found


def timeline(process: Process) -> list[phases.Phase]:
    """The phases of a process as the core decides on them: two queries."""
    return [phase.to_core() for phase in phases_of(process)]


def open_activities(process: Process, on: date) -> list[Activity]:
    """The activities that people can take part in on a day, in their order: three queries."""
    opens = [phase.key for phase in phases.open_phases(timeline(process), on)]
    found: QuerySet[Activity] = Activity.objects.filter(process=process, phases__key__in=opens).distinct()
    return list(found)


def require_open(process: Process, kind: phases.Activity, on: date) -> phases.Phase:
    """The open phase that allows this kind of activity, or a refusal that says when it opens: two queries."""
    return phases.require_open(timeline(process), kind, on)
