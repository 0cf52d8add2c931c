from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tequio.formats.calendar import event_ics

STARTS = datetime(2026, 3, 1, 17, tzinfo=UTC)
FACTS = {
    "uid": "E7.sombra@tequio.example",
    "title": "Taller: agua, luz; sombra",
    "starts": STARTS,
    "ends": STARTS + timedelta(hours=2),
    "stamped": datetime(2026, 2, 1, tzinfo=UTC),
    "place": "Casa de cultura, Coyoacán",
    "description": "Trae agua.\nHay sombra.",
    "url": "https://tequio.example/p/sombra/meetings/7/",
}


def event_of(ics):
    return next(iter(Calendar.from_ical(ics).walk("VEVENT")))


def test_an_event_has_its_facts_in_the_time_of_mexico_city():
    ics = event_ics(**FACTS)

    event = event_of(ics)
    here = ZoneInfo("America/Mexico_City")
    found = {name: str(event[name]) for name in ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "URL")}
    assert (found, event["DTSTART"].dt, event["DTEND"].dt) == (
        {
            "UID": FACTS["uid"],
            "SUMMARY": FACTS["title"],
            "LOCATION": FACTS["place"],
            "DESCRIPTION": FACTS["description"],
            "URL": FACTS["url"],
        },
        datetime(2026, 3, 1, 11, tzinfo=here),
        datetime(2026, 3, 1, 13, tzinfo=here),
    )


def test_the_file_says_what_time_it_is_there():
    lines = event_ics(**FACTS).decode().split("\r\n")

    wanted = ("TZID:America/Mexico_City", "TZOFFSETTO:-0600", "DTSTART;TZID=America/Mexico_City:20260301T110000")
    assert [line for line in wanted if line not in lines] == []


def test_what_is_not_known_is_not_in_the_event():
    event = event_of(event_ics(**{**FACTS, "ends": None, "place": "", "description": "", "url": ""}))

    assert sorted(event) == ["DTSTAMP", "DTSTART", "SUMMARY", "UID"]


@pytest.mark.parametrize("name", ["title", "place", "description"])
def test_words_cannot_add_lines_of_their_own(name):
    event = event_of(event_ics(**{**FACTS, name: "a\r\nATTACH:https://evil.example\r\nEND:VEVENT"}))

    assert "ATTACH" not in event


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_title_is_read_back_as_it_was(title):
    assert str(event_of(event_ics(**{**FACTS, "title": title}))["SUMMARY"]) == title
