"""The result and what stands beside it, as each reader finds them."""

import pytest
from django.test import Client
from django_scopes import scope

from tequio.apps.commitments.models import Commitment
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Phase, Process
from tequio.apps.publishing.models import Report
from tequio.apps.solutions.models import Problem
from tequio.core.thread import Kind
from tests.apps.commitments.made import YESTERDAY, a_commitment, a_decision, knot
from tests.apps.processes.here import boroughs, people
from tests.apps.publishing.made import (
    DRAFT,
    HERE,
    SECRET_LINK,
    SECRET_NOTE,
    SECRET_WORDS,
    SEEN,
    WAITING,
    a_story,
    published,
)
from tests.apps.publishing.walking import main_of, told_by
from tests.apps.synthesis.voices import said, theme
from tests.people import Cast

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
READ = ["", "cuentas/", "hoja/"]
STAFF = ["editar/", "publicar/", "retirar/"]
RESULT, COUNTS, FIRST = 30, 12, 3  # queries: of the result, of its counts, and of a page that is not there yet


def body(response) -> str:
    return response.content.decode()


def finished() -> None:
    Phase.objects.update(start=YESTERDAY, end=YESTERDAY)


@pytest.mark.parametrize("address", READ)
@pytest.mark.parametrize("language", ["es", "en"])
def test_everybody_reads_what_is_published_in_both_languages_without_a_new_cookie(cast: Cast, address, language):
    a_story(cast)
    published(cast)
    client = Client()
    client.cookies["lengua"] = language

    response = client.get(HERE + address)

    assert (response.status_code, response.cookies.output()) == (200, "")


@pytest.mark.parametrize("address", READ)
def test_before_it_is_published_people_read_what_there_is_so_far(cast: Cast, address):
    a_story(cast)

    page = body(Client().get(HERE + address))

    assert ("Todavía no se publica" in page, SEEN in page, "El agua" in page) == (True, False, False)
    assert "9" in told_by(main_of(page))


@pytest.mark.parametrize("address", READ)
def test_the_team_reads_it_before(cast: Cast, address):
    a_story(cast)

    responses = [client.get(HERE + address) for client in (cast.signed_in(cast.ana), cast.signed_in(cast.beto))]

    assert ["Todavía no se publica" in body(response) for response in responses] == [False, True]


def test_the_team_is_told_that_nobody_else_sees_it(cast: Cast):
    page = body(cast.signed_in(cast.ana).get(HERE))

    assert "solo lo ve el equipo" in page


def test_once_every_phase_is_over_people_read_it_without_words_that_nobody_published(cast: Cast):
    a_story(cast)
    published(cast, opening={"es": "Palabras que se retiraron"})
    Report.objects.update(published_at=None)
    finished()

    page = body(Client().get(HERE))

    assert (SEEN in page, "Palabras que se retiraron" in page) == (True, False)


def test_a_draft_is_there_for_nobody_else(cast: Cast):
    published(cast)
    Process.objects.filter(pk=cast.process.pk).update(public=False)
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana))

    codes = {client.get(HERE + address).status_code for client in clients for address in [*READ, "datos.zip"]}

    assert codes == {404}


@pytest.mark.parametrize("address", READ)
def test_nothing_private_is_told(cast: Cast, address):
    """A note, a way to join, words that are only counted or not yet read, a draft: all are there, none is shown."""
    a_story(cast)
    published(cast)

    page = body(cast.signed_in(cast.beto).get(HERE + address))

    private = (SECRET_NOTE, SECRET_LINK, SECRET_WORDS, WAITING, DRAFT)
    assert [secret for secret in private if secret in page] == []


def test_no_code_stands_beside_an_organisation(cast: Cast):
    a_story(cast)
    published(cast)

    pages = [body(Client().get(HERE + address)) for address in READ]

    assert ["Vecinas del Parque" in page for page in pages] == [False, False, False]


def test_the_result_quotes_a_voice_by_its_code(cast: Cast):
    story = a_story(cast)
    published(cast)

    page = body(Client().get(HERE))

    assert (SEEN in page, f">{story.people[0].code}</a>" in page) == (True, True)


def test_a_dropped_commitment_says_why(cast: Cast):
    a_story(cast)
    published(cast)

    page = body(Client().get(HERE))

    assert ("No hubo dinero." in page, 'data-kind="dropped"' in page) == (True, True)


def test_a_result_that_rests_on_nobody_says_so(cast: Cast):
    a_decision(cast.process)
    Report.objects.create(process=cast.process, published_at=cast.process.made_at)

    assert "Ninguna voz sostiene esto" in body(Client().get(HERE))


def test_fewer_than_ten_who_chose_are_not_shown(cast: Cast):
    story = a_story(cast)
    story.round.result = {"n": None, "lines": [], "areas": [], "channels": []}
    story.round.save()
    published(cast)

    page = body(Client().get(HERE))

    assert ("Eligieron menos de diez personas" in page, 'id="prioridades-title"' in page) == (True, False)


def test_a_published_figure_without_a_base_says_so_beside_what_was_counted(cast: Cast):
    story = a_story(cast)
    note = {"said": {"es": "Tres cuartas partes"}, "base": None, "admissible": [[9, 12]], "source": "Informe"}
    story.asked.feedback.questions.filter(key="preferred").update(notes=[note])
    published(cast)

    page = body(Client().get(HERE))

    assert [words in page for words in ("“Tres cuartas partes”", "no dice de cuántas personas", "9 de 12")] == [
        True
    ] * 3


def test_hostile_words_are_shown_as_words(cast: Cast):
    a_story(cast)
    for rows in (Contribution.objects.all(), Problem.objects.all()):
        rows.update(**({"title": {"es": HOSTILE}} if rows.model is Problem else {"title": HOSTILE}))
    Problem.objects.update(statement={"es": HOSTILE}, reason={"es": HOSTILE})
    Commitment.objects.update(title={"es": HOSTILE}, who={"es": HOSTILE}, reason={"es": HOSTILE})
    Process.objects.update(title={"es": HOSTILE}, summary={"es": HOSTILE})
    published(cast, opening={"es": HOSTILE}, closing={"en": HOSTILE})

    pages = [body(Client().get(address)) for address in (HERE, f"{HERE}hoja/", f"{HERE}cuentas/", "/red/")]

    assert [("<script>alert" in page, "<img src=x" in page, "&lt;script&gt;" in page) for page in pages] == [
        (False, False, True)
    ] * 4


def test_words_in_another_language_say_so(cast: Cast):
    published(cast, opening={"en": "Thank you for coming."}, closing={})

    assert '<span lang="en">Thank you for coming.</span>' in body(Client().get(HERE))


@pytest.mark.parametrize("more", [0, 30])
def test_the_result_asks_the_same_questions_however_long_it_is(cast: Cast, more, django_assert_num_queries):
    a_story(cast)
    voices = said(cast, *(f"Voz {number}" for number in range(more)))
    for number, voice in enumerate(voices):
        theme(cast, f"Tema {number}", voice)
        a_commitment(a_decision(cast.process, rests_on=[knot(cast.process, Kind.PROBLEM, f"P{number + 50}")]))
    Report.objects.create(process=cast.process, published_at=cast.process.made_at)

    with django_assert_num_queries(RESULT):
        Client().get(HERE)


@pytest.mark.parametrize("more", [0, 30])
def test_the_counts_ask_the_same_questions_however_many_they_are(cast: Cast, more, django_assert_num_queries):
    a_story(cast)
    said(cast, *(f"Voz {number}" for number in range(more)))
    published(cast)

    with django_assert_num_queries(COUNTS):
        Client().get(f"{HERE}cuentas/")


def test_the_counts_list_every_code_and_no_one_who_left(cast: Cast):
    a_story(cast)
    type(cast.caro).objects.filter(pk=cast.caro.pk).update(withdrawn_at=cast.process.made_at)
    published(cast)

    page = body(Client().get(f"{HERE}cuentas/"))

    assert (page.count('class="code" href="/red/procesos/parque/voces/'), "W1#13" in page) == (11, False)


def test_the_sheet_is_in_the_language_that_is_asked_for(cast: Cast):
    a_story(cast)
    published(cast)

    response = Client().get(f"{HERE}hoja/?lengua=en")

    assert (response.headers["Content-Language"], '<html lang="en">' in body(response)) == ("en", True)
    assert "What you said and what happened" in body(response)


def test_the_sheet_in_a_language_that_there_is_not_is_in_the_readers_own(cast: Cast):
    published(cast)

    assert "Lo que dijiste y lo que pasó" in body(Client().get(f"{HERE}hoja/?lengua=xx"))


@pytest.mark.parametrize("address", STAFF)
def test_only_staff_of_the_space_writes_and_publishes(cast: Cast, address):
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana))

    codes = [client.get(HERE + address).status_code for client in (*clients, cast.signed_in(cast.ana))]

    assert codes == [302, 302, 403, 403, 200]


def test_words_are_written_and_read_back(cast: Cast):
    client = cast.signed_in(cast.ana)

    response = client.post(f"{HERE}editar/", {"opening_es": "Gracias.", "closing_en": "Thanks."})

    assert response.status_code == 302
    assert list(Report.objects.values_list("opening", "closing")) == [({"es": "Gracias."}, {"en": "Thanks."})]
    assert "Gracias." in body(client.get(f"{HERE}editar/"))


def test_words_that_are_too_long_are_refused_and_kept(cast: Cast):
    words = "x" * 3001

    response = cast.signed_in(cast.ana).post(f"{HERE}editar/", {"opening_es": words})

    assert (response.status_code, words in body(response), Report.objects.count()) == (422, True, 0)


def test_publishing_names_what_to_look_at(cast: Cast):
    a_story(cast)
    a_commitment(a_decision(cast.process, rests_on=[knot(cast.process, Kind.SOLUTION, "S9")]), "Sin fecha")

    page = body(cast.signed_in(cast.ana).get(f"{HERE}publicar/"))

    assert [
        words in page for words in ("S9", "Sin fecha", "1 aporte espera", "Las 12 personas", "Sé que ninguna voz")
    ] == [True] * 5


def test_publishing_without_saying_that_one_knows_is_refused(cast: Cast):
    knot(cast.process, Kind.SOLUTION, "S9")
    client = cast.signed_in(cast.ana)

    refused = client.post(f"{HERE}publicar/", {"refs": "S9"})
    done = client.post(f"{HERE}publicar/", {"refs": "S9", "known": "on"})

    assert (refused.status_code, done.status_code) == (422, 302)
    assert Report.objects.filter(published_at__isnull=False).count() == 1


def test_a_result_that_lost_its_voices_meanwhile_is_named_again(cast: Cast):
    """What was acknowledged is what the page named, not what there is by now."""
    knot(cast.process, Kind.SOLUTION, "S9")
    client = cast.signed_in(cast.ana)
    knot(cast.process, Kind.SOLUTION, "S10")

    response = client.post(f"{HERE}publicar/", {"refs": "S9", "known": "on"})

    assert (response.status_code, "S10" in body(response)) == (422, True)
    assert Report.objects.filter(published_at__isnull=False).count() == 0


def test_without_anything_to_acknowledge_one_button_publishes(cast: Cast):
    a_story(cast)

    response = cast.signed_in(cast.ana).post(f"{HERE}publicar/")

    assert (response.status_code, "Todavía no se publica" in body(Client().get(HERE))) == (302, False)


def test_taking_it_back_hides_it_again(cast: Cast):
    a_story(cast)
    published(cast)

    response = cast.signed_in(cast.ana).post(f"{HERE}retirar/")

    assert (response.status_code, "Todavía no se publica" in body(Client().get(HERE))) == (302, True)


def test_the_result_of_another_space_is_not_here(cast: Cast):
    with scope(space=cast.elsewhere.pk):
        theirs = Process.objects.create(
            space=cast.elsewhere, slug="suyo", title={"es": "Suyo"}, public=True, made_at=cast.process.made_at
        )
        Report.objects.create(process=theirs, published_at=cast.process.made_at)

    codes = [Client().get(f"/{space}/procesos/suyo/resultado/").status_code for space in ("red", "otra")]

    assert codes == [404, 200]


def test_where_people_speak_for_themselves_the_page_does_not_say_that_hardly_anybody_came(cast: Cast):
    here = boroughs(Centro=500, Norte=300)[0]
    people(cast, 9, here, alone=True)
    people(cast, 3, here)
    published(cast)

    page = body(Client().get(HERE))

    said_of_them = ("13\N{NO-BREAK SPACE}personas", "Algunas personas hablan por su cuenta", "Menos de diez")
    assert [words in page for words in said_of_them] == [True, True, False]
