from datetime import UTC, datetime

import pytest
from django.test import Client
from django_scopes import scope

from tequio.apps.accounts.models import Person
from tequio.apps.commitments.models import Change, Commitment, Decision, Milestone
from tequio.apps.organizations.models import Membership, Organization
from tequio.apps.processes.models import Process
from tequio.core.commitments import Declared
from tests.apps.commitments.made import a_commitment, a_decision, a_milestone, changed, knot, links_into
from tests.people import NOON, Cast

HERE = "/red/procesos/parque/compromisos/"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
LIST = 5  # queries of the list: space, process, board, commitments, decisions
PUBLIC = ["", "compromisos.csv", "decision/1/", "1/", "paso/1/"]
STAFF = ["decision/nueva/", "decision/1/corregir/", "decision/1/compromiso/", "1/estado/"]
REPORT = ["1/avance/", "paso/1/avance/"]


def body(response) -> str:
    return b"".join(response).decode() if response.streaming else response.content.decode()


def everything(cast: Cast) -> Commitment:
    decision = a_decision(cast.process)
    commitment = a_commitment(decision, organization=cast.organization)
    a_milestone(commitment)
    return commitment


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("language", ["es", "en"])
def test_everybody_reads_the_pages_in_both_languages_without_a_new_cookie(cast: Cast, address, language):
    everything(cast)
    client = Client()
    client.cookies["lengua"] = language

    response = client.get(HERE + address)

    assert (response.status_code, response.cookies.output()) == (200, "")


@pytest.mark.parametrize("address", PUBLIC)
def test_the_pages_of_a_draft_are_there_for_staff_alone(cast: Cast, address):
    everything(cast)
    Process.objects.filter(pk=cast.process.pk).update(public=False)
    clients = (Client(), cast.signed_in(cast.beto), cast.signed_in(cast.ana))

    codes = [client.get(HERE + address).status_code for client in clients]

    assert codes == [404, 404, 200]


@pytest.mark.parametrize("address", STAFF)
def test_only_staff_of_the_space_decides(cast: Cast, address):
    everything(cast)
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana))

    codes = [client.post(HERE + address).status_code for client in clients]

    assert codes == [403, 403, 403, 403]
    assert cast.signed_in(cast.ana).get(HERE + address).status_code == 200


@pytest.mark.parametrize("address", REPORT)
def test_a_representative_reports_for_their_own_organization_alone(cast: Cast, address):
    commitment = everything(cast)
    elena = Person.objects.create_person(name="Elena", email="elena@example.org")
    other = Organization.objects.create(space=cast.space, slug="otra", name="Otra", made_at=NOON)
    Membership.objects.create(organization=other, person=elena, since=NOON)
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(elena), cast.signed_in(cast.dana))

    refused = [client.post(HERE + address, {"title_es": "X", "reached_on": "2026-03-01"}) for client in clients]
    allowed = [cast.signed_in(one).get(HERE + address).status_code for one in (cast.beto, cast.ana)]

    assert ([one.status_code for one in refused], allowed) == ([403] * 4, [200, 200])
    assert list(commitment.milestones.values_list("number", "reached_on")) == [(1, None)]


@pytest.mark.parametrize("address", REPORT)
def test_a_commitment_of_no_organization_is_reported_by_staff_alone(cast: Cast, address):
    everything(cast)
    Commitment.objects.update(organization=None)

    codes = [cast.signed_in(one).get(HERE + address).status_code for one in (cast.beto, cast.ana)]

    assert codes == [403, 200]


def test_a_report_of_an_organization_carries_its_name(cast: Cast):
    everything(cast)

    typed = {"title_es": "Ya está la hoja", "reached_on": "2026-03-01", "note_es": "En la puerta."}
    response = cast.signed_in(cast.beto).post(HERE + "1/avance/", typed)

    assert response.url == HERE + "1/"
    assert Milestone.objects.values_list("title", "note", "reported_by").get(number=2) == (
        {"es": "Ya está la hoja"},
        {"es": "En la puerta."},
        cast.organization.pk,
    )
    assert "Vecinas del Parque" in body(Client().get(HERE + "paso/2/"))


def test_a_report_of_staff_is_signed_by_nobody_else(cast: Cast):
    everything(cast)

    cast.signed_in(cast.ana).post(HERE + "paso/1/avance/", {"reached_on": "2026-03-01"})

    assert Milestone.objects.values_list("reached_on", "reported_by").get() == (
        datetime(2026, 3, 1, tzinfo=UTC).date(),
        None,
    )


def test_a_step_that_was_reached_cannot_be_reported_over(cast: Cast):
    everything(cast)
    beto = cast.signed_in(cast.beto)
    beto.post(HERE + "paso/1/avance/", {"reached_on": "2026-03-01", "note_es": "Listo"})

    again = beto.post(HERE + "paso/1/avance/", {"reached_on": "2026-02-01", "note_es": "Otra cosa"})

    assert (again.status_code, "Otra cosa" in body(again)) == (422, True)
    assert Milestone.objects.get().note == {"es": "Listo"}


@pytest.mark.parametrize("address", [*PUBLIC[2:], *STAFF[1:], *REPORT])
def test_nothing_of_one_process_is_found_through_another(cast: Cast, address):
    everything(cast)
    Process.objects.create(space=cast.space, slug="vacio", title={"es": "Vacío"}, public=True, made_at=NOON)

    response = cast.signed_in(cast.ana).get(f"/red/procesos/vacio/compromisos/{address}")

    assert response.status_code == 404


def test_nothing_of_one_space_is_found_through_another(cast: Cast):
    everything(cast)
    with scope(space=cast.elsewhere.pk):
        Process.objects.create(space=cast.elsewhere, slug="parque", title={"es": "P"}, public=True, made_at=NOON)

    codes = [
        cast.signed_in(cast.dana).get(f"/otra/procesos/parque/compromisos/{one}").status_code for one in PUBLIC[2:]
    ]

    assert codes == [404, 404, 404]


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_costs_the_same_for_few_and_for_many(cast: Cast, django_assert_num_queries, n):
    for _ in range(n):
        decision = a_decision(cast.process, rests_on=[knot(cast.process)])
        a_milestone(a_commitment(decision, organization=cast.organization))

    with django_assert_num_queries(LIST):
        Client().get(HERE)


def test_what_people_typed_is_shown_as_they_typed_it_and_never_run(cast: Cast):
    commitment = everything(cast)
    changed(commitment, Declared.CHANGED, HOSTILE, title={"es": HOSTILE})
    text = {"es": HOSTILE, "en": HOSTILE}
    before = {
        "at": NOON.isoformat(),
        "title": text,
        "text": text,
        "reasons": text,
        "decided_by": text,
        "decided_on": HOSTILE,
    }
    Decision.objects.update(title=text, text=text, reasons=text, decided_by=text, earlier=[before])
    Commitment.objects.update(title=text, who=text, reason=text)
    Change.objects.update(reason=text, was={"title": text})
    Milestone.objects.update(title=text, note=text, evidence="https://example.org/?" + HOSTILE)
    Organization.objects.update(name=HOSTILE)
    client = cast.signed_in(cast.ana)

    pages = {one: body(client.get(HERE + one)) for one in [PUBLIC[0], *PUBLIC[2:], *STAFF, *REPORT]}

    assert [one for one, page in pages.items() if "<script>alert" in page or "<img src=x" in page] == []
    assert [one for one in ["", *PUBLIC[2:]] if "&lt;script&gt;alert(1)" not in pages[one]] == []


def test_no_page_shows_the_inside_of_the_program(cast: Cast):
    changed(everything(cast), Declared.CHANGED, title={"es": "Otra cosa"})
    client = cast.signed_in(cast.ana)

    pages = {one: body(client.get(HERE + one)) for one in [*PUBLIC, *STAFF, *REPORT]}

    assert [one for one, page in pages.items() if " object (" in page or "&#x27;es&#x27;" in page] == []


def test_a_decision_is_written_with_what_it_rests_on(cast: Cast):
    knot(cast.process)

    typed = {"title_es": "Seguir", "reasons_es": "Gusta más.", "decided_by_es": "El grupo", "rests_on": ["P1"]}
    response = cast.signed_in(cast.ana).post(HERE + "decision/nueva/", typed)

    assert (response.url, links_into("D1")) == (HERE + "decision/1/", [("P1", "decided")])


def test_a_refused_decision_keeps_what_was_typed(cast: Cast):
    typed = {"title_es": "Seguir", "reasons_es": "Gusta más.", "decided_by_es": "El grupo", "evidence": "a99"}

    response = cast.signed_in(cast.ana).post(HERE + "decision/nueva/", typed)

    assert (response.status_code, Decision.objects.count()) == (422, 0)
    assert all(words in body(response) for words in ("Seguir", "Gusta más.", "El grupo", "A99"))


def test_a_correction_leaves_the_old_words_on_the_page(cast: Cast):
    everything(cast)

    typed = {"title_es": "Otra cosa", "reasons_es": "Gusta más.", "decided_by_es": "El grupo"}
    cast.signed_in(cast.ana).post(HERE + "decision/1/corregir/", typed)

    page = body(Client().get(HERE + "decision/1/"))
    assert ("Otra cosa" in page, "Seguir con La Plaza" in page) == (True, True)


def test_a_commitment_is_written_with_an_approximate_date(cast: Cast):
    a_decision(cast.process)

    typed = {"title_es": "Publicar", "who_es": "El equipo", "due": "2027-04-10", "precision": "season"}
    response = cast.signed_in(cast.ana).post(HERE + "decision/1/compromiso/", typed)

    assert (response.url, str(Commitment.objects.get().due_end)) == (HERE + "1/", "2027-05-31")
    assert "primavera" in body(Client().get(HERE + "1/")).lower() or "spring" in body(Client().get(HERE + "1/")).lower()


def test_the_organizations_of_another_space_are_not_offered(cast: Cast):
    a_decision(cast.process)
    with scope(space=cast.elsewhere.pk):
        theirs = Organization.objects.create(space=cast.elsewhere, slug="otra", name="Ajena", made_at=NOON)

    typed = {"title_es": "Publicar", "who_es": "El equipo", "precision": "unknown", "organization": str(theirs.pk)}
    response = cast.signed_in(cast.ana).post(HERE + "decision/1/compromiso/", typed)

    assert (response.status_code, Commitment.objects.count(), "Ajena" in body(response)) == (422, 0, False)


def test_a_change_with_its_reason_stays_on_the_page(cast: Cast):
    everything(cast)

    typed = {"becomes": "changed", "reason_es": "Era demasiado.", "title_es": "Cada mes", "precision": "unknown"}
    response = cast.signed_in(cast.ana).post(HERE + "1/estado/", typed)

    page = body(Client().get(HERE + "1/"))
    assert response.url == HERE + "1/"
    assert all(words in page for words in ("Cada mes", "Era demasiado.", "Devolver los resultados"))


@pytest.mark.parametrize(
    "typed", [{"becomes": "dropped"}, {"becomes": "kept"}, {"becomes": "open"}, {"becomes": "late"}, {}]
)
def test_a_refused_change_keeps_what_was_typed_and_changes_nothing(cast: Cast, typed):
    everything(cast)

    response = cast.signed_in(cast.ana).post(HERE + "1/estado/", {"precision": "day", "title_es": "Cada mes", **typed})

    assert (response.status_code, Change.objects.count()) == (422, 0)
    assert "Cada mes" in body(response)


def test_the_list_narrows_to_one_state(cast: Cast):
    decision = a_decision(cast.process)
    a_commitment(decision, "Va en camino")
    changed(a_commitment(decision, "Se dejó"), Declared.DROPPED)

    pages = {state: body(Client().get(f"{HERE}?estado={state}")) for state in ("dropped", "late", "nonsense")}

    assert {state: ("Va en camino" in page, "Se dejó" in page) for state, page in pages.items()} == {
        "dropped": (False, True),
        "late": (False, False),
        "nonsense": (True, True),
    }
