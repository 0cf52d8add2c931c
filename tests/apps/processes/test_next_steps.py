"""Where a newcomer among the staff is led: one step after another, and only what they may do."""

from django.test import Client
from django.utils import timezone

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes import actions, next_steps, queries
from tequio.apps.processes.forms import NewForm
from tequio.apps.processes.models import Process
from tequio.apps.publishing.models import Report
from tequio.core.phases import Activity
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tests.apps.processes.here import BASE, DOING, boroughs, people, phase
from tests.apps.processes.test_reading import MARCH, html
from tests.people import NOON, Cast

ALL = frozenset(Permission)


def todo(process: Process, *kinds: Kind, published: bool = False, may: frozenset[Permission] = ALL) -> next_steps.ToDo:
    counts = dict.fromkeys(kinds, 1)
    return next_steps.to_do(process, queries.phases_of(process), counts, published=published, may=may)


def led_to(process: Process, *kinds: Kind) -> str:
    found = todo(process, *kinds).next
    return found.url if found else ""


def test_a_new_process_is_led_from_step_to_step(cast: Cast) -> None:
    cast.process.public = False
    before = led_to(cast.process)
    phase(cast, "Explorar", MARCH, Activity.CONTRIBUTE)
    dated = led_to(cast.process)
    cast.process.public = True

    steps = [before, dated, led_to(cast.process), led_to(cast.process, Kind.MEETING)]

    assert steps == [f"{BASE}plan/", f"{BASE}publicar/", f"{BASE}encuentros/nuevo/", f"{BASE}aportes/"]


def test_a_step_that_may_be_left_out_is_not_asked_for_once_a_later_one_is_done(cast: Cast) -> None:
    phase(cast, "Explorar", MARCH)

    steps = [
        led_to(cast.process, Kind.CONTRIBUTION, Kind.THEME),
        led_to(cast.process, Kind.CONTRIBUTION, Kind.THEME, Kind.PROBLEM),
    ]

    assert steps == [f"{BASE}prioridades/", f"{BASE}soluciones/solucion/nueva/"]


def test_a_step_that_everything_rests_on_is_asked_for_until_it_is_done(cast: Cast) -> None:
    phase(cast, "Explorar", MARCH)

    assert led_to(cast.process, Kind.DECISION, Kind.COMMITMENT) == f"{BASE}aportes/"


def test_nothing_is_left_when_the_result_is_published(cast: Cast) -> None:
    phase(cast, "Explorar", MARCH)

    found = todo(cast.process, *Kind, published=True)

    assert (found.next, found.done, len(found.steps)) == (None, 13, 13)


def test_only_what_a_person_may_do_is_asked_of_them(cast: Cast) -> None:
    found = todo(cast.process, may=frozenset({Permission.CONTRIBUTIONS_ENTER, Permission.MEETINGS_EDIT}))

    assert [step.url for step in found.steps] == [f"{BASE}encuentros/nuevo/", f"{BASE}aportes/"]


def test_the_page_leads_staff_and_nobody_else(cast: Cast) -> None:
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.ana))

    assert ["Lo que sigue" in html(client) for client in clients] == [False, False, False, True]


def test_a_plan_to_copy_from_leads_nowhere(cast: Cast) -> None:
    actions.create_process(space=cast.space, slug="plan", title={"es": "Un plan"}, template=True, **DOING)

    assert "Lo que sigue" not in html(cast.signed_in(cast.ana), "/red/procesos/plan/")


def test_the_page_counts_what_nobody_has_read(cast: Cast) -> None:
    for number, status in enumerate(("new", "new", "accepted"), 1):
        Contribution.objects.create(
            process=cast.process, number=number, status=status, channel="web", body="Agua", made_at=NOON
        )

    page = html(cast.signed_in(cast.ana))

    assert "2 aportes esperan a que alguien los lea." in page


def test_a_result_is_told_once_it_is_published_and_not_while_it_is_written(cast: Cast) -> None:
    report = Report.objects.create(process=cast.process)
    written = queries.is_told(cast.process)
    report.published_at = timezone.now()
    report.save()

    assert (written, queries.is_told(cast.process)) == (False, True)


def test_a_blank_plan_stands_for_the_blank_page(cast: Cast) -> None:
    def offered() -> list[str]:
        return [label for _slug, label in NewForm(space=cast.space).fields["plan"].choices]

    without = offered()
    plan = actions.create_process(space=cast.space, slug="fases", title={"es": "Fases"}, template=True, **DOING)
    actions.add_phase(plan, title={"es": "Oír"}, **DOING)
    actions.add_phase(plan, title={"es": "Decidir"}, **DOING)
    with_phases = offered()
    actions.create_process(space=cast.space, slug="vacio", title={"es": "En blanco"}, template=True, **DOING)

    assert [without, with_phases, offered()] == [
        ["Una hoja en blanco"],
        ["Fases: Oír, Decidir", "Una hoja en blanco"],
        ["Fases: Oír, Decidir", "En blanco"],
    ]


def test_the_page_does_not_say_that_few_came_where_many_did(cast: Cast) -> None:
    for borough in boroughs(Centro=600, Norte=500, Sur=400):
        people(cast, 5, borough, alone=True)

    page = html(Client())

    assert ["menos de diez personas" in page, "Han participado menos de diez" in page] == [True, False]
