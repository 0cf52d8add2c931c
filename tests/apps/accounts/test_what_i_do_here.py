"""The page of one's account leads to what one does: roles in spaces, and organisations one speaks for."""

from tests.people import Cast


def account(cast: Cast, person) -> str:
    return cast.signed_in(person).get("/cuenta/").content.decode()


def test_whoever_speaks_for_an_organisation_is_led_to_its_page(cast: Cast):
    page = account(cast, cast.beto)

    assert 'Hablas por <a href="/red/organizaciones/vecinas/">Vecinas del Parque</a> (Red de barrios).' in page
    assert "No tienes un papel en ningún espacio." not in page


def test_nobody_is_led_to_what_others_speak_for(cast: Cast):
    pages = [account(cast, cast.ana), account(cast, cast.dana)]

    assert ["Vecinas del Parque" in page for page in pages] == [False, False]
    assert ["Hablas por" in page for page in pages] == [False, False]


def test_whoever_does_nothing_here_is_told_so(cast: Cast):
    cast.beto.memberships.all().delete()

    assert "No tienes un papel en ningún espacio." in account(cast, cast.beto)


def test_only_whoever_may_is_led_to_roles_and_to_the_space(cast: Cast):
    ana = account(cast, cast.ana)
    cast.ana.assignments.update(role="facilitator")

    pages = [ana, account(cast, cast.ana), account(cast, cast.beto)]

    places = ("/red/personas/", "/red/editar/", "/otra/")
    assert [[place in page for place in places] for page in pages] == [
        [True, True, False],
        [False, True, False],
        [False, False, False],
    ]
