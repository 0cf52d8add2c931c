"""The run sheet of a meeting, with the time of each step."""

from dataclasses import dataclass
from datetime import datetime

from tequio.apps.meetings.models import Meeting, Step
from tequio.core.run_sheet import Fit, fits, timed


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step and when it begins; None while the meeting has no date."""

    step: Step
    start: datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    steps: tuple[TimedStep, ...]
    fit: Fit


def sheet_of(meeting: Meeting) -> Sheet:
    """One query."""
    steps = list(meeting.steps.all())
    minutes = [step.minutes for step in steps]
    start = meeting.starts_at
    starts = [begin for begin, _end in timed(minutes, start)] if start else [None] * len(steps)
    rows = tuple(TimedStep(step, begin) for step, begin in zip(steps, starts, strict=True))
    return Sheet(rows, fits(minutes, start, meeting.ends_at))
