import pytest

from tequio.apps.organizations import actions
from tequio.apps.organizations.models import Membership, Organization, Verification
from tequio.apps.territories.models import Territory
from tequio.core.actors import SYSTEM
from tequio.core.refusals import Refusal
from tests.people import NOON

BY = {"by": SYSTEM, "at": NOON}
HOSTILE = "<script>alert(1)</script>"


def add(cast, name, **profile):
    return actions.add_organization(space=cast.space, name=name, **profile, **BY)


def borough(name="Tlalpan", code="09012"):
    return Territory.objects.create(kind="borough", code=code, name=name)


def test_the_directory_shows_who_is_where_and_on_what(cast, client):
    add(cast, "Agua Clara", what_we_do={"es": "Cuidamos pozos"}, territory=borough(), open_to_cooperate=True)

    page = client.get("/red/organizaciones/").text

    assert [word in page for word in ("Agua Clara", "Cuidamos pozos", "Tlalpan")] == [True] * 3


def test_an_unlisted_organisation_is_seen_by_staff_and_by_those_who_speak_for_it_alone(cast, client):
    hidden = add(cast, "Casa Discreta", listed=False)
    Membership.objects.create(organization=hidden, person=cast.beto, since=NOON)

    readers = (client, cast.signed_in(cast.beto), cast.signed_in(cast.ana), cast.signed_in(cast.dana))

    assert ["Casa Discreta" in reader.get("/red/organizaciones/").text for reader in readers] == [
        False,
        True,
        True,
        False,
    ]
    assert [reader.get("/red/organizaciones/casa-discreta/").status_code for reader in readers] == [404, 200, 200, 404]


def test_a_shelter_is_placed_nowhere_and_found_by_no_place(cast, client):
    add(cast, "Refugio", shelter=True, territory=borough())

    assert "Tlalpan" not in client.get("/red/organizaciones/refugio/").text
    assert "Refugio" not in client.get("/red/organizaciones/", {"donde": "09012"}).text


def test_an_organisation_cannot_confirm_itself(cast):
    with pytest.raises(Refusal, match="organization.verifies_itself"):
        actions.verify(organization=cast.organization, by_organization=cast.organization, **BY)


def test_each_confirms_once(cast):
    other = add(cast, "Otra")

    for _ in range(2):
        actions.verify(organization=other, by_organization=cast.organization, note="Trabajamos juntas", **BY)

    assert list(Verification.objects.values_list("organization__name", "by_organization__name")) == [
        ("Otra", "Vecinas del Parque")
    ]


def test_whoever_speaks_for_one_organisation_edits_that_one_only(cast):
    add(cast, "Otra")
    beto = cast.signed_in(cast.beto)

    assert beto.get("/red/organizaciones/vecinas/editar/").status_code == 200
    assert beto.get("/red/organizaciones/otra/editar/").status_code == 403
    assert beto.get("/red/organizaciones/otra/personas/").status_code == 403


def test_a_known_name_is_refused_and_what_was_typed_stays(cast):
    reply = cast.signed_in(cast.ana).post(
        "/red/organizaciones/nueva/", {"name": "VECINAS DEL PARQUE", "what_we_do_es": "Lo nuestro"}
    )

    assert reply.status_code == 422
    assert "Lo nuestro" in reply.text
    assert Organization.objects.count() == 1


def test_hostile_text_is_shown_and_never_runs(cast, client):
    add(cast, HOSTILE, what_we_do={"es": HOSTILE}, affiliations=HOSTILE, legal_form=HOSTILE)
    slug = Organization.objects.get(name=HOSTILE).slug

    pages = client.get("/red/organizaciones/").text + client.get(f"/red/organizaciones/{slug}/").text

    assert HOSTILE not in pages
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pages


@pytest.mark.parametrize("n", [3, 30])
def test_the_list_takes_a_fixed_number_of_queries(cast, client, django_assert_num_queries, n):
    place = borough()
    for number in range(n):
        add(cast, f"Organización {number}", territory=place)

    with django_assert_num_queries(4):
        client.get("/red/organizaciones/")


def test_the_directory_of_another_space_is_another(cast, client):
    assert "Vecinas del Parque" not in client.get("/otra/organizaciones/").text
    assert client.get("/otra/organizaciones/vecinas/").status_code == 404
