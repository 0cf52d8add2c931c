import re
from collections.abc import Iterator

import pytest
from django.test import Client

from tequio.apps.organizations.models import Organization
from tequio.apps.processes import actions
from tequio.apps.processes.queries import templates_in
from tequio.apps.publishing.queries import public_paths
from tequio.cases.mexico_city import facts
from tequio.core.actors import SYSTEM
from tests.demo import Demo
from tests.people import NOON

CODE = re.compile(r"\b(?:W1|FS|A1)#\d+")
PROCESS = "/cdmx/procesos/plataforma/"

pytestmark = pytest.mark.django_db


def _answers(client: Client, paths: list[str]) -> Iterator[tuple[str, int, str]]:
    for path in paths:
        reply = client.get(path)
        yield path, reply.status_code, reply.content.decode()


def test_every_page_answers_and_none_of_the_thread_names_an_organisation_beside_a_code(demo: Demo) -> None:
    names = list(Organization.objects.values_list("name", flat=True))
    paths = public_paths()

    broken, leaks = [], []
    for path, status, page in _answers(demo.reader(), paths):
        named = [name for name in names if name in page]
        broken += [path] if status != 200 else []
        leaks += [path] if named and CODE.search(page) and not _told_by_itself(path, named) else []

    assert len(paths) > 400
    assert (broken, leaks) == ([], [])


def _told_by_itself(path: str, named: list[str]) -> bool:
    """The directory on the first page; and who made a promise in its own name, in the process that is open."""
    return path == "/cdmx/" or (named == ["Pipa para Todas"] and path.startswith("/cdmx/procesos/agua/"))


def test_a_page_of_each_kind_answers_in_english(demo: Demo) -> None:
    paths = public_paths(3)

    answers = list(_answers(demo.reader("en"), paths))

    assert [path for path, status, page in answers if status != 200 or '<html lang="en"' not in page] == []


def test_what_can_be_taken_away_names_no_organisation_beside_a_code(demo: Demo) -> None:
    names = list(Organization.objects.values_list("name", flat=True))

    answers = list(_answers(demo.reader(), [PROCESS + "hilo/hilo.json", PROCESS + "hilo/hilo.graphml"]))

    assert [status for _path, status, _page in answers] == [200, 200]
    assert [name for name in names for _path, _status, page in answers if name in page] == []
    assert all(CODE.search(page) for _path, _status, page in answers)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_contradiction_stands_on_the_page_of_the_process(demo: Demo, language: str) -> None:
    page = _unescaped(demo.reader(language).get(PROCESS).content.decode())

    missing = [each.key for each in facts().contradictions if each.title[language] not in page]

    assert missing == []
    assert len(facts().contradictions) >= 20


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_the_documents_say_stands_there_with_its_place(demo: Demo, language: str) -> None:
    told = facts().process
    page = _unescaped(demo.reader(language).get(PROCESS).content.decode())

    said = [
        told.limits.text,
        told.mode.text,
        *(phase.period.words for phase in told.phases),
        *(count.words for phase in told.phases for count in phase.counts),
        *(result.words for result in told.results),
        *(result.base for result in told.results),
    ]

    assert [text for text in said if text[language] not in page] == []
    assert [each.source for each in (*told.phases, *told.results) if each.source not in page] == []


def _unescaped(page: str) -> str:
    return page.replace("&#x27;", "'").replace("&quot;", '"').replace("&amp;", "&")


def test_whoever_led_and_paid_for_the_documented_process_is_named_at_the_foot(demo: Demo) -> None:
    page = demo.reader().get("/cdmx/").content.decode()

    assert "Tequio demo (caso de demostración; el proceso de 2020–2021 lo condujeron University of Bristol" in page
    assert "Economic and Social Research Council (pagó el proceso documentado)" in page


def test_where_a_shelter_is_stays_untold(demo: Demo) -> None:
    shelter = Organization.objects.get(shelter=True)

    page = demo.reader().get(f"/cdmx/organizaciones/{shelter.slug}/").content.decode()

    assert shelter.name in page
    assert shelter.territory.name not in page


def test_a_process_can_be_started_from_the_four_phases_or_from_nothing(demo: Demo) -> None:
    plans = list(templates_in(demo.space))

    made = actions.copy_process(plans[0], slug="nuestro", title={"es": "El nuestro"}, by=SYSTEM, at=NOON)

    assert [plan.slug for plan in plans] == ["cuatro-fases", "en-blanco"]
    assert list(made.phases.values_list("key", flat=True)) == ["explore", "build", "codesign", "feedback"]
    assert made.activities.count() == 8
    assert plans[1].phases.count() == 0


def test_templates_and_staff_pages_are_not_for_readers(demo: Demo) -> None:
    closed = ["/cdmx/procesos/cuatro-fases/", f"{PROCESS}participantes/", "/cdmx/procesos/agua/aportes/por-leer/"]

    statuses = [status for _path, status, _page in _answers(demo.reader(), closed)]
    for_ana = [status for _path, status, _page in _answers(demo.signed_in(demo.ana), closed)]

    assert statuses == [404, 302, 302]
    assert for_ana == [200, 200, 200]
