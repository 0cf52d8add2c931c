"""The page of one contribution: its words for whoever may read them, where it comes from, what came of it."""

import pytest
from django.test import Client

from tequio.apps.spaces.models import Assignment
from tequio.apps.synthesis.models import Quote, Theme
from tests.apps.contributions.voices import BASE, ENGLISH, HOSTILE, borough, meeting, one, theme
from tests.people import NOON, Cast

VOICE = "/red/procesos/parque/voces/W1/13/"


def test_a_voice_is_shown_with_its_code_its_meeting_and_what_came_of_it(cast: Cast, client: Client):
    row = one(
        cast, "Falta agua\n\nDesde enero", title="Agua", participant=cast.caro, meeting=meeting(cast, 2),
        territory_id=borough().pk,
    )  # fmt: skip
    theme(cast, row)

    page = client.get(BASE + "1/", headers=ENGLISH)

    traced = page.context["traced"]
    assert sorted(strand.knot.ref for strand in traced.back) == ["E2", "W1#13"]
    assert [strand.knot.ref for strand in traced.forward] == ["T3"]
    assert f'<a class="code" href="{VOICE}">W1#13</a>' in page.text
    assert "<p>Falta agua</p>\n\n<p>Desde enero</p>" in page.text
    assert [words in page.text for words in ("Iztapalapa", "said in a meeting", "Grupo 2")] == [True] * 3


def test_words_not_to_be_shown_are_replaced_by_a_sentence_without_code_or_place(cast: Cast, client: Client):
    one(cast, "Mi vecino", title="Secreto", participant=cast.caro, territory_id=borough().pk, shown=False)

    page = client.get(BASE + "1/", headers=ENGLISH)

    assert page.status_code == 200
    assert "This voice is counted, and its words are not shown" in page.text
    assert [word in page.text for word in ("Mi vecino", "Secreto", "W1#13", "Iztapalapa")] == [False] * 4


def test_staff_and_whoever_said_it_read_words_that_are_not_shown(cast: Cast):
    one(cast, "Mi vecino", participant=cast.caro, shown=False, status="new")

    found = [who.get(BASE + "1/") for who in (cast.signed_in(cast.ana), cast.returning(cast.caro))]

    assert [(page.status_code, "Mi vecino" in page.text) for page in found] == [(200, True), (200, True)]


@pytest.mark.parametrize("status", ["new", "aside"])
def test_what_is_not_accepted_is_not_there_for_others(cast: Cast, client: Client, status: str):
    one(cast, "El secreto", participant=cast.caro, status=status)

    found = [who.get(BASE + "1/") for who in (client, cast.signed_in(cast.beto), cast.signed_in(cast.dana))]

    assert [page.status_code for page in found] == [404, 404, 404]
    assert ["El secreto" in page.text for page in found] == [False] * 3


def test_an_observer_reads_no_words_that_are_not_shown(cast: Cast):
    Assignment.objects.create(space=cast.space, person=cast.beto, role="observer", since=NOON)
    one(cast, "Mi vecino", shown=False)

    assert "Mi vecino" not in cast.signed_in(cast.beto).get(BASE + "1/").text


def test_quotes_are_shown_where_their_theme_is_public_and_they_still_say_what_was_said(cast: Cast, client: Client):
    row = one(cast, "Falta agua en la escuela")
    for number, passage, public in ((1, "Falta agua", True), (2, "en la escuela", False), (3, "Falta luz", True)):
        made = Theme.objects.create(process=cast.process, number=number, title={"es": "x"}, public=public, made_at=NOON)
        Quote.objects.create(theme=made, contribution=row, passage=passage, made_at=NOON)

    quotes = client.get(BASE + "1/").context["quotes"], cast.signed_in(cast.ana).get(BASE + "1/").context["quotes"]

    assert [[quote.theme.number for quote in every] for every in quotes] == [[1], [1, 2]]


@pytest.mark.parametrize("n", [3, 30])
def test_the_page_takes_the_same_few_queries_however_much_came_of_it(
    cast: Cast, client: Client, django_assert_num_queries, n: int
):
    row = one(cast, participant=cast.caro, meeting=meeting(cast))
    for number in range(n):
        theme(cast, row, number=number + 1)

    client.get(BASE + "1/")  # the thread of a process is read once and kept until it changes

    with django_assert_num_queries(7):
        client.get(BASE + "1/")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_words(cast: Cast, client: Client, hostile: str):
    one(cast, hostile, title=hostile)

    page = client.get(BASE + "1/").text

    assert (hostile in page, "&lt;" in page) == (False, True)


def test_a_number_that_was_never_given_is_not_found(cast: Cast, client: Client):
    assert client.get(BASE + "7/").status_code == 404


def test_a_reader_gets_no_cookie(cast: Cast, client: Client):
    one(cast)

    assert client.get(BASE + "1/").cookies == {}
