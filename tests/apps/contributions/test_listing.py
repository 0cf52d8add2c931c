"""The list that everybody reads, its filters and its search."""

import pytest
from django.test import Client

from tequio.apps.contributions import actions
from tequio.apps.contributions.filters import Filters, asked
from tequio.apps.contributions.models import Contribution
from tests.apps.contributions.voices import BASE, DOING, ENGLISH, HOSTILE, borough, meeting, one, said, theme
from tests.people import Cast


def refs(client: Client, address: str = "") -> list[str]:
    return [row.ref for row in client.get(BASE + address).context["rows"]]


def test_a_page_has_the_twenty_newest_and_leads_to_older_and_back(cast: Cast, client: Client):
    said(cast, *(f"Voz {n} del parque" for n in range(1, 46)))

    first, second = client.get(BASE), client.get(BASE + "?antes=26")
    third, back = client.get(BASE + "?antes=6"), client.get(BASE + "?despues=25")

    assert [row.ref for row in first.context["rows"]] == [f"A{n}" for n in range(45, 25, -1)]
    assert [row.ref for row in second.context["rows"]] == [f"A{n}" for n in range(25, 5, -1)]
    assert [row.ref for row in third.context["rows"]] == [f"A{n}" for n in range(5, 0, -1)]
    assert [row.ref for row in back.context["rows"]] == [f"A{n}" for n in range(45, 25, -1)]
    pages = [(page.context["newer"], page.context["older"]) for page in (first, second, third, back)]
    assert pages == [("", "?antes=26"), ("?despues=25", "?antes=6"), ("?despues=5", ""), ("", "?antes=26")]


def test_the_first_page_says_how_many_there_are(cast: Cast, client: Client):
    said(cast, *(f"Voz {n}" for n in range(21)))

    pages = client.get(BASE, headers=ENGLISH), client.get(BASE + "?antes=5", headers=ENGLISH)

    assert [page.context["count"] for page in pages] == [21, None]
    assert "21 contributions" in pages[0].text


def test_the_count_follows_every_change(cast: Cast, client: Client):
    one(cast, "Una", participant=cast.caro)
    counts = [client.get(BASE).context["count"]]

    for change in (
        lambda: said(cast, "Dos", "Tres", status="new"),
        lambda: actions.accept(process=cast.process, numbers=[2, 3], **DOING),
        lambda: actions.set_aside(process=cast.process, numbers=[3], reason="Repetido", **DOING),
        lambda: actions.withdraw(contribution=Contribution.objects.get(number=1), **DOING),
    ):
        change()
        counts.append(client.get(BASE).context["count"])

    assert counts == [1, 1, 3, 2, 1]


def test_the_count_of_a_theme_follows_the_theme(cast: Cast, client: Client):
    first, second = said(cast, "Una", "Dos")
    theme(cast, first)
    before = client.get(BASE + "?tema=T3").context["count"]

    theme(cast, second)

    assert (before, client.get(BASE + "?tema=T3").context["count"]) == (1, 2)


def test_a_theme_is_read_by_pages_as_the_whole_list_is(cast: Cast, client: Client):
    voices = said(cast, *(f"Voz {n}" for n in range(1, 61)))
    theme(cast, *voices[::2])

    first = client.get(BASE + "?tema=T3")
    second = client.get(BASE + first.context["older"])
    back = client.get(BASE + second.context["newer"])

    assert [row.ref for row in first.context["rows"]] == [f"A{n}" for n in range(59, 19, -2)]
    assert [row.ref for row in second.context["rows"]] == [f"A{n}" for n in range(19, 0, -2)]
    assert [row.ref for row in back.context["rows"]] == [f"A{n}" for n in range(59, 19, -2)]
    ends = [(page.context["newer"], page.context["older"], page.context["count"]) for page in (first, second, back)]
    assert ends == [
        ("", "?tema=T3&antes=21", 30),
        ("?tema=T3&despues=19", "", None),
        ("", "?tema=T3&antes=21", None),
    ]


def test_only_what_is_accepted_is_listed(cast: Cast, client: Client):
    for status in ("new", "aside", "accepted"):
        said(cast, f"El secreto de {status}", status=status)

    page = client.get(BASE)

    assert [row.ref for row in page.context["rows"]] == ["A3"]
    assert "El secreto de new" not in page.text
    assert "El secreto de aside" not in page.text


def test_what_may_not_be_shown_is_a_row_without_words_code_or_place(cast: Cast, client: Client):
    place = borough()
    one(cast, "Mi vecino me amenaza", title="Amenazas", shown=False, participant=cast.caro, territory_id=place.pk)

    page = client.get(BASE, headers=ENGLISH)

    assert [(row.head, row.more, row.facts) for row in page.context["rows"]] == [("Counted, not shown", "", "Need")]
    rows = page.text.partition('<ul class="rows">')[2].partition("</ul>")[0]
    assert [word in rows for word in ("amenaza", "Amenazas", "W1#13", "Iztapalapa")] == [False] * 4


def test_a_search_never_looks_into_words_that_may_not_be_shown(cast: Cast, client: Client):
    one(cast, "La fuga de agua", shown=False)
    said(cast, "La fuga de gas", status="new")

    assert refs(client, "?q=fuga") == []


def test_another_process_is_never_searched(cast: Cast, client: Client):
    one(cast, "La fuga de agua")
    cast.process.pk, cast.process.slug = None, "vecino"
    cast.process.save()
    one(cast, "La fuga de gas")

    assert refs(client, "?q=fuga") == ["A1"]
    assert client.get("/red/procesos/vecino/aportes/?q=agua").context["rows"] == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("jóvenes", ["A2", "A1"]),
        ("JOVEN", ["A2", "A1"]),
        ("caminando", ["A1"]),
        ("joven parque", ["A2"]),
        ("cancha", ["A2"]),
        ("niño", ["A3"]),
        ("nino", []),
        ("de la", []),
        ('" OR NEAR(', []),
        ("_v", []),
        ("parque*", ["A2"]),
        ("nada-de-esto", []),
    ],
)
def test_a_search_finds_every_form_of_every_word(cast: Cast, client: Client, words: str, found: list[str]):
    one(cast, "Que un joven pueda caminar")
    one(cast, "Los jóvenes en el parque", title="Canchas")
    one(cast, "Un niño")

    assert [row.ref for row in client.get(BASE, {"q": words}).context["rows"]] == found


def test_a_search_goes_on_where_its_page_ended(cast: Cast, client: Client):
    said(cast, *(f"El agua {n}" if n % 2 else f"La luz {n}" for n in range(1, 61)))

    first = client.get(BASE + "?q=agua")
    second = client.get(BASE + first.context["older"])
    back = client.get(BASE + second.context["newer"])

    assert [row.ref for row in first.context["rows"]] == [f"A{n}" for n in range(59, 19, -2)]
    assert [row.ref for row in second.context["rows"]] == [f"A{n}" for n in range(19, 0, -2)]
    assert [row.ref for row in back.context["rows"]] == [f"A{n}" for n in range(59, 19, -2)]
    assert (first.context["count"], first.context["older"]) == (30, "?q=agua&antes=21")
    assert (second.context["newer"], second.context["older"]) == ("?q=agua&despues=19", "")


def test_each_filter_narrows_the_list_and_they_narrow_it_together(cast: Cast, client: Client):
    place, held = borough(), meeting(cast, 2)
    one(cast, "Agua", kind="idea", territory_id=place.pk)
    two = one(cast, "Agua y luz", kind="idea", territory_id=place.pk, meeting=held)
    one(cast, "Luz", kind="need", meeting=held)
    theme(cast, two)

    found = {
        address: refs(client, address)
        for address in (
            "?tipo=idea", "?territorio=09007", "?encuentro=E2", "?tema=T3", "?tipo=idea&encuentro=E2",
            "?q=agua&territorio=09007", "?q=luz&encuentro=E2", "?q=luz&tema=T3", "?q=luz&tipo=need",
            "?territorio=99", "?encuentro=E9", "?tema=T9", "?q=luz&tema=T9", "?tipo=nada",
        )
    }  # fmt: skip

    assert found == {
        "?tipo=idea": ["A2", "A1"],
        "?territorio=09007": ["A2", "A1"],
        "?encuentro=E2": ["A3", "A2"],
        "?tema=T3": ["A2"],
        "?tipo=idea&encuentro=E2": ["A2"],
        "?q=agua&territorio=09007": ["A2", "A1"],
        "?q=luz&encuentro=E2": ["A3", "A2"],
        "?q=luz&tema=T3": ["A2"],
        "?q=luz&tipo=need": ["A3"],
        "?territorio=99": [],
        "?encuentro=E9": [],
        "?tema=T9": [],
        "?q=luz&tema=T9": [],
        "?tipo=nada": ["A3", "A2", "A1"],
    }


def test_a_theme_that_is_not_public_is_no_filter_and_is_not_named(cast: Cast, client: Client):
    theme(cast, one(cast), public=False)

    page = client.get(BASE)

    assert page.context["themes"] == []
    assert [row.facts for row in page.context["rows"]] == ["Necesidad"]
    assert refs(client, "?tema=T3") == []


def test_a_row_says_kind_code_place_meeting_day_and_themes(cast: Cast, client: Client):
    place = borough()
    theme(cast, one(cast, participant=cast.caro, territory_id=place.pk, meeting=meeting(cast, 2)))

    row = client.get(BASE, headers=ENGLISH).context["rows"][0]

    assert (row.ref, row.url, row.head, row.facts) == (
        "A1", BASE + "1/", "Falta agua en la escuela", "Need · W1#13 · Iztapalapa · E2 · T3",
    )  # fmt: skip


def test_words_in_another_language_than_the_page_are_marked(cast: Cast, client: Client):
    one(cast, "There is no water", language="en")

    assert '<a class="row-title" href="/red/procesos/parque/aportes/1/" lang="en">' in client.get(BASE).text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_words_and_found(cast: Cast, client: Client, hostile: str):
    one(cast, hostile, title=hostile)

    pages = [client.get(BASE).text, client.get(BASE, {"q": hostile, "tema": hostile, "territorio": hostile}).text]

    assert [hostile in page for page in pages] == [False, False]
    assert "&lt;" in pages[0]
    assert "alert" in pages[1]


@pytest.mark.parametrize("n", [3, 30])
@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("", 7),
        ("?antes=25", 6),
        ("?tipo=need&territorio=09007", 7),
        ("?tema=T3", 7),
        ("?encuentro=E1", 8),
        ("?q=agua", 7),
        ("?q=agua&encuentro=E1", 8),
    ],
)
def test_a_page_takes_the_same_few_queries_however_long_the_list(
    cast: Cast, django_assert_num_queries, n: int, address: str, most: int
):
    place, held = borough(), meeting(cast)
    voices = said(cast, *(f"El agua {k}" for k in range(n)), participant=cast.caro, territory_id=place.pk, meeting=held)
    theme(cast, *voices)

    with django_assert_num_queries(most):
        Client().get(BASE + address)


def test_a_reader_gets_no_cookie(cast: Cast, client: Client):
    one(cast)

    assert client.get(BASE).cookies == {}


def test_a_draft_is_not_there_for_readers_and_is_for_staff(cast: Cast, client: Client):
    one(cast)
    cast.process.public = False
    cast.process.save()

    assert [who.get(BASE).status_code for who in (client, cast.signed_in(cast.dana), cast.signed_in(cast.ana))] == [
        404,
        404,
        200,
    ]


def test_addresses_with_nonsense_are_read_as_if_it_were_not_there():
    assert asked({"antes": "x", "despues": "-1", "tipo": "nada", "q": " "}) == Filters()
    assert asked({"antes": "9" * 40, "despues": "0" * 20 + "9" * 20}) == Filters()
    assert asked({"antes": "²", "despues": "١"}) == Filters()
    assert asked({"antes": "12", "q": " agua "}) == Filters(text="agua", before=12)


def test_an_address_says_its_filters_again():
    assert Filters(text="agua & luz", theme="T3", before=5).query(kind="need") == "?q=agua+%26+luz&tipo=need&tema=T3"
    assert Filters(text="agua", before=5).query(before=3) == "?q=agua&antes=3"


def test_the_index_follows_every_change_of_words(cast: Cast, client: Client):
    row = one(cast, "El puente")
    Contribution.objects.filter(pk=row.pk).update(stems=row.stems.replace("puent", "tunel"))

    assert (refs(client, "?q=puente"), refs(client, "?q=tunel")) == ([], ["A1"])

    Contribution.objects.filter(pk=row.pk).delete()

    assert refs(client, "?q=tunel") == []
