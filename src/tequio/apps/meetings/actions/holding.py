"""What the actions of this app share: the meeting held until the end, its knot, a line in the record."""

from datetime import datetime

from django.utils.timezone import localdate

from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.queries import locked
from tequio.apps.record import actions as record
from tequio.apps.thread import actions as thread
from tequio.apps.thread.kinds import ref
from tequio.apps.thread.models import Knot
from tequio.core.actors import Actor
from tequio.core.localized import Localized
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind


def held(meeting: Meeting) -> Meeting:
    """The meeting as it is now; its process is held, so that two writers take turns."""
    process = locked(meeting.process)
    found: Meeting = Meeting.objects.select_related("phase").get(pk=meeting.pk)
    found.process = process
    return found


def knotted(meeting: Meeting) -> Knot:
    """Make the knot of a meeting, or bring it up to date."""
    name = ref(Kind.MEETING, meeting.number)
    thing = thread.Thing(Kind.MEETING, meeting.pk, name, meeting.title, synthetic=meeting.synthetic)
    return thread.add_knot(meeting.process, thing)


def noted(verb: str, meeting: Meeting, *, by: Actor, at: datetime, **facts: object) -> None:
    process, target = meeting.process, ref(Kind.MEETING, meeting.number)
    record.note(verb, by=by, at=at, space=process.space_id, process=process.pk, target=target, **facts)


def words(text: Localized, refusal: str, field: str) -> dict[str, str]:
    """The text without empty languages; refused when nothing is left."""
    kept = some_words(text)
    if not kept:
        raise Refusal(refusal, field=field)
    return kept


def some_words(text: Localized) -> dict[str, str]:
    return {language: said.strip() for language, said in text.items() if said.strip()}


def check_day_has_come(meeting: Meeting, at: datetime) -> None:
    """Nobody came to what is still to happen; on the day itself, people may come early."""
    if meeting.starts_at is not None and localdate(meeting.starts_at) > localdate(at):
        raise Refusal("meeting.not_yet", day=localdate(meeting.starts_at))
