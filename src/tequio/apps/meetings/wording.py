"""What kinds, modes and states are called on a page, and when a meeting is, in words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from tequio.apps.meetings.models import Meeting
from tequio.apps.meetings.queries import Sheet
from tequio.web.templatetags.tequio import said

KINDS: Mapping[str, str | Promise] = {
    Meeting.Kind.FOCUS_GROUP: gettext_lazy("Focus group"),
    Meeting.Kind.WORKSHOP: gettext_lazy("Workshop"),
    Meeting.Kind.INTERVIEW: gettext_lazy("Interview"),
    Meeting.Kind.ASSEMBLY: gettext_lazy("Assembly"),
}
MODES: Mapping[str, str | Promise] = {
    Meeting.Mode.IN_PERSON: gettext_lazy("In person"),
    Meeting.Mode.VIRTUAL: gettext_lazy("Online"),
    Meeting.Mode.HYBRID: gettext_lazy("In person and online"),
}
STATES: Mapping[str, str | Promise] = {
    Meeting.State.PLANNED: pgettext_lazy("meeting", "Planned"),
    Meeting.State.HELD: pgettext_lazy("meeting", "Held"),
    Meeting.State.CANCELLED: pgettext_lazy("meeting", "Cancelled"),
}
MARKS = {Meeting.State.PLANNED: "waiting", Meeting.State.HELD: "done", Meeting.State.CANCELLED: "dropped"}
HOUR = "H:i"
CAPITAL = "America/Mexico_City"


def when(meeting: Meeting) -> str:
    """The day and the hours on the clocks of the place, as exactly as they are known."""
    if meeting.starts_at is None:
        return _("no date yet")
    start = localtime(meeting.starts_at)
    day = _("%(weekday)s %(date)s") % {"weekday": date_format(start, "l"), "date": date_format(start, "DATE_FORMAT")}
    return f"{day}, {_hours(start, meeting.ends_at)} ({clock()})"


def _hours(start: datetime, ends_at: datetime | None) -> str:
    if ends_at is None:
        return pgettext("hour", "at %(first)s") % {"first": hour(start)}
    end = localtime(ends_at)
    last = hour(end) if end.date() == start.date() else f"{date_format(end, 'DATE_FORMAT')}, {hour(end)}"
    return pgettext("hours", "from %(first)s to %(last)s") % {"first": hour(start), "last": last}


def hour(moment: datetime) -> str:
    return date_format(localtime(moment), HOUR)


def clock() -> str:
    """Whose time it is."""
    zone: str = settings.TIME_ZONE
    city = _("Mexico City") if zone == CAPITAL else zone.rpartition("/")[2].replace("_", " ")
    return _("%(city)s time") % {"city": city}


def place_of(meeting: Meeting) -> str:
    """Where people go; how to join online is never part of it."""
    online = meeting.mode == Meeting.Mode.VIRTUAL
    return meeting.place or (_("Online") if online else "")


def steps_of(sheet: Sheet) -> list[dict[str, Any]]:
    """The run sheet as its component wants it."""
    return [
        {
            "start": hour(row.start) if row.start else "",
            "minutes": row.step.minutes,
            "title": said(row.step.title),
            "text": said(row.step.how),
            "materials": said(row.step.materials),
        }
        for row in sheet.steps
    ]
