"""What programs read first: every public page, each of which opens, and nothing else."""

from xml.etree import ElementTree as ET

from django.test import Client
from django_scopes import scope

from tequio.apps.organizations.models import Organization
from tequio.apps.processes.models import Process
from tequio.apps.publishing import queries
from tests.apps.publishing.made import a_story, published
from tests.apps.synthesis.voices import said
from tests.people import NOON, Cast

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(response) -> list[str]:
    return [found.text for found in ET.fromstring(response.content).iter(f"{SPACE}loc")]  # noqa: S314 (our own)


def test_every_public_page_opens_for_a_reader(cast: Cast):
    a_story(cast)
    published(cast)

    closed = [path for path in queries.public_paths() if Client().get(path).status_code != 200]

    assert closed == []


def test_every_kind_of_thing_is_among_the_public_pages(cast: Cast):
    a_story(cast)
    published(cast)
    here = "/red/procesos/parque/"

    paths = set(queries.public_paths())

    assert paths >= {
        "/red/",
        "/red/organizaciones/vecinas/",
        "/red/territorios/lugar/001/",
        here,
        f"{here}cobertura/",
        f"{here}hilo/",
        f"{here}voces/W1/14/",
        f"{here}encuentros/1/",
        f"{here}aportes/1/",
        f"{here}temas/1/",
        f"{here}prioridades/1/",
        f"{here}soluciones/problema/1/",
        f"{here}soluciones/solucion/1/",
        f"{here}soluciones/solucion/1/comparar/",
        f"{here}soluciones/prototipo/2/",
        f"{here}soluciones/opiniones/1/",
        f"{here}compromisos/decision/1/",
        f"{here}compromisos/3/",
        f"{here}compromisos/paso/1/",
        f"{here}resultado/",
        f"{here}resultado/cuentas/",
        f"{here}resultado/hoja/",
        "/otra/",
    }


def test_what_is_not_public_is_not_among_them(cast: Cast):
    """A contribution that nobody has read, a draft of a theme, an organisation that is not listed, a draft, a plan."""
    a_story(cast)
    Organization.objects.create(space=cast.space, slug="oculta", name="Oculta", listed=False, made_at=NOON)
    for slug, public, template in (("borrador", False, False), ("plan", True, True)):
        Process.objects.create(
            space=cast.space, slug=slug, title={"es": slug}, public=public, template=template, made_at=NOON
        )

    paths = queries.public_paths()

    hidden = ("/aportes/10/", "/temas/3/", "/oculta/", "/borrador/", "/plan/", "/cuentas/")
    assert [word for word in hidden for path in paths if word in path] == []


def test_each_kind_is_bounded_to_the_newest(cast: Cast):
    said(cast, *(f"Voz {number}" for number in range(5)))

    paths = [path for path in queries.public_paths(limit_per_kind=2) if "/aportes/" in path]

    assert paths == [f"/red/procesos/parque/aportes/{end}" for end in ("", "decir/", "5/", "4/")]


def test_no_page_is_there_twice(cast: Cast):
    a_story(cast)
    published(cast)

    paths = queries.public_paths()

    assert len(paths) == len(set(paths))


def test_pages_of_every_space_are_there_whatever_space_is_in_force(cast: Cast):
    with scope(space=cast.elsewhere.pk):
        Process.objects.create(space=cast.elsewhere, slug="suyo", title={"es": "Suyo"}, public=True, made_at=NOON)

    assert "/otra/procesos/suyo/" in queries.public_paths()


def test_the_sitemap_has_them_all_with_the_host(cast: Cast):
    a_story(cast)
    published(cast)

    response = Client().get("/sitemap.xml")

    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/xml")
    assert locations(response) == [f"http://testserver{path}" for path in queries.public_paths()]


def test_robots_are_told_where_the_sitemap_is(cast: Cast):
    response = Client().get("/robots.txt")

    lines = response.content.decode().splitlines()
    assert (response.status_code, lines[0], lines[-1]) == (
        200,
        "User-agent: *",
        "Sitemap: http://testserver/sitemap.xml",
    )
    assert "Disallow: /cuenta/" in lines
