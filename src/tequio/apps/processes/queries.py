"""Reads of processes, their phases and the people in them."""

from datetime import date

from django.db.models import Max, QuerySet
from django.db.models import Model as AnyModel
from django.http import Http404

from tequio.apps.processes.models import Activity, Process
from tequio.core import phases
from tequio.core.roles import Permission
from tequio.web.requests import Request, may


def processes_for(request: Request) -> QuerySet[Process]:
    """Public processes, and for staff the drafts too."""
    every: QuerySet[Process] = Process.objects.select_related("space").order_by("-made_at")
    return every if may(request, Permission.RECORD_READ) else every.filter(public=True)


def process_for(request: Request, slug: str) -> Process:
    """The process of an address, with its space; one that this reader may not see is not there."""
    process = processes_for(request).filter(slug=slug).first()
    if process is None:
        raise Http404
    return process


def timeline(process: Process) -> list[phases.Phase]:
    """The phases of a process as the core decides on them: two queries."""
    return [phase.to_core() for phase in process.phases.prefetch_related("activities")]


def next_number(model: type[AnyModel], process: Process) -> int:
    """The number for a new thing; ask inside the transaction that holds the process (`locked`)."""
    highest = model._default_manager.filter(process=process).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def locked(process: Process) -> Process:
    """The process, held until the end of the transaction, so that two writers take turns."""
    held: Process = Process.objects.select_for_update().get(pk=process.pk)
    return held


def open_activities(process: Process, on: date) -> list[Activity]:
    """The activities that people can take part in on a day, in their order: two queries."""
    opens = {phase.key for phase in phases.open_phases(timeline(process), on)}
    found: QuerySet[Activity] = Activity.objects.filter(process=process, phases__key__in=opens).distinct()
    return list(found)


def require_open(process: Process, kind: phases.Activity, on: date) -> phases.Phase:
    """The open phase that allows this kind of activity, or a refusal that says when it opens: two queries."""
    return phases.require_open(timeline(process), kind, on)
