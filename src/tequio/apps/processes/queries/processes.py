"""Which processes there are, for whom."""

from django.db.models import Max, QuerySet
from django.db.models import Model as AnyModel
from django.http import Http404

from tequio.apps.processes.models import Process
from tequio.apps.spaces.models import Space
from tequio.web.requests import Request


def processes_for(request: Request) -> QuerySet[Process]:
    """Public processes, and for staff the drafts too."""
    every: QuerySet[Process] = Process.objects.select_related("space").order_by("-made_at", "pk")
    return every if request.permissions else every.filter(public=True)


def process_for(request: Request, slug: str, *, notes: bool = False) -> Process:
    """The process of an address, with its space; one that this reader may not see is not there.

    Its notes may be long, and only the process's own page shows them.
    """
    found = processes_for(request).filter(slug=slug)
    process = (found if notes else found.defer("notes")).first()
    if process is None:
        raise Http404
    return process


def templates_in(space: Space) -> QuerySet[Process]:
    """Plans to start a process from."""
    plans: QuerySet[Process] = Process.objects.filter(space=space, template=True).order_by("made_at")
    return plans.prefetch_related("phases")


def next_number(model: type[AnyModel], process: Process) -> int:
    """The number for a new thing; ask inside the transaction that holds the process (`locked`)."""
    rows = model._default_manager.filter(process=process)
    highest = rows.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1


def locked(process: Process) -> Process:
    """The process, held until the end of the transaction, so that two writers take turns."""
    held: Process = Process.objects.select_for_update().get(pk=process.pk)
    return held
