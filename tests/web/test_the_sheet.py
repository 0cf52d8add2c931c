"""The page that every page stands on: who runs the space, who pays, where the doors lead."""

import re
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override

pytestmark = pytest.mark.django_db


def sheet(**context: object) -> str:
    space = SimpleNamespace(slug="cdmx", name={"es": "Voces"}, operator={}, funders=[], synthetic=False)
    with override("es"):
        return render_to_string("base.html", {"space": space, "here": "/cdmx/procesos/", **context})


def text(markup: str, pattern: str) -> list[str]:
    return [
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", found)).strip() for found in re.findall(pattern, markup, re.DOTALL)
    ]


def test_the_doors_lead_where_they_say_and_the_open_one_is_marked() -> None:
    doors = re.findall(r'<a href="([^"]+)"( aria-current="true")?>([^<]+)</a>', sheet().split('class="tools"')[0])

    assert doors == [("/cdmx/procesos/", ' aria-current="true"', "Procesos"), ("/cdmx/organizaciones/", "", "Común")]


def test_a_view_may_give_its_own_doors() -> None:
    shown = sheet(doors=[{"title": "Observatorio", "url": "/o/", "current": False}])

    assert text(shown, r'<nav class="doors".*?</nav>') == ["Observatorio"]


def test_the_foot_says_honestly_that_nobody_has_been_named() -> None:
    assert text(sheet(), r'<div class="foot-in">\s*<div>.*?</div>') == [
        "Todavía nadie ha dicho quién opera este espacio. Todavía nadie ha dicho quién paga este espacio."
    ]


def test_the_foot_names_who_runs_and_who_pays() -> None:
    space = SimpleNamespace(
        slug="cdmx",
        name={"es": "Voces"},
        operator={"name": "Una universidad", "url": "https://u.example"},
        funders=[{"name": "Un consejo"}, {"name": "Una fundación", "url": "https://f.example"}],
        synthetic=True,
    )

    shown = sheet(space=space)

    assert text(shown, r'<div class="foot-in">\s*<div>.*?</div>') == [
        "Opera: Una universidad. Lo pagan: Un consejo, Una fundación."
    ]
    assert text(shown, r'<div class="banner">.*?</div>') == [
        "Caso de demostración: lo que dicen las personas aquí es sintético."
    ]


def test_a_page_before_any_space_says_only_the_name_of_the_house() -> None:
    shown = sheet(space=None)

    assert (text(shown, r'<a class="nameplate".*?</a>'), "doors" in shown) == (["Tequio"], False)


def test_the_other_language_is_one_link_away_and_comes_back_here() -> None:
    markup = Client().get("/estilo/?a=1", headers={"accept-language": "es"}).content.decode()

    assert re.findall(r'<a href="([^"]+)" lang="en" hreflang="en">([^<]+)</a>', markup) == [
        ("/idioma/en/?next=/estilo/%3Fa%3D1", "English")
    ]


def test_the_page_says_what_it_weighs() -> None:
    markup = Client().get("/estilo/", headers={"accept-language": "es"}).content.decode()

    assert (len(re.findall(r"Esta página pesa \d+ kB", markup)), "%weight%" in markup) == (1, False)
