"""A meeting as an entry for the calendars that people already have (iCalendar, RFC 5545)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

PRODUCT = "-//Tequio//Tequio//ES"
ZONE = "America/Mexico_City"
DAY = timedelta(days=1)


def event_ics(
    *,
    uid: str,
    title: str,
    starts: datetime,
    ends: datetime | None,
    stamped: datetime,
    place: str = "",
    description: str = "",
    url: str = "",
    zone: str = ZONE,
) -> bytes:
    """A calendar with one event, told in the time of `zone`, whose rules go with it.

    `starts`, `ends` and `stamped` (when the facts were last changed) are aware. A later file with the same `uid` and a
    later stamp replaces the event in the reader's calendar.
    """
    from icalendar import Calendar, Event  # noqa: PLC0415 (slow to import, and seldom needed)

    calendar, event, here = Calendar(), Event(), ZoneInfo(zone)
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    event.add("uid", uid)
    event.add("dtstamp", stamped.astimezone(ZoneInfo("UTC")))
    event.add("dtstart", starts.astimezone(here))
    if ends is not None:
        event.add("dtend", ends.astimezone(here))
    for name, words in {"summary": title, "location": place, "description": description, "url": url}.items():
        if words:
            event.add(name, words)
    calendar.add_component(event)
    calendar.add_missing_timezones(starts.date() - DAY, (ends or starts).date() + DAY)
    ics: bytes = calendar.to_ical()
    return ics
