"""What the templates of this app need: states in words and shapes, dates as exactly as they are known."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.timezone import localtime

from tequio.apps.commitments.wording import SHAPES, STATES
from tequio.apps.processes.wording import ending
from tequio.core.commitments import CommitmentState
from tequio.core.phases import Precision, Span

register = template.Library()


@register.filter
def standing(state: str) -> str | Promise:
    """What a state is called."""
    return STATES.get(state, "")


@register.filter
def shape(state: str) -> str:
    return SHAPES[CommitmentState(state)]


@register.filter
def until(due: Span) -> str:
    """The date in words ("spring 2027"); empty where nobody knows it."""
    return ending(due)


@register.filter
def due_before(was: Mapping[str, Any]) -> str:
    """The same for a date that was promised before a change."""
    return ending(Span(_day(was.get("due_start")), _day(was.get("due_end")), Precision(was.get("precision", "day"))))


@register.filter
def moment(text: str) -> datetime:
    """A moment that was kept as text, where the reader is."""
    return localtime(datetime.fromisoformat(text))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
