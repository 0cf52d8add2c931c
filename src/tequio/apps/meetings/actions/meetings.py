"""Writes to the plan of a meeting, and to what became of it."""

from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from django.db import transaction

from tequio.apps.meetings.actions.holding import check_day_has_come, held, knotted, noted, some_words, words
from tequio.apps.meetings.models import Meeting, Step
from tequio.apps.meetings.queries import came_to
from tequio.apps.processes.models import Activity, Phase, Process
from tequio.apps.processes.queries import locked, next_number
from tequio.apps.territories.models import Territory
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal

State = Meeting.State
YEAR = timedelta(days=365)
LONG_AGO, FAR_AHEAD = 100, 10  # years; anything beyond is a slip of the keyboard
COPIED = ("kind", "mode", "title", "purpose", "phase", "activity", "territory", "place", "joining", "seats")


class Plan(TypedDict, total=False):
    """What is known of a meeting before it happens."""

    kind: str
    mode: str
    title: Localized
    purpose: Localized
    phase: Phase | None
    activity: Activity | None
    territory: Territory | None
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    joining: str
    seats: int | None


@transaction.atomic
def plan_meeting(
    process: Process, *, by: Actor, at: datetime, synthetic: bool = False, **plan: Unpack[Plan]
) -> Meeting:
    """`kind`, `mode` and `title` are needed; the rest can be known later."""
    process = locked(process)
    meeting = Meeting(process=process, number=next_number(Meeting, process), synthetic=synthetic)
    _written(meeting, plan, at)
    noted("meeting.planned", meeting, by=by, at=at, kind=str(meeting.kind))
    return meeting


@transaction.atomic
def edit_meeting(meeting: Meeting, *, by: Actor, at: datetime, **plan: Unpack[Plan]) -> Meeting:
    """What is left out stays as it is."""
    known = held(meeting)
    _written(known, plan, at)
    noted("meeting.edited", known, by=by, at=at)
    return known


@transaction.atomic
def duplicate_meeting(meeting: Meeting, *, by: Actor, at: datetime, **plan: Unpack[Plan]) -> Meeting:
    """Another meeting with the same run sheet; what is left out is as in the first one, but the date, which is not."""
    first = held(meeting)
    same: Plan = {name: getattr(first, name) for name in COPIED}  # type: ignore[assignment]
    made = plan_meeting(first.process, by=by, at=at, synthetic=first.synthetic, **(same | plan))
    Step.objects.bulk_create([_copied(step, made) for step in first.steps.all()])
    noted("meeting.run_sheet_copied", made, by=by, at=at, source=first.number)
    return made


def _copied(step: Step, meeting: Meeting) -> Step:
    texts = {name: getattr(step, name) for name in ("title", "how", "prompts", "materials")}
    return Step(meeting=meeting, place=step.place, minutes=step.minutes, **texts)


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, reason: Localized, by: Actor, at: datetime) -> Meeting:
    """It stays where it was, with the reason; what people came to is not cancelled any more."""
    known, why = held(meeting), words(reason, "meeting.reason_needed", "reason")
    if n := came_to(known):
        raise Refusal("meeting.already_held", n=n)
    return _moved(known, State.CANCELLED, "meeting.cancelled", reason=why, by=by, at=at)


@transaction.atomic
def mark_held(meeting: Meeting, *, by: Actor, at: datetime) -> Meeting:
    known = held(meeting)
    if known.state == State.CANCELLED:
        raise Refusal("meeting.cancelled")
    check_day_has_come(known, at)
    return _moved(known, State.HELD, "meeting.held", by=by, at=at)


@transaction.atomic
def plan_again(meeting: Meeting, *, by: Actor, at: datetime) -> Meeting:
    """Undo a cancellation, or that it was marked as held, as long as nobody came."""
    known = held(meeting)
    if n := came_to(known):
        raise Refusal("meeting.already_held", n=n)
    return _moved(known, State.PLANNED, "meeting.planned_again", by=by, at=at)


def _moved(
    meeting: Meeting, state: str, verb: str, *, reason: Localized | None = None, by: Actor, at: datetime
) -> Meeting:
    """Doing it twice changes nothing and is not told twice."""
    after = {"state": state, "reason": dict(reason or {})}
    if after != {name: getattr(meeting, name) for name in after}:
        meeting.state, meeting.reason = state, dict(reason or {})
        meeting.save(update_fields=["state", "reason"])
        noted(verb, meeting, by=by, at=at)
    return meeting


def _written(meeting: Meeting, plan: Plan, at: datetime) -> None:
    for name, value in plan.items():
        setattr(meeting, name, value)
    meeting.title = words(meeting.title, "meeting.title_needed", "title")
    meeting.purpose = some_words(meeting.purpose)
    _check_place_in_process(meeting)
    _check_times(meeting, at)
    meeting.save()
    knotted(meeting)


def _check_place_in_process(meeting: Meeting) -> None:
    parts = (("phase", meeting.phase), ("activity", meeting.activity))
    for field, part in parts:
        if part is not None and part.process_id != meeting.process_id:
            raise Refusal("meeting.other_process", field=field)


def _check_times(meeting: Meeting, at: datetime) -> None:
    start, end = meeting.starts_at, meeting.ends_at
    if start is None:
        if end is not None:
            raise Refusal("meeting.end_without_start", field="ends")
        return
    if not at - LONG_AGO * YEAR < start < at + FAR_AHEAD * YEAR:
        raise Refusal("meeting.year_odd", year=start.year, field="day")
    if end is not None and end <= start:
        raise Refusal("meeting.ends_before_start", field="ends")
