"""A process without its city: phases, suggested activities and timed run sheets to start from."""

from dataclasses import dataclass

from tequio.core.localized import Localized
from tequio.core.phases import Activity


@dataclass(frozen=True, slots=True)
class Step:
    """A timed step of a run sheet; `materials` may be empty."""

    minutes: int
    name: Localized
    words: Localized
    materials: Localized


@dataclass(frozen=True, slots=True)
class RunSheet:
    key: str
    name: Localized
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class TemplateActivity:
    kind: Activity
    name: Localized
    purpose: Localized
    run_sheet: str | None


@dataclass(frozen=True, slots=True)
class TemplatePhase:
    """`weeks` is a suggestion; `invites_from` is the phase whose people are invited on."""

    key: str
    number: int
    name: Localized
    purpose: Localized
    weeks: int
    invites_from: str | None
    ends_with: Localized
    activities: tuple[TemplateActivity, ...]


@dataclass(frozen=True, slots=True)
class Template:
    key: str
    name: Localized
    summary: Localized
    source: str
    phases: tuple[TemplatePhase, ...]
    run_sheets: tuple[RunSheet, ...]

    def run_sheet(self, key: str) -> RunSheet:
        return next(sheet for sheet in self.run_sheets if sheet.key == key)
