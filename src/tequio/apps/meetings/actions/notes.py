"""Writes of notes: private, unless somebody decides to show one."""

from datetime import datetime

from django.db import transaction

from tequio.apps.meetings.actions.holding import held, noted
from tequio.apps.meetings.models import Meeting, Note
from tequio.core.actors import Actor
from tequio.core.refusals import Refusal


@transaction.atomic
def add_note(meeting: Meeting, *, body: str, public: bool = False, by: Actor, at: datetime) -> Note:
    known = held(meeting)
    note: Note = Note.objects.create(meeting=known, body=_body(body), public=public, made_at=at)
    noted("meeting.note_added", known, by=by, at=at, public=public)
    return note


@transaction.atomic
def edit_note(note: Note, *, body: str, public: bool, by: Actor, at: datetime) -> Note:
    """The record tells whether it was shown or hidden, never what it says."""
    known = held(note.meeting)
    note.body, note.public = _body(body), public
    note.save(update_fields=["body", "public"])
    noted("meeting.note_edited", known, by=by, at=at, public=public)
    return note


@transaction.atomic
def delete_note(note: Note, *, by: Actor, at: datetime) -> bool:
    known = held(note.meeting)
    note.delete()
    noted("meeting.note_deleted", known, by=by, at=at)
    return True


def _body(typed: str) -> str:
    body = typed.strip()
    if not body:
        raise Refusal("meeting.note_empty", field="body")
    return body
