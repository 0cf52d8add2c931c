"""The first page of a space: its newest story, what is open, and the doors that exist."""

from datetime import timedelta

import pytest
from django.test import Client
from django_scopes import scope

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Process
from tequio.apps.publishing import queries
from tequio.apps.publishing.models import Report
from tequio.apps.spaces.models import Space
from tequio.core.phases import Activity, Span
from tests.apps.commitments.made import TODAY, TOMORROW, YESTERDAY
from tests.apps.processes.here import phase
from tests.apps.publishing.made import DRAFT, SECRET_WORDS, SEEN, a_story, published
from tests.people import NOON, Cast

HERE = "/red/"
QUERIES = 10
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


def body(client: Client) -> str:
    return client.get(HERE).content.decode()


def another(cast: Cast, slug: str, **facts: object) -> Process:
    given = {"public": True, "made_at": NOON, "title": {"es": f"Proceso {slug}"}} | facts
    return Process.objects.create(space=cast.space, slug=slug, **given)


@pytest.mark.parametrize("language", ["es", "en"])
def test_it_opens_in_both_languages_without_a_cookie(cast: Cast, language: str):
    a_story(cast)
    published(cast)
    client = Client()
    client.cookies["lengua"] = language

    response = client.get(HERE)

    assert (response.status_code, response.cookies.output()) == (200, "")


def test_the_newest_published_result_leads(cast: Cast):
    a_story(cast)
    published(cast)
    another(cast, "nuevo")

    lead = queries.front_of(TODAY).lead

    assert (lead.process.slug, lead.report.opening, lead.quote.passage) == (
        "parque",
        {"es": "Gracias por venir."},
        SEEN,
    )
    assert [(step["kind"], step["n"]) for step in lead.steps] == [
        ("contribution", 9),
        ("theme", 2),
        ("problem", 1),
        ("prototype", 2),
        ("commitment", 3),
    ]


def test_while_none_is_published_the_process_under_way_leads(cast: Cast):
    phase(cast, "Escuchar", Span(YESTERDAY, TOMORROW))
    another(cast, "sin-fases")

    lead = queries.front_of(TODAY).lead

    assert (lead.process.slug, lead.report) == ("parque", None)


def test_with_nothing_under_way_the_newest_process_leads(cast: Cast):
    another(cast, "segundo")

    assert queries.front_of(TODAY).lead.process.slug == "segundo"


def test_drafts_and_plans_are_told_to_nobody(cast: Cast):
    another(cast, "borrador", public=False)
    another(cast, "plan", template=True)
    Report.objects.create(process=another(cast, "oculto", public=False), published_at=NOON)

    front = queries.front_of(TODAY)

    assert (front.lead.process.slug, [running.process.slug for running in front.processes]) == ("parque", ["parque"])
    assert "Proceso" not in body(cast.signed_in(cast.ana)).replace("Procesos", "").replace("procesos", "")


def test_what_is_open_begins_with_where_people_can_say_something(cast: Cast):
    phase(cast, "Escuchar", Span(YESTERDAY, TOMORROW), Activity.MEET, Activity.CONTRIBUTE)

    titles = [call["title"] for _process, call in queries.front_of(TODAY).calls]

    assert titles == ["Para contribute", "Para meet"]


def test_nothing_private_is_told(cast: Cast):
    a_story(cast)
    published(cast)
    Organization.objects.create(space=cast.space, slug="oculta", name="Oculta", listed=False, made_at=NOON)

    page = body(Client())

    assert [secret for secret in (SECRET_WORDS, DRAFT, "Oculta") if secret in page] == []


def test_the_things_of_another_space_are_not_here(cast: Cast):
    with scope(space=cast.elsewhere.pk):
        theirs = Process.objects.create(
            space=cast.elsewhere, slug="suyo", title={"es": "Suyo"}, public=True, made_at=NOON
        )
        Report.objects.create(process=theirs, published_at=NOON)
        Organization.objects.create(space=cast.elsewhere, slug="suya", name="Suya", made_at=NOON)

    assert [word in body(Client()) for word in ("Suyo", "Suya")] == [False, False]


def test_an_empty_space_says_so_and_lets_staff_begin(cast: Cast):
    Process.objects.all().delete()

    pages = [body(client) for client in (Client(), cast.signed_in(cast.ana))]

    assert [("Aquí todavía no empieza nada" in page, "Empezar un proceso" in page) for page in pages] == [
        (True, False),
        (True, True),
    ]


def test_who_is_behind_the_space_is_told_where_more_than_a_name_is_known(cast: Cast):
    funders = [{"name": "Fundación Sur", "what": {"es": "Pagó los talleres."}}, {"name": "Fundación Norte"}]
    operator = {"name": "Red de barrios", "about": {"es": "Nueve vecinas.", "en": ""}}
    Space.objects.filter(pk=cast.space.pk).update(funders=funders, operator=operator)

    page = body(Client())

    section = page[page.index('id="quien"') : page.index("</section>", page.index('id="quien"'))]
    assert [word in section for word in ("Nueve vecinas.", "Pagó los talleres.", "Fundación Norte")] == [
        True,
        True,
        False,
    ]


def test_where_nothing_is_known_of_them_no_empty_part_is_shown(cast: Cast):
    Space.objects.filter(pk=cast.space.pk).update(operator={"name": "Red", "about": {"es": ""}}, funders=[])

    assert 'id="quien"' not in body(Client())


def test_territories_are_a_door_only_where_there_are_any(cast: Cast):
    before = "/red/territorios/" in body(Client())
    a_story(cast)

    assert (before, "/red/territorios/" in body(Client())) == (False, True)


def test_hostile_words_are_shown_as_words(cast: Cast):
    a_story(cast)
    published(cast, opening={"es": HOSTILE})
    Organization.objects.update(name=HOSTILE)
    type(cast.space).objects.update(name={"es": HOSTILE}, about={"es": HOSTILE})
    Process.objects.update(title={"es": HOSTILE}, summary={"es": HOSTILE})

    page = body(Client())

    assert ("<script>alert" in page, "<img src=x" in page, "&lt;script&gt;" in page) == (False, False, True)


@pytest.mark.parametrize("more", [3, 30])
def test_it_asks_the_same_questions_however_much_there_is(cast: Cast, more, django_assert_num_queries):
    a_story(cast)
    published(cast)
    for number in range(more):
        another(cast, f"p{number}", made_at=NOON - timedelta(days=1))
        Organization.objects.create(space=cast.space, slug=f"o{number}", name=f"O{number}", made_at=NOON)

    with django_assert_num_queries(QUERIES):
        Client().get(HERE)
