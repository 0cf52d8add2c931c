from datetime import timedelta

import pytest

from tequio.apps.meetings import actions, queries
from tequio.apps.meetings.models import Meeting
from tequio.apps.spaces.models import Assignment
from tequio.apps.thread.models import Knot, Link
from tests.apps.meetings.making import (
    BY,
    HOSTILE,
    HOSTILE_IMAGE,
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

LIST = "/red/procesos/parque/encuentros/"
ENGLISH = {"headers": {"accept-language": "en"}}
SPANISH = {"headers": {"accept-language": "es"}}


def gather(cast, made, n, *, public=True, first=1):
    """Voices heard at a meeting, as the thread knows them."""
    here = Knot.objects.get(kind="meeting", object_id=made.pk)
    knots = Knot.objects.bulk_create(
        Knot(
            process=cast.process,
            kind="contribution",
            object_id=1000 + number,
            ref=f"A{number}",
            label={"es": f"Voz número {number}"},
            public=public,
        )
        for number in range(first, first + n)
    )
    Link.objects.bulk_create(
        Link(process=cast.process, source=here, target=knot, kind="gathered", made_at=NOON) for knot in knots
    )


def numbers(meetings):
    return [one.number for one in meetings]


def test_what_is_to_come_is_soonest_first_and_what_was_is_latest_first(cast):
    days = [NOON + timedelta(days=days) for days in (3, 1, -1, -3)]
    for day in days:
        meeting(cast, starts_at=day, ends_at=None)
    meeting(cast, starts_at=None, ends_at=None)
    running = meeting(cast, starts_at=NOON - timedelta(hours=1), ends_at=NOON + timedelta(hours=1))
    called_off = meeting(cast, starts_at=NOON + timedelta(days=9), ends_at=None)
    actions.cancel_meeting(called_off, reason={"es": "Llueve"}, **BY)
    actions.mark_held(running, **BY)

    assert numbers(queries.coming(cast.process, NOON)) == [2, 1, 5]
    assert numbers(queries.past(cast.process, NOON)) == [7, 6, 3, 4]


def test_every_meeting_is_in_one_of_the_two_lists(cast):
    for days in (-2, -1, 1, 2):
        meeting(cast, starts_at=NOON + timedelta(days=days), ends_at=None)
        meeting(cast, starts_at=NOON + timedelta(days=days), ends_at=NOON + timedelta(days=days, hours=1))

    both = numbers(queries.coming(cast.process, NOON)) + numbers(queries.past(cast.process, NOON))

    assert sorted(both) == list(range(1, 9))


def test_a_meeting_without_an_end_is_over_once_it_has_begun(cast):
    meeting(cast, starts_at=NOON - timedelta(minutes=1), ends_at=None)

    assert (numbers(queries.coming(cast.process, NOON)), numbers(queries.past(cast.process, NOON))) == ([], [1])


def test_the_list_says_what_when_where_and_how_many_came(cast, client):
    made = meeting(cast, territory=borough())
    came(made, cast.caro, person(cast, 14))

    english, spanish = client.get(LIST, **ENGLISH).text, client.get(LIST, **SPANISH).text

    wanted = ("Focus group on the park", "Focus group", "In person and online", "Tlalpan", "2 people came", "Held")
    assert [words in english for words in wanted] == [True] * 6
    assert "Monday March 2, 2026, from 12:00 to 14:00 (Mexico City time)" in english
    wanted = ("Grupo focal del parque", "Grupo focal", "En persona y en línea", "2 personas llegaron", "Realizado")
    assert [words in spanish for words in wanted] == [True] * 5
    assert "lunes 2 de marzo de 2026, de 12:00 a 14:00 (hora de la Ciudad de México)" in spanish


def test_the_list_of_a_process_without_meetings_says_so(cast, client):
    assert "There is no meeting yet" in client.get(LIST, **ENGLISH).text


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_takes_a_fixed_number_of_queries(cast, client, django_assert_num_queries, n):
    place, first = borough(), phase(cast)
    for number in range(n):
        made = meeting(cast, territory=place, phase=first, starts_at=NOON - timedelta(days=number), ends_at=None)
        came(made, cast.caro)

    with django_assert_num_queries(5):
        client.get(LIST)


def test_the_past_is_shown_a_page_at_a_time(cast, client):
    for days in range(25):
        made = meeting(cast, title={"es": f"Encuentro {days}."}, starts_at=NOON - timedelta(days=days), ends_at=None)
        actions.mark_held(made, **BY)

    first, second = client.get(LIST).text, client.get(LIST, {"pagina": "2"}).text

    assert [("Encuentro 19." in page, "Encuentro 20." in page) for page in (first, second)] == [
        (True, False),
        (False, True),
    ]


def test_a_page_says_everything_that_everybody_may_know(cast, client):
    made = with_steps(cast, territory=borough(), phase=phase(cast), seats=25)
    actions.add_note(made, body="Quedamos de volver", public=True, **BY)
    actions.add_outcome(made, text={"es": "Leer un presupuesto"}, people=1, **BY)
    came(made, cast.caro, person(cast, 14))
    gather(cast, made, 2)

    page = client.get(address(made), **ENGLISH).text

    wanted = (
        "Focus group on the park",
        "Oír qué falta",
        "from 12:00 to 14:00",
        "Casa de cultura",
        "Tlalpan",
        "Escuchar",
        "2 people",
        "Quedamos de volver",
        "Leer un presupuesto",
        "1 of the 2 who came said so",
        "Voz número 2",
        "<b>12:10</b>",
        "90 minutes",
        "Hojas",
        "What came of it",
    )
    assert {words: words in page for words in wanted} == dict.fromkeys(wanted, True)


def test_nobody_but_the_team_learns_who_came_how_to_join_or_what_was_noted_in_private(cast, client):
    made = with_steps(cast)
    actions.add_note(made, body="Nota reservada", **BY)
    group = organization(cast)
    came(made, cast.caro, person(cast, 14, organization=group))
    hidden = ("W1#13", "W1#14", "Agua Clara", "llamada.example", "Nota reservada", "¿Qué te cuesta trabajo?")

    def seen(reader):
        page = reader.get(address(made)).text + reader.get(LIST).text
        return [words for words in hidden if words in page]

    readers = (client, cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana))
    assert [seen(reader) for reader in readers] == [[]] * 4
    assert seen(cast.signed_in(cast.ana)) == list(hidden[:5])


def test_an_observer_reads_everything_but_people_and_private_notes(cast):
    Assignment.objects.create(space=cast.space, person=cast.beto, role="observer", since=NOON)
    made = meeting(cast)
    actions.add_note(made, body="Nota reservada", **BY)
    came(made, cast.caro)

    page = cast.signed_in(cast.beto).get(address(made)).text

    assert [words in page for words in ("W1#13", "Nota reservada", "llamada.example")] == [False] * 3


def test_someone_who_spoke_is_not_named_as_having_been_there(cast, client):
    """Their knot is public because they said something elsewhere; that they came here still is not."""
    Knot.objects.create(process=cast.process, kind="participant", object_id=cast.caro.pk, ref="W1#13", public=True)
    made = meeting(cast)
    came(made, cast.caro)

    assert "W1#13" not in client.get(address(made)).text


def test_twenty_voices_are_shown_and_the_rest_counted(cast, client):
    made = meeting(cast)
    gather(cast, made, 25)
    gather(cast, made, 3, public=False, first=100)

    page = client.get(address(made), **ENGLISH).text

    section = page.split('id="voices"')[1].split("</section>")[0]
    assert ("25 voices" in section, section.count("Voz número"), "Voz número 100" in page) == (True, 20, False)
    assert "?encuentro=E1" in section


def test_a_cancelled_meeting_stays_with_its_reason(cast, client):
    made = meeting(cast)
    actions.cancel_meeting(made, reason={"es": "Se inundó la casa"}, **BY)

    page = client.get(address(made), **ENGLISH).text

    assert [words in page for words in ("This meeting was cancelled.", "Se inundó la casa", "calendario.ics")] == [
        True,
        True,
        False,
    ]


def test_a_draft_and_another_space_show_nothing(cast, client):
    made = meeting(cast)
    assert client.get(address(made).replace("/red/", "/otra/")).status_code == 404

    cast.process.public = False
    cast.process.save()

    paths = ("", "calendario.ics", "paquete/", "editar/", "guion/", "asistencia/")
    readers = (client, cast.signed_in(cast.beto), cast.signed_in(cast.dana))
    found = {reader.get(address(made, path)).status_code for reader in readers for path in paths}
    assert found <= {302, 403, 404}
    assert cast.signed_in(cast.ana).get(address(made)).status_code == 200


@pytest.mark.parametrize("number", [2, 10**30])
def test_a_meeting_that_is_not_there_is_not_found(cast, client, number):
    meeting(cast)

    assert client.get(f"{LIST}{number}/").status_code == 404


@pytest.mark.parametrize("n", [3, 15])
def test_a_page_takes_a_fixed_number_of_queries(cast, client, django_assert_num_queries, n):
    made = with_steps(cast, territory=borough(), phase=phase(cast))
    for number in range(20, 20 + n):
        actions.add_note(made, body=f"Nota {number}", public=True, **BY)
        actions.add_outcome(made, text={"es": f"Algo {number}"}, **BY)
        came(made, person(cast, number))
    gather(cast, made, n)
    client.get(address(made))

    with django_assert_num_queries(12):
        client.get(address(made))


def test_readers_get_no_cookie_and_no_token(cast, client):
    made = with_steps(cast)

    replies = [client.get(path) for path in (LIST, address(made))]

    assert [(dict(reply.cookies), "csrfmiddlewaretoken" in reply.text) for reply in replies] == [({}, False)] * 2


def test_hostile_text_is_shown_and_never_runs(cast, client):
    texts = {"es": HOSTILE, "en": HOSTILE_IMAGE}
    made = meeting(cast, title=texts, purpose=texts, place=HOSTILE, joining=HOSTILE_IMAGE)
    actions.add_note(made, body=HOSTILE + HOSTILE_IMAGE, public=True, **BY)
    actions.add_outcome(made, text=texts, **BY)
    ana = cast.signed_in(cast.ana)
    note, outcome = made.notes.get(), made.outcomes.get()
    staff = (
        "",
        "editar/",
        "repetir/",
        "cancelar/",
        "realizado/",
        "retomar/",
        "guion/",
        "asistencia/",
        "paquete/",
        "notas/nueva/",
        f"notas/{note.pk}/",
        f"notas/{note.pk}/borrar/",
        f"aprendizajes/{outcome.pk}/",
        f"aprendizajes/{outcome.pk}/borrar/",
    )

    pages = [client.get(path, **words).text for path in (LIST, address(made)) for words in (ENGLISH, SPANISH)]
    pages += [ana.get(address(made, path), **words).text for path in staff for words in (ENGLISH, SPANISH)]

    assert [page for page in pages if HOSTILE in page or "<img src=x" in page] == []
    assert [page for page in pages if "&lt;script&gt;alert(1)" not in page and "&lt;img src=x" not in page] == []


def test_staff_find_their_tools_and_readers_do_not(cast, client):
    made = meeting(cast)
    tools = [address(made, rest) for rest in ("asistencia/", "guion/", "paquete/", "editar/", "repetir/", "cancelar/")]

    staff, anybody = cast.signed_in(cast.ana).get(address(made)).text, client.get(address(made)).text

    assert [(path in staff, path in anybody) for path in tools] == [(True, False)] * 6


def test_the_demonstration_is_marked(cast, client):
    actions.plan_meeting(cast.process, kind="workshop", mode="virtual", title={"es": "Inventado"}, synthetic=True, **BY)

    pages = [client.get(path).text for path in (LIST, address(Meeting.objects.get()))]

    assert ['class="badge synthetic"' in page for page in pages] == [True, True]


def test_what_came_of_a_meeting_is_not_hidden_behind_its_many_voices(cast, client):
    made = meeting(cast)
    gather(cast, made, 60)
    theme = Knot.objects.create(process=cast.process, kind="theme", object_id=1, ref="T1", label={"es": "La sombra"})
    voice = Knot.objects.get(ref="A60")
    Link.objects.create(process=cast.process, source=voice, target=theme, kind="grouped", made_at=NOON)

    strand = client.get(address(made), **ENGLISH).text.split('class="strand"')[1]

    assert ("La sombra" in strand, "Voz número" in strand, "60 contributions" in strand) == (True, False, True)
