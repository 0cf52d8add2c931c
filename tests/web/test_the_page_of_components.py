"""Every piece stands on /estilo/, so that whoever looks there has seen them all."""

import re
from pathlib import Path

import pytest
from django.test import Client

COMPONENTS = Path(__file__).parents[2] / "src/tequio/web/templates/components"
DOCS = Path(__file__).parents[2] / "docs/components.md"

pytestmark = pytest.mark.django_db


def test_every_component_is_shown() -> None:
    response = Client().get("/estilo/")

    shown = {template.name for template in response.templates}
    assert {f"components/{path.name}" for path in COMPONENTS.glob("*.html")} - shown == set()


def test_every_component_is_documented() -> None:
    documented = set(re.findall(r"components/([a-z_]+)\.html", DOCS.read_text(encoding="utf-8")))

    assert documented == {path.stem for path in COMPONENTS.glob("*.html")}


def test_no_id_stands_twice() -> None:
    ids = re.findall(r'\sid="([^"]+)"', Client().get("/estilo/").content.decode())

    assert sorted({name for name in ids if ids.count(name) > 1}) == []


@pytest.mark.parametrize("attribute", ["for", "aria-labelledby", "aria-describedby"])
def test_whatever_points_at_an_id_finds_it(attribute: str) -> None:
    markup = Client().get("/estilo/").content.decode()

    wanted = {name for value in re.findall(rf'\s{attribute}="([^"]+)"', markup) for name in value.split()}
    assert wanted - set(re.findall(r'\sid="([^"]+)"', markup)) == set()


def test_every_error_leads_to_its_box() -> None:
    markup = Client().get("/estilo/").content.decode()
    summary = markup[markup.index('class="errors"') :]

    led_to = re.findall(r'href="#([^"]+)"', summary[: summary.index("</div>")])
    assert led_to == ["refused_title_0", "refused_kind_0", "refused_since"]
    assert [name for name in led_to if f'id="{name}"' not in markup] == []


@pytest.mark.parametrize(("language", "heading"), [("es", "El hilo"), ("en", "The thread")])
def test_it_speaks_the_readers_language(language: str, heading: str) -> None:
    markup = Client().get("/estilo/", headers={"accept-language": language}).content.decode()

    assert re.findall(r'<section id="hilo"><h2>(.*?)</h2>', markup) == [heading]
