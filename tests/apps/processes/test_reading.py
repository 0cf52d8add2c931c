from datetime import date

import pytest
from django.test import Client

from tequio.apps.processes import actions, journey, notes, queries
from tequio.apps.processes.models import Phase, Process
from tequio.apps.thread import actions as thread
from tequio.apps.thread.actions import Thing
from tequio.core.phases import Activity, Override, Season, Span, season_span
from tequio.core.thread import Kind
from tests.apps.processes.here import BASE, DOING, HOSTILE, boroughs, people, phase
from tests.people import NOON, Cast

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))
ON = date(2026, 3, 2)


def html(client: Client, address: str = BASE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def draft(cast: Cast, title: str = "Un borrador") -> Process:
    return actions.create_process(space=cast.space, slug="borrador", title={"es": title}, **DOING)


def knots(cast: Cast, kind: Kind, n: int, *, public: bool = True) -> None:
    thread.add_knots(
        cast.process, [Thing(kind, place, f"{kind[:1]}{kind[2]}{place}{public}", {}, public) for place in range(n)]
    )


def opened(process: Process, on: date) -> list[dict[str, object]]:
    return journey.calls(process, queries.phases_of(process), on)


def test_readers_see_public_processes_and_staff_the_drafts_too(cast: Cast) -> None:
    draft(cast)
    actions.create_process(space=cast.space, slug="plan", title={"es": "Un plan"}, template=True, **DOING)
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.ana))

    pages = [html(client, "/red/procesos/") for client in clients]

    seen = [["El parque de todos" in page, "Un borrador" in page, "Un plan" in page] for page in pages]
    assert seen == [[True, False, False]] * 3 + [[True, True, False]]


def test_a_draft_is_not_there_for_readers(cast: Cast) -> None:
    draft(cast)
    clients = (Client(), cast.signed_in(cast.beto), cast.signed_in(cast.dana), cast.signed_in(cast.ana))

    statuses = [
        [client.get(f"/red/procesos/borrador/{page}").status_code for page in ("", "cobertura/")] for client in clients
    ]

    assert statuses == [[404, 404], [404, 404], [404, 404], [200, 200]]


def test_a_process_is_not_there_in_another_space(cast: Cast) -> None:
    assert cast.signed_in(cast.dana).get("/otra/procesos/parque/").status_code == 404


def test_the_list_says_in_which_phase_a_process_is(cast: Cast) -> None:
    phase(cast, "Explorar", season_span(2020, Season.SUMMER))
    made = phase(cast, "Diseñar")
    actions.override_phase(made, override=Override.OPEN, **DOING)

    page = html(Client(), "/red/procesos/")

    told = ("Explorar", "verano de 2020", "Terminó", "Diseñar", "sin fecha", "Ahora")
    assert [words for words in told if words not in page] == []


def test_an_empty_space_says_so(cast: Cast) -> None:
    Process.objects.all().delete()

    assert "Todavía no hay ningún proceso" in html(Client(), "/red/procesos/")


def test_the_list_is_paged(cast: Cast) -> None:
    for number in range(25):
        Process.objects.create(
            space=cast.space, slug=f"p{number}", title={"es": f"Proceso {number}"}, public=True, made_at=NOON
        )

    first, second = (html(Client(), f"/red/procesos/?page={page}").count('<section class="process"') for page in (1, 2))

    assert (first, second) == (20, 6)


def test_steps_count_what_is_public(cast: Cast) -> None:
    knots(cast, Kind.CONTRIBUTION, 3)
    knots(cast, Kind.CONTRIBUTION, 0, public=False)
    thread.add_knot(cast.process, Thing(Kind.CONTRIBUTION, 99, "A99", {}, public=False))
    knots(cast, Kind.THEME, 1)

    for_readers = queries.knot_counts(cast.process)
    for_staff = queries.knot_counts(cast.process, everything=True)

    assert for_readers == {Kind.CONTRIBUTION: 3, Kind.THEME: 1}
    assert for_staff == {Kind.CONTRIBUTION: 4, Kind.THEME: 1}


def test_every_step_from_voices_to_commitments_is_there(cast: Cast) -> None:
    steps = journey.steps(cast.process, {Kind.CONTRIBUTION: 1200, Kind.THEME: 1})

    kinds = [step["kind"] for step in steps]
    assert kinds == [
        "meeting",
        "contribution",
        "theme",
        "round",
        "problem",
        "solution",
        "prototype",
        "feedback",
        "decision",
        "commitment",
    ]
    told = {step["kind"]: (step["n"], step["noun"], step["state"]) for step in steps[1:4]}
    assert told == {
        "contribution": (1200, "aportes", ""),
        "theme": (1, "tema", ""),
        "round": (None, "priorizaciones", "coming"),
    }


def test_what_is_open_is_offered_with_its_end(cast: Cast) -> None:
    phase(cast, "Explorar", MARCH, Activity.CONTRIBUTE)
    phase(cast, "Probar", Span(), Activity.FEEDBACK)

    found = opened(cast.process, ON)

    told = [(call["title"], call["until"]) for call in found]
    assert told == [("Para contribute", "el 31 de marzo de 2026")]
    assert str(found[0]["url"]).startswith(f"{BASE}aportes/")


def test_nothing_is_offered_when_all_is_closed(cast: Cast) -> None:
    phase(cast, "Explorar", MARCH, Activity.CONTRIBUTE)

    assert opened(cast.process, date(2026, 4, 1)) == []


def test_an_activity_of_two_open_phases_is_offered_once(cast: Cast) -> None:
    both = [phase(cast, "Uno", MARCH), phase(cast, "Dos", MARCH)]
    actions.add_activity(cast.process, kind=Activity.CONTRIBUTE, title={"es": "Decir"}, phases=both, **DOING)

    assert [call["title"] for call in opened(cast.process, ON)] == ["Decir"]


def test_the_page_says_who_is_missing(cast: Cast) -> None:
    iztapalapa, _tlalpan = boroughs(Iztapalapa=10, Tlalpan=5)
    people(cast, 12, iztapalapa)

    page = html(Client())

    assert "Participaron 12 personas, de 1 de 2 alcaldías. No vino nadie de: Tlalpan." in page


def test_facts_and_both_sides_of_a_contradiction_are_shown_with_their_source(cast: Cast) -> None:
    said = [
        {"kind": "fact", "text": {"es": "Todo fue en línea"}, "source": "000:L125"},
        {
            "kind": "contradiction",
            "text": {"es": "¿Cuántas?"},
            "a": {"says": {"es": "Fueron 50"}, "source": "000:L127"},
            "b": {"es": "Fueron 51"},
            "source": "000:L130",
        },
    ]
    actions.note_facts(cast.process, notes=said, **DOING)

    page = html(Client())

    assert notes.facts_of(said) == [("Todo fue en línea", "000:L125")]
    assert notes.contradictions_of(said) == [
        {
            "title": "¿Cuántas?",
            "claims": [("Fueron 50", "000:L127"), ("Fueron 51", "000:L130")],
            "shows": "",
            "why": "",
        }
    ]
    told = ("Todo fue en línea", "000:L125", "Fueron 50", "000:L127", "Fueron 51", "Las dos cosas")
    assert [words for words in told if words not in page] == []


def test_the_page_speaks_english_too(cast: Cast) -> None:
    phase(cast, "Explorar", season_span(2021, Season.SUMMER))
    client = Client()
    client.cookies["lengua"] = "en"

    page = html(client)

    told = ("A park for all", "summer 2021", "From the voices to the result")
    assert [words for words in told if words not in page] == []


def test_hostile_words_are_shown_as_text(cast: Cast) -> None:
    script, image = HOSTILE
    facts = {"title": {"es": script}, "summary": {"es": image}, "moderation": "before", "territory": None}
    actions.edit_process(cast.process, **facts, **DOING)
    made = phase(cast, script, MARCH, Activity.CONTRIBUTE)
    actions.edit_phase(made, title={"es": script}, purpose={"es": image}, activities=[], source=image, **DOING)
    actions.note_facts(cast.process, notes=[{"kind": "fact", "text": {"es": image}, "source": script}], **DOING)

    pages = [html(Client()), html(Client(), "/red/procesos/"), html(cast.signed_in(cast.ana), f"{BASE}plan/")]

    assert [text for page in pages for text in HOSTILE if text in page] == []
    assert all("&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)


def test_readers_get_no_cookie_and_no_tools(cast: Cast) -> None:
    client = Client()

    pages = [client.get(address) for address in ("/red/procesos/", BASE, f"{BASE}cobertura/")]

    assert [dict(answer.cookies) for answer in pages] == [{}, {}, {}]
    assert ["/plan/" in answer.content.decode() for answer in pages] == [False, False, False]


@pytest.mark.parametrize("n", [3, 30])
def test_pages_ask_the_same_number_of_questions(cast: Cast, n: int, django_assert_num_queries: object) -> None:
    boroughs(**{f"Alcaldía{number}": 10 for number in range(n)})
    for number in range(n):
        phase(cast, f"Fase {number}", MARCH, Activity.CONTRIBUTE, Activity.MEET)
        Process.objects.create(
            space=cast.space, slug=f"p{number}", title={"es": f"Proceso {number}"}, public=True, made_at=NOON
        )
    knots(cast, Kind.THEME, n)
    Phase.objects.filter(key="fase-1").update(override="open")

    with django_assert_num_queries(7):  # type: ignore[operator]
        html(Client())
    with django_assert_num_queries(5):  # type: ignore[operator]
        html(Client(), "/red/procesos/")
