import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Participant, Process
from tequio.apps.synthesis import actions
from tequio.apps.synthesis.models import Quote, Theme
from tequio.apps.thread.models import Link
from tests.apps.synthesis.voices import ANA, one, said, theme, workshop
from tests.people import NOON, Cast

HERE = "/red/procesos/parque/temas/"
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>')


def read(client: Client, path: str, language: str = "es") -> str:
    client.cookies["lengua"] = language
    answer = client.get(HERE + path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_everybody_reads_themes_with_the_voices_and_meetings_behind_them(cast: Cast) -> None:
    first, second = workshop(cast, 1), workshop(cast, 2)
    voices = [*said(cast, "Uno.", "Dos.", meeting=first), *said(cast, "Tres.", meeting=second), one(cast, "Cuatro.")]
    made = theme(cast, "El agua", *voices)
    theme(cast, "Vacío")
    actions.add_quote(theme=made, contribution=voices[0], passage="Uno.", by=ANA, at=NOON)

    page = read(Client(), "", "en")

    assert page.index("El agua") < page.index("Vacío")
    assert "4 voices · 2 meetings" in page
    assert "0 voices</p>" in page
    assert '<blockquote lang="es"><p>Uno.</p></blockquote>' in page


def test_a_draft_and_its_quotes_are_for_staff_alone(cast: Cast) -> None:
    voice = one(cast, "Secreto a voces.")
    made = theme(cast, "Tema en borrador", voice, public=False)
    actions.add_quote(theme=made, contribution=voice, passage="Secreto a voces.", by=ANA, at=NOON)

    public, staff = Client().get(HERE), cast.signed_in(cast.ana).get(HERE)

    words = ("Tema en borrador", "Secreto a voces.")
    assert [word in public.content.decode() for word in words] == [False, False]
    assert [word in staff.content.decode() for word in words] == [True, True]
    assert [client.get(f"{HERE}1/").status_code for client in (Client(), cast.signed_in(cast.dana))] == [404, 404]
    assert cast.signed_in(cast.ana).get(f"{HERE}1/").status_code == 200


def test_a_theme_of_a_draft_process_is_not_there(cast: Cast) -> None:
    theme(cast)
    Process.objects.update(public=False)

    assert [Client().get(HERE + path).status_code for path in ("", "1/", "sin-tema/")] == [404] * 3


def test_a_theme_is_found_in_its_own_space_alone(cast: Cast) -> None:
    theme(cast)

    assert Client().get("/otra/procesos/parque/temas/1/").status_code == 404


def test_the_page_of_a_theme_tells_what_it_means_and_who_said_what(cast: Cast) -> None:
    Participant.objects.update(consents={"show": "2026-03-01", "quote": "2026-03-01"})
    cast.caro.refresh_from_db()
    voice = one(cast, "No hay agua. La pipa tarda.", participant=cast.caro)
    hidden = one(cast, "Esto no se enseña.", shown=False)
    made = theme(cast, "El agua", voice, hidden)
    actions.edit_theme(theme=made, title={"es": "El agua"}, memo={"es": "Falta en todas"}, public=True, by=ANA, at=NOON)
    actions.add_quote(theme=made, contribution=voice, passage="La pipa tarda.", by=ANA, at=NOON)

    page = read(Client(), "1/")

    assert "<blockquote><p>La pipa tarda.</p></blockquote>" in page
    assert "W1#13" in page
    assert "Falta en todas" in page
    assert "No hay agua. La pipa tarda." in page
    assert "Esto no se enseña" not in page
    assert "2 voices" in read(Client(), "1/", "en")


@pytest.mark.parametrize("status", ["new", "aside", "withdrawn"])
def test_a_voice_that_stopped_being_accepted_is_not_counted_nor_read(cast: Cast, status: str) -> None:
    voices = said(cast, "Esta queda.", "Esta se fue.")
    theme(cast, "El agua", *voices)
    Contribution.objects.filter(pk=voices[1].pk).update(status=status)

    pages = read(Client(), "", "en"), read(Client(), "sin-tema/", "en")

    assert ["1 voice<" in pages[0], "Esta se fue" in "".join(pages)] == [True, False]


def test_voices_in_no_theme_are_told_and_can_be_read(cast: Cast) -> None:
    voices = said(cast, "Adentro.", "Afuera uno.", "Afuera dos.")
    theme(cast, "El agua", voices[0])

    page, left = read(Client(), "", "en"), read(Client(), "sin-tema/", "en")

    assert "2 of 3 voices are in no theme yet." in page
    assert [word in left for word in ("Adentro", "Afuera uno", "Afuera dos")] == [False, True, True]


def test_a_voice_in_a_draft_alone_is_in_no_theme_for_everybody_else(cast: Cast) -> None:
    theme(cast, "Borrador", one(cast, "Voz de borrador."), public=False)

    assert "1 of 1 voices is in no theme yet." in read(Client(), "", "en")
    assert "The only voice is in a theme." in read(cast.signed_in(cast.ana), "", "en")


def test_the_number_of_a_merged_theme_leads_on(cast: Cast) -> None:
    themes = [theme(cast, title) for title in ("Uno", "Dos", "Tres")]
    actions.merge_themes(theme=themes[0], into=themes[1], by=ANA, at=NOON)
    actions.merge_themes(theme=themes[1], into=themes[2], by=ANA, at=NOON)

    answer = Client().get(f"{HERE}1/", follow=True)

    assert answer.redirect_chain == [(f"{HERE}2/", 302), (f"{HERE}3/", 302)]
    assert "Uno" not in read(Client(), "")


def test_the_voices_of_a_theme_are_paged_by_twenty(cast: Cast) -> None:
    theme(cast, "El agua", *said(cast, *(f"Voz número {n}." for n in range(25))))

    pages = [read(Client(), path) for path in ("1/", "1/?page=2", "1/?page=99", "1/?page=<b>")]

    main = [page.split("<h2>")[1].split("</section>")[0] for page in pages]
    assert [text.count('<li class="row">') for text in main] == [20, 5, 5, 20]


def many(cast: Cast, n: int) -> None:
    meeting = workshop(cast, n)
    for voice in said(cast, *(f"Voz {n} {place}." for place in range(n)), meeting=meeting):
        made = theme(cast, f"Tema {voice.number}", voice)
        actions.add_quote(theme=made, contribution=voice, passage=voice.body, by=ANA, at=NOON)


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_of_themes_asks_the_same_few_questions(
    cast: Cast, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many(cast, n)

    with django_assert_num_queries(6):
        read(Client(), "")


@pytest.mark.parametrize("n", [3, 30])
def test_the_page_of_a_theme_asks_the_same_questions(
    cast: Cast, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    voices = said(cast, *(f"Voz {place}." for place in range(n)))
    made = theme(cast, "El agua", *voices)
    for voice in voices:
        actions.add_quote(theme=made, contribution=voice, passage=voice.body, by=ANA, at=NOON)
    read(Client(), "1/")

    with django_assert_num_queries(10):
        read(Client(), "1/")


@pytest.mark.parametrize("n", [3, 30])
def test_voices_in_no_theme_ask_the_same_few_questions(
    cast: Cast, n: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    said(cast, *(f"Voz {place}." for place in range(n)))

    with django_assert_num_queries(6):
        read(Client(), "sin-tema/")


def test_readers_get_no_cookie(cast: Cast) -> None:
    theme(cast, "El agua", one(cast, "Voz."))

    answers = [Client().get(HERE + path) for path in ("", "1/", "sin-tema/")]

    assert [dict(answer.cookies) for answer in answers] == [{}, {}, {}]


STAFF = ("nuevo/", "agrupar/", "1/editar/", "1/aportes/", "1/citas/1/", "1/unir/", "1/borrar/")


def test_only_those_who_may_group_open_the_pages_of_work(cast: Cast) -> None:
    theme(cast, "El agua", one(cast, "Voz de prueba."))
    people = [Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana)]

    answers = [client.get(HERE + path) for client in people for path in STAFF]
    opened = [cast.signed_in(cast.ana).get(HERE + path).status_code for path in STAFF]

    assert [answer.status_code in (302, 403) and b"Voz de prueba" not in answer.content for answer in answers] == [
        True
    ] * 28
    assert opened == [200] * 7


def test_nobody_else_writes(cast: Cast) -> None:
    voice = one(cast, "Voz.")
    made = theme(cast, "El agua", voice)
    quote = actions.add_quote(theme=made, contribution=voice, passage="Voz.", by=ANA, at=NOON)
    writes = (
        ("nuevo/", {"title_es": "Colado"}),
        ("agrupar/", {"contributions": "1", "title": "Colado"}),
        ("1/editar/", {"title_es": "Colado"}),
        ("1/aportes/", {"contributions": "1"}),
        (f"1/citas/quitar/{quote.pk}/", {}),
        ("1/borrar/", {}),
    )
    people = [Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana)]

    statuses = {client.post(HERE + path, data).status_code for client in people for path, data in writes}

    assert statuses == {403}
    assert (Theme.objects.get().title, Quote.objects.count(), Link.objects.count()) == ({"es": "El agua"}, 1, 1)
