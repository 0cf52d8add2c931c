"""Writes to the run sheet of a meeting: always the whole of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from tequio.apps.meetings.actions.holding import held, noted, some_words
from tequio.apps.meetings.models import Meeting, Step
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal

MOST_STEPS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A step: how long, its name, how it is done, what is asked aloud (a line each) and what to bring."""

    minutes: int
    title: Localized
    how: Localized = field(default_factory=dict)
    prompts: Localized = field(default_factory=dict)
    materials: Localized = field(default_factory=dict)


@transaction.atomic
def write_run_sheet(meeting: Meeting, *, lines: Sequence[Line], by: Actor, at: datetime) -> list[Step]:
    """Replace the sheet by these lines in their order; the same sheet again changes nothing."""
    known = held(meeting)
    rows = [_step(known, place, line) for place, line in enumerate(lines, 1)]
    if len(rows) > MOST_STEPS:
        raise Refusal("meeting.too_many_steps", most=MOST_STEPS)
    before = list(known.steps.all())
    if _told(before) == _told(rows):
        return before
    known.steps.all().delete()
    Step.objects.bulk_create(rows)
    noted("meeting.run_sheet_written", known, by=by, at=at, steps=len(rows), minutes=sum(row.minutes for row in rows))
    return rows


def _step(meeting: Meeting, place: int, line: Line) -> Step:
    title = some_words(line.title)
    if not title:
        raise Refusal("meeting.step_untitled", step=place)
    if line.minutes < 1:
        raise Refusal("meeting.step_without_minutes", step=place)
    texts = {name: some_words(getattr(line, name)) for name in ("how", "prompts", "materials")}
    return Step(meeting=meeting, place=place, minutes=line.minutes, title=title, **texts)


def _told(steps: Iterable[Step]) -> list[tuple[object, ...]]:
    return [(step.minutes, step.title, step.how, step.prompts, step.materials) for step in steps]
