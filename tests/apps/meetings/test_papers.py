"""What leaves the screen: the entry for a calendar, the packet to print, the table to give away."""

from datetime import UTC, timedelta

import pytest
from icalendar import Calendar

from tequio.apps.meetings import actions, exports
from tequio.formats.tables import write_csv
from tests.apps.meetings.making import (
    BY,
    HOSTILE,
    address,
    borough,
    came,
    meeting,
    organization,
    person,
    phase,
    with_steps,
)
from tests.people import NOON

ENGLISH = {"headers": {"accept-language": "en"}}


def event(reply):
    return next(iter(Calendar.from_ical(reply.content).walk("VEVENT")))


def test_the_calendar_has_what_everybody_may_know_and_never_how_to_join(cast, client):
    made = meeting(cast)

    reply = client.get(address(made, "calendario.ics"))

    found = event(reply)
    assert (reply.headers["Content-Type"], reply.headers["Content-Disposition"]) == (
        "text/calendar; charset=utf-8",
        'attachment; filename="parque-E1.ics"',
    )
    assert {name: str(found[name]) for name in ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "URL")} == {
        "UID": "E1.parque.red@testserver",
        "SUMMARY": "Grupo focal del parque",
        "LOCATION": "Casa de cultura",
        "DESCRIPTION": "Oír qué falta",
        "URL": "http://testserver/red/procesos/parque/encuentros/1/",
    }
    times = found["DTSTART"].dt, found["DTEND"].dt
    assert [moment.astimezone(UTC) for moment in times] == [NOON, NOON + timedelta(hours=2)]
    assert b"secreto" not in reply.content


def test_the_team_gets_the_same_calendar_as_everybody(cast, client):
    made = meeting(cast)

    replies = [reader.get(address(made, "calendario.ics")).content for reader in (client, cast.signed_in(cast.ana))]

    assert [b"secreto" in reply for reply in replies] == [False, False]


def test_the_calendar_speaks_the_language_of_its_reader(cast, client):
    made = meeting(cast, mode="virtual", place="")

    found = event(client.get(address(made, "calendario.ics"), **ENGLISH))

    assert (str(found["SUMMARY"]), str(found["LOCATION"])) == ("Focus group on the park", "Online")


def test_a_cancelled_meeting_says_so_in_the_calendar(cast, client):
    made = meeting(cast)
    actions.cancel_meeting(made, reason={"en": "Flooded"}, **BY)

    found = event(client.get(address(made, "calendario.ics"), **ENGLISH))

    assert (str(found["SUMMARY"]), str(found["DESCRIPTION"])) == ("Cancelled: Focus group on the park", "Flooded")


def test_without_a_date_there_is_nothing_for_a_calendar(cast, client):
    made = meeting(cast, starts_at=None, ends_at=None)

    reply = client.get(address(made, "calendario.ics"), **ENGLISH)

    assert (reply.status_code, "This meeting has no date yet" in reply.text) == (422, True)
    assert "calendario.ics" not in client.get(address(made)).text


def test_words_cannot_write_lines_of_their_own_into_the_calendar(cast, client):
    made = meeting(cast, title={"es": "Hola\r\nATTENDEE:mailto:x@example.org"})

    assert "ATTENDEE" not in event(client.get(address(made, "calendario.ics")))


def test_the_packet_has_the_sheet_the_lines_and_the_cards(cast):
    made = with_steps(cast, seats=12)

    page = cast.signed_in(cast.ana).get(address(made, "paquete/"), **ENGLISH).text

    rows = page.split('class="by-hand"')[1].split("</table>")[0]
    cards = page.split('class="slips"')[1].split("</ol>")[0]
    assert rows.count('<th scope="row">') == 12
    assert (cards.count('class="slip"'), "¿Qué te cuesta trabajo?" in cards, "¿Desde cuándo?" in cards) == (
        1,
        True,
        True,
    )
    assert ["<b>12:10</b>" in page, "90 minutes" in page, "llamada.example/secreto" in page] == [True] * 3


def test_the_sheet_to_sign_has_no_column_for_names_telephones_or_signatures(cast):
    page = cast.signed_in(cast.ana).get(address(with_steps(cast), "paquete/"), **ENGLISH).text

    head = page.split('class="by-hand"')[1].split("</thead>")[0]
    assert [part.split(">")[-1] for part in head.split("</th>")[1:-1]] == [
        "Code, if you have one",
        "Organisation, or “for myself”",
        "Borough",
    ]
    assert "There is no column for names, telephones or signatures, on purpose" in page


@pytest.mark.parametrize(("seats", "lines"), [(None, 20), (1, 1), (10_000, 200)])
def test_there_are_as_many_lines_as_seats(cast, seats, lines):
    page = cast.signed_in(cast.ana).get(address(meeting(cast, seats=seats), "paquete/")).text

    assert page.count('<th scope="row">') == lines


def test_a_packet_without_steps_is_still_a_packet(cast):
    page = cast.signed_in(cast.ana).get(address(meeting(cast), "paquete/"), **ENGLISH).text

    assert ("It has no steps yet." in page, 'class="slips"' in page) == (True, False)


def test_meetings_are_given_away_with_how_many_came(cast):
    came(
        meeting(cast, territory=borough(), phase=phase(cast)),
        cast.caro,
        person(cast, 14, organization=organization(cast)),
    )
    actions.plan_meeting(cast.process, kind="interview", mode="virtual", title={"en": "Talk"}, synthetic=True, **BY)

    names = [column.name for column in exports.COLUMNS]
    held, planned = (dict(zip(names, row, strict=True)) for row in exports.rows(cast.process))

    assert {**held, "starts_at": held["starts_at"].isoformat(), "ends_at": held["ends_at"].isoformat()} == {
        "ref": "E1",
        "title_es": "Grupo focal del parque",
        "title_en": "Focus group on the park",
        "kind": "focus_group",
        "mode": "hybrid",
        "state": "held",
        "phase": "escuchar",
        "territory": "09012",
        "starts_at": "2026-03-02T12:00:00-06:00",
        "ends_at": "2026-03-02T14:00:00-06:00",
        "place": "Casa de cultura",
        "came": 2,
        "synthetic": False,
    }
    assert (planned["starts_at"], planned["came"], planned["synthetic"]) == (None, None, True)


def test_the_table_holds_nobody_and_no_way_to_join(cast):
    came(meeting(cast), cast.caro)

    data = b"".join(write_csv([column.name for column in exports.COLUMNS], exports.rows(cast.process))).decode()

    assert [words in data for words in ("W1#13", "secreto")] == [False, False]


def test_every_column_says_what_it_holds_in_both_languages():
    assert [column.name for column in exports.COLUMNS if not (column.es and column.en)] == []


@pytest.mark.parametrize("n", [3, 30])
def test_the_table_takes_one_query(cast, django_assert_num_queries, n):
    place, first = borough(), phase(cast)
    for _ in range(n):
        meeting(cast, territory=place, phase=first)

    with django_assert_num_queries(1):
        assert len(list(exports.rows(cast.process))) == n


def test_hostile_text_in_the_table_is_no_formula(cast):
    meeting(cast, title={"es": "=cmd()"}, place=HOSTILE)

    data = b"".join(write_csv([column.name for column in exports.COLUMNS], exports.rows(cast.process))).decode()

    assert '"=cmd()"' not in data
