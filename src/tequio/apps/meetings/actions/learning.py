"""Writes of what was learnt: the words, and how many of those present said so."""

from datetime import datetime

from django.db import transaction

from tequio.apps.meetings.actions.holding import held, noted, words
from tequio.apps.meetings.models import Meeting, Outcome
from tequio.apps.meetings.queries import came_to
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal


@transaction.atomic
def add_outcome(meeting: Meeting, *, text: Localized, people: int | None = None, by: Actor, at: datetime) -> Outcome:
    known = held(meeting)
    _check_people(known, people)
    made: Outcome = Outcome.objects.create(meeting=known, text=_text(text), people=people)
    noted("meeting.outcome_added", known, by=by, at=at)
    return made


@transaction.atomic
def edit_outcome(outcome: Outcome, *, text: Localized, people: int | None, by: Actor, at: datetime) -> Outcome:
    known = held(outcome.meeting)
    _check_people(known, people)
    outcome.text, outcome.people = _text(text), people
    outcome.save(update_fields=["text", "people"])
    noted("meeting.outcome_edited", known, by=by, at=at)
    return outcome


@transaction.atomic
def delete_outcome(outcome: Outcome, *, by: Actor, at: datetime) -> bool:
    known = held(outcome.meeting)
    outcome.delete()
    noted("meeting.outcome_deleted", known, by=by, at=at)
    return True


def _text(typed: Localized) -> dict[str, str]:
    return words(typed, "meeting.outcome_empty", "text")


def _check_people(meeting: Meeting, people: int | None) -> None:
    """No more can have said so than came; where attendance was not taken, nobody can tell."""
    came = came_to(meeting)
    if people is not None and came and people > came:
        raise Refusal("meeting.more_said_than_came", said=people, came=came, field="people")
