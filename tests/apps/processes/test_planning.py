from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver
from django_scopes import scope

from tequio.apps.processes import actions, queries, urls
from tequio.apps.processes.models import Participant, Process
from tequio.apps.spaces.models import Assignment
from tequio.core.phases import Activity, Precision, Season, Span, season_span
from tests.apps.processes.here import BASE, DOING, HOSTILE, boroughs, people, phase
from tests.people import NOON, Cast


@pytest.fixture
def ana(cast: Cast) -> Client:
    return cast.signed_in(cast.ana)


def titled(words: str, **more: object) -> dict[str, object]:
    return {"title_es": words, "title_en": "", **more}


def test_a_process_starts_from_a_template(cast: Cast, ana: Client) -> None:
    phase(cast, "Explorar", Span(), Activity.MEET)
    actions.copy_process(cast.process, slug="plan", title={"es": "Plan"}, as_template=True, **DOING)

    answer = ana.post("/red/procesos/nuevo/", titled("Agua para todos", slug="", plan="plan"))

    made = Process.objects.get(slug="agua-para-todos")
    assert (answer.status_code, answer["Location"]) == (302, "/red/procesos/agua-para-todos/plan/")
    assert (made.public, made.template, [one.opens for one in queries.timeline(made)]) == (
        False,
        False,
        [frozenset({Activity.MEET})],
    )


def test_a_process_starts_from_a_blank_page(cast: Cast, ana: Client) -> None:
    ana.post("/red/procesos/nuevo/", titled("Agua", slug="agua-2027", plan="", summary_es="Para todos"))

    made = Process.objects.get(slug="agua-2027")
    assert (made.title, made.summary, made.phases.count()) == ({"es": "Agua"}, {"es": "Para todos"}, 0)


def test_an_address_in_use_is_said_and_what_was_typed_stays(cast: Cast, ana: Client) -> None:
    answer = ana.post("/red/procesos/nuevo/", titled("Otro parque", slug="parque", plan="", summary_es="No se pierde"))

    page = answer.content.decode()
    assert answer.status_code == 422
    told = ("La dirección «parque» ya está en uso. Escribe otra.", "Otro parque", "No se pierde")
    assert [words for words in told if words not in page] == []
    assert Process.objects.count() == 1


def test_a_template_of_another_space_cannot_be_copied(cast: Cast, ana: Client) -> None:
    with scope(space=cast.elsewhere.pk):
        actions.create_process(space=cast.elsewhere, slug="ajeno", title={"es": "Ajeno"}, template=True, **DOING)

    answer = ana.post("/red/procesos/nuevo/", titled("Agua", slug="agua", plan="ajeno"))

    assert (answer.status_code, Process.objects.count()) == (422, 1)
    assert "Ajeno" not in answer.content.decode()


def test_a_plan_is_made_without_a_script(cast: Cast, ana: Client) -> None:
    ana.post(f"{BASE}plan/actividades/nueva/", titled("Juntas", kind="meet"))
    added = ana.post(f"{BASE}plan/fases/nueva/", titled("Explorar", activities=["juntas"]))
    ana.post(f"{added['Location']}?precision=season", {"first_season": "summer", "first_year": "2027"})
    ana.post(f"{BASE}plan/fases/nueva/", titled("Diseñar"))
    ana.post(f"{BASE}plan/fases/disenar/mover/", {"to": "earlier"})

    timeline = queries.timeline(cast.process)

    assert added["Location"] == f"{BASE}plan/fases/explorar/fechas/"
    assert [one.key for one in timeline] == ["disenar", "explorar"]
    assert (timeline[1].span, timeline[1].opens) == (season_span(2027, Season.SUMMER), {Activity.MEET})


def test_how_exactly_a_date_is_known_is_asked_first(cast: Cast, ana: Client) -> None:
    phase(cast)

    asked = ana.get(f"{BASE}plan/fases/explorar/fechas/").content.decode()
    boxes = ana.get(f"{BASE}plan/fases/explorar/fechas/?precision=month").content.decode()
    unknown = ana.get(f"{BASE}plan/fases/explorar/fechas/?precision=hora")

    assert ("first_month" in asked, "first_month" in boxes, unknown.status_code) == (False, True, 422)


def test_dates_that_end_before_they_start_are_said_and_kept_on_the_page(cast: Cast, ana: Client) -> None:
    phase(cast)

    answer = ana.post(f"{BASE}plan/fases/explorar/fechas/?precision=day", {"first": "2027-05-02", "last": "01/05/2027"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert ("termina antes" in page, 'value="2027-05-02"' in page) == (True, True)
    assert queries.timeline(cast.process)[0].span == Span()


def test_dates_that_nobody_knows_are_forgotten(cast: Cast, ana: Client) -> None:
    phase(cast, "Explorar", season_span(2027, Season.SUMMER))

    answer = ana.post(f"{BASE}plan/fases/explorar/fechas/?precision=unknown", {"sent": "1"})

    assert (answer.status_code, queries.timeline(cast.process)[0].span) == (302, Span())


def test_phases_out_of_order_are_told_and_not_refused(cast: Cast, ana: Client) -> None:
    phase(cast, "Primera", Span(date(2027, 5, 1), date(2027, 5, 31), Precision.MONTH))
    phase(cast, "Segunda", Span(date(2027, 2, 1), date(2027, 2, 28), Precision.MONTH))

    page = ana.get(f"{BASE}plan/").content.decode()

    assert "«Segunda» va después de «Primera» en la lista, pero empieza antes." in page


def test_a_phase_is_opened_by_hand_and_given_back_to_its_dates(cast: Cast, ana: Client) -> None:
    phase(cast)
    seen = []

    for override in ("open", "closed", ""):
        ana.post(f"{BASE}plan/fases/explorar/abrir/", {"override": override})
        seen.append(queries.timeline(cast.process)[0].override)

    assert seen == ["open", "closed", None]


def test_a_phase_with_people_cannot_be_removed_and_the_page_says_why(cast: Cast, ana: Client) -> None:
    actions.invite(phase(cast), people(cast, 2), **DOING)

    answer = ana.post(f"{BASE}plan/fases/explorar/quitar/")

    assert answer.status_code == 422
    assert "«Explorar» tiene personas invitadas (2)" in answer.content.decode()


def test_removing_asks_first(cast: Cast, ana: Client) -> None:
    phase(cast, "Explorar", Span(), Activity.MEET)
    places = [f"{BASE}plan/actividades/para-meet/quitar/", f"{BASE}plan/fases/explorar/quitar/"]

    asked = [ana.get(place).status_code for place in places]
    before = (cast.process.phases.count(), cast.process.activities.count())
    done = [ana.post(place).status_code for place in places]

    assert (asked, before, done) == ([200, 200], (1, 1), [302, 302])
    assert (cast.process.phases.count(), cast.process.activities.count()) == (0, 0)


def test_what_is_asked_is_added_changed_and_removed(cast: Cast, ana: Client) -> None:
    ana.post(f"{BASE}plan/datos/nuevo/", titled("Edad", choices="Joven = 4\nMayor = 6", source="INEGI"))
    ana.post(f"{BASE}plan/datos/edad/", titled("Edades", choices="Joven = 5\nMayor = 6", source="INEGI"))
    changed = cast.process.attributes.values("title", "choices").get()
    ana.post(f"{BASE}plan/datos/edad/quitar/")

    young = {"key": "joven", "label": {"es": "Joven"}, "population": 5}
    old = {"key": "mayor", "label": {"es": "Mayor"}, "population": 6}
    assert changed == {"title": {"es": "Edades"}, "choices": [young, old]}
    assert cast.process.attributes.count() == 0


def test_publishing_asks_first_and_shows_the_process(cast: Cast, ana: Client) -> None:
    Process.objects.update(public=False)
    asked = ana.get(f"{BASE}publicar/").content.decode()
    before = Client().get(BASE).status_code

    ana.post(f"{BASE}publicar/")

    assert ("¿Publicar este proceso?" in asked, before, Client().get(BASE).status_code) == (True, 404, 200)


def test_a_copy_becomes_a_template(cast: Cast, ana: Client) -> None:
    answer = ana.post(f"{BASE}copiar/", titled("Plan", slug="plan", as_template="on"))

    assert (answer["Location"], Process.objects.get(slug="plan").template) == ("/red/procesos/plan/plan/", True)


def test_people_are_added_from_a_page(cast: Cast, ana: Client) -> None:
    boroughs(Iztapalapa=10)

    answer = ana.post(
        f"{BASE}participantes/agregar/",
        {
            "wave": "fs",
            "phase": "",
            "speaks_for": "organization",
            "people": "Iztapalapa\nIztapalapa; Vecinas del Parque",
        },
    )

    rows = Participant.objects.filter(wave="FS").values_list("number", "speaks_for", "organization__slug")
    assert (answer.status_code, list(rows)) == (302, [(1, "organization", None), (2, "organization", "vecinas")])


def test_a_wrong_line_adds_nobody_and_keeps_what_was_typed(cast: Cast, ana: Client) -> None:
    boroughs(Iztapalapa=10)

    answer = ana.post(
        f"{BASE}participantes/agregar/",
        {"wave": "FS", "phase": "", "speaks_for": "self", "people": f"Iztapalapa\n{HOSTILE[0]}"},
    )

    page = answer.content.decode()
    assert (answer.status_code, Participant.objects.count()) == (422, 1)
    assert (HOSTILE[0] in page, "&lt;script&gt;alert(1)&lt;/script&gt;" in page) == (False, True)


def test_the_list_of_people_is_filtered(cast: Cast, ana: Client) -> None:
    iztapalapa, tlalpan = boroughs(Iztapalapa=10, Tlalpan=5)
    people(cast, 1, iztapalapa)
    people(cast, 1, tlalpan)

    def found(query: str) -> list[str]:
        return [str(person.code) for person in ana.get(f"{BASE}participantes/?{query}").context["pages"]]

    seen = [found("borough=001"), found("borough=002"), found("wave=ZZ"), found("organization=vecinas"), found("")]

    everybody = ["W1#13", "W1#14", "W1#15"]
    assert seen == [["W1#14"], ["W1#15"], everybody, everybody, everybody]


def test_a_person_leaves_after_being_asked_about(cast: Cast, ana: Client) -> None:
    place = f"{BASE}participantes/W1/13/retirar/"
    asked = ana.get(place).content.decode()

    ana.post(place)

    assert "¿W1#13 deja el proceso?" in asked
    assert Participant.objects.get().withdrawn_at is not None


@pytest.mark.parametrize("n", [3, 30])
def test_pages_of_people_ask_the_same_number_of_questions(
    cast: Cast, ana: Client, n: int, django_assert_max_num_queries: object
) -> None:
    first = phase(cast)
    actions.invite(first, people(cast, n, *boroughs(Iztapalapa=10)), **DOING)

    for place in ("participantes/", "invitaciones/", "invitaciones/explorar/", "plan/"):
        with django_assert_max_num_queries(15):  # type: ignore[operator]
            assert ana.get(BASE + place).status_code == 200


PUBLIC = {"list", "detail", "coverage", "voice"}
ARGUMENTS = {"process": "parque", "key": "explorar", "wave": "W1", "number": "13"}


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/red/procesos/") -> dict[str, str]:
    found: dict[str, str] = {}
    for each in patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            found |= addresses(each.url_patterns, path)
        else:
            found[str(each.name)] = path
    return found


def filled(path: str) -> str:
    for name, value in ARGUMENTS.items():
        for kind in ("slug", "str", "int"):
            path = path.replace(f"<{kind}:{name}>", value)
    return path


STAFF = {name: filled(path) for name, path in addresses(urls.urlpatterns).items() if name not in PUBLIC}


@pytest.mark.parametrize("name", sorted(STAFF))
def test_pages_for_staff_are_closed_to_everybody_else(cast: Cast, name: str) -> None:
    actions.invite(phase(cast, "Explorar", Span(), Activity.MEET), [cast.caro], **DOING)
    clients = [Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana)]
    before = list(Process.objects.values()), list(Participant.objects.values())

    answers = [client.post(STAFF[name], {"title_es": "Robado", "person": cast.caro.pk}) for client in clients]
    pages = [client.get(STAFF[name]).status_code for client in clients]

    assert [answer.status_code for answer in answers] == [405 if is_read_only(name) else 403] * 4
    assert set(pages) <= {302, 403, 405}
    assert (list(Process.objects.values()), list(Participant.objects.values())) == before


def is_read_only(name: str) -> bool:
    return name in {"plan", "participants", "invitations", "invited"}


def test_a_note_taker_sees_people_and_changes_nobody(cast: Cast) -> None:
    Assignment.objects.create(space=cast.space, person=cast.beto, role="note_taker", since=NOON)
    beto = cast.signed_in(cast.beto)

    seen = [beto.get(f"{BASE}participantes/").status_code, beto.get(f"{BASE}participantes/W1/13/").status_code]

    assert seen == [200, 403]
