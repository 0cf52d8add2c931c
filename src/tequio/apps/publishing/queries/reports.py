"""Whether the result of a process may be read by everybody, and the words that stand around it."""

from dataclasses import dataclass
from datetime import date, datetime

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import timeline
from tequio.apps.publishing.models import Report
from tequio.core import phases
from tequio.core.localized import Localized


@dataclass(frozen=True, slots=True)
class Standing:
    """`over` tells that every phase has ended: then people may read the result though nobody published it."""

    report: Report | None
    over: bool

    @property
    def published_at(self) -> datetime | None:
        return self.report.published_at if self.report else None

    @property
    def readable(self) -> bool:
        return self.published_at is not None or self.over

    @property
    def opening(self) -> Localized:
        return self.report.opening if self.report else {}

    @property
    def closing(self) -> Localized:
        return self.report.closing if self.report else {}


def report_of(process: Process) -> Report | None:
    found: Report | None = Report.objects.filter(process=process).first()
    return found


def standing_of(process: Process, on: date) -> Standing:
    """One query where it is published, three where it is not."""
    report = report_of(process)
    published = report is not None and report.published_at is not None
    return Standing(report, over=False if published else is_over(process, on))


def is_over(process: Process, on: date) -> bool:
    found = timeline(process)
    return bool(found) and all(phases.state(phase, on) is phases.PhaseState.PAST for phase in found)
