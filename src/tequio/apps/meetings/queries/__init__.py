"""Reads of meetings: which there are, who came, what was said there, and the plan of each."""

from tequio.apps.meetings.queries.attendance import Screen, attendees, came_to, mark_of, screen_of
from tequio.apps.meetings.queries.meetings import (
    coming,
    gathered_at,
    meeting_at,
    past,
    said_by,
    with_came,
)
from tequio.apps.meetings.queries.run_sheets import Sheet, TimedStep, sheet_of

__all__ = [
    "Screen",
    "Sheet",
    "TimedStep",
    "attendees",
    "came_to",
    "coming",
    "gathered_at",
    "mark_of",
    "meeting_at",
    "past",
    "said_by",
    "screen_of",
    "sheet_of",
    "with_came",
]
