"""The first page of a space: its newest story, what is open now, and where else to go."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tequio.apps.organizations.models import Organization
from tequio.apps.processes import journey
from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import knot_counts
from tequio.apps.publishing.models import Report
from tequio.apps.publishing.queries.quoting import most_telling
from tequio.apps.spaces.models import Space
from tequio.apps.synthesis.models import Quote
from tequio.apps.synthesis.quotable import is_public
from tequio.apps.territories.models import Territory
from tequio.core import phases
from tequio.core.localized import Localized
from tequio.core.thread import Kind

NEWEST = 5
TRIED = 30  # quotes that one is chosen from
SHOWN = (Kind.CONTRIBUTION, Kind.THEME, Kind.PROBLEM, Kind.PROTOTYPE, Kind.COMMITMENT)


@dataclass(frozen=True, slots=True)
class Lead:
    """The story at the top; `report` where its result is published, `steps` from its voices to what was promised."""

    process: Process
    report: Report | None
    steps: tuple[dict[str, Any], ...]
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Running:
    """A process with its phases as their component wants them, and what is open in it."""

    process: Process
    now: str
    calls: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Front:
    lead: Lead | None
    processes: tuple[Running, ...]
    organizations: tuple[Organization, ...]
    listed: int
    territories: bool

    @property
    def calls(self) -> list[tuple[Process, dict[str, Any]]]:
        """What is open in every process: first where people can say something."""
        every = [(running.process, call) for running in self.processes for call in running.calls]
        return sorted(every, key=_says_nothing)


def _says_nothing(open_now: tuple[Process, dict[str, Any]]) -> bool:
    process, call = open_now
    return bool(call["url"] != journey.address(process, "contributions:say"))


def front_of(on: date) -> Front:
    """For the space in force, public things alone: nine queries."""
    processes = tuple(_running(process, on) for process in _newest())
    listed = Organization.objects.filter(listed=True)
    return Front(
        lead=_lead(processes),
        processes=processes,
        organizations=tuple(listed.order_by("-made_at", "name")[:NEWEST]),
        listed=listed.count(),
        territories=Territory.objects.exists(),
    )


def behind(space: Space) -> list[tuple[str, Localized]]:
    """Who runs the space and who pays for it, where more than their name is known: no query."""
    told = [(space.operator, "about"), *((funder, "what") for funder in space.funders)]
    return [(body["name"], body[words]) for body, words in told if any(body.get(words, {}).values())]


def _newest() -> list[Process]:
    found = Process.objects.filter(public=True, template=False).select_related("space")
    return list(found.prefetch_related("phases__activities").order_by("-made_at", "-pk")[:NEWEST])


def _running(process: Process, on: date) -> Running:
    ribbon, found = journey.ribbon(process.phases.all(), on), list(process.phases.all())
    now = next((phase["title"] for phase in ribbon if phase["state"] == phases.PhaseState.NOW), "")
    return Running(process, now, tuple(journey.calls(process, found, on)))


def _lead(processes: tuple[Running, ...]) -> Lead | None:
    """The result that was published last; else the newest process that has a phase under way; else the newest."""
    told = Report.objects.filter(published_at__isnull=False, process__public=True).select_related("process__space")
    report = told.order_by("-published_at").first()
    if report is not None:
        return _story(report.process, report)
    under_way = (running.process for running in processes if running.now)
    newest = (running.process for running in processes)
    process = next(under_way, None) or next(newest, None)
    return _story(process, None) if process else None


def _story(process: Process, report: Report | None) -> Lead:
    steps = journey.steps(process, knot_counts(process))
    return Lead(process, report, tuple(step for step in steps if step["kind"] in SHOWN), _quote(process))


def _quote(process: Process) -> Quote | None:
    """A passage that may be shown to everybody today."""
    every = Quote.objects.filter(theme__process=process, theme__public=True, theme__merged_into__isnull=True)
    found = every.select_related("theme", "contribution__participant").order_by("pk")[:TRIED]
    return most_telling(filter(is_public, found))
