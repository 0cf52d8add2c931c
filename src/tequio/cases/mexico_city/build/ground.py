"""What stands before any process: the city with its people, the space, its organisations, who signs in."""

from collections.abc import Mapping
from datetime import datetime

from tequio.apps.accounts import actions as accounts
from tequio.apps.accounts.models import Person
from tequio.apps.organizations import actions as organizations
from tequio.apps.organizations.models import Organization
from tequio.apps.spaces import actions as spaces
from tequio.apps.spaces.models import Space
from tequio.apps.territories import actions as territories
from tequio.apps.territories.models import Territory
from tequio.cases.mexico_city.case import Case
from tequio.cases.mexico_city.organisations import Organisation
from tequio.cases.mexico_city.process import Body, Process
from tequio.cases.mexico_city.territories import Area, Borough, Population, Territories
from tequio.core.actors import SYSTEM
from tequio.core.localized import both
from tequio.core.roles import OPERATOR

SLUG, EDITION = "cdmx", "2020"
ANA, BETO = "ana@example.org", "beto@example.org"
SPEAKS_FOR = "pipa-para-todas"  # the organisation that Beto coordinates
SHELTER = "cuesta-del-huizache"  # it accompanies women who live with violence, so nobody is told where it is
MADE_UP = "Inventada para la demostración; no existe."

type Places = Mapping[str, Territory]
"""By INEGI code; areas by their letter."""


def lay_places(found: Territories, *, at: datetime) -> Places:
    """The city, its areas and its boroughs, with their people."""
    source = f"{found.edition.publisher}, {found.edition.name['es']}"
    city = _place(Territory.Kind.CITY, found.city.code, found.city.name["es"], None, at=at)
    _count(city, found.city.population, source, at)
    places = {found.city.code: city}
    for area in found.areas:
        places |= _lay_area(area, [each for each in found.boroughs if each.code in area.boroughs], city, source, at)
    return places


def _lay_area(area: Area, boroughs: list[Borough], city: Territory, source: str, at: datetime) -> dict[str, Territory]:
    place = _place(Territory.Kind.AREA, f"{city.code}-{area.key}", area.name["es"], city, at=at)
    return {area.key: place} | {each.code: _lay_borough(each, place, source, at) for each in boroughs}


def _lay_borough(borough: Borough, area: Territory, source: str, at: datetime) -> Territory:
    place = _place(Territory.Kind.BOROUGH, borough.code, borough.name, area, tile=borough.tile, at=at)
    _count(place, borough.population, source, at)
    return place


def _place(
    kind: str, code: str, name: str, parent: Territory | None, *, tile: tuple[int, int] | None = None, at: datetime
) -> Territory:
    return territories.add_territory(kind=kind, code=code, name=name, parent=parent, tile=tile, by=SYSTEM, at=at)


def _count(place: Territory, people: Population, source: str, at: datetime) -> None:
    for group, n in (("total", people.total), ("women", people.women), ("men", people.men)):
        territories.set_population(place, edition=EDITION, people=n, source=source, group=group, by=SYSTEM, at=at)


def open_space(found: Process, places: Places, city: str, *, at: datetime) -> Space:
    """Those who led and paid for the documented process are named as that, and not as who runs this installation."""
    return spaces.open_space(
        slug=SLUG,
        name=both("Ciudad de México", "Mexico City"),
        about=both(
            "Un caso de demostración: el camino que 50 organizaciones civiles recorrieron en 2020 y 2021, contado con "
            "los hechos publicados. Las personas, sus palabras y lo que pasó después son inventadas, y así está dicho "
            "en cada lugar. También hay un proceso abierto, para probar.",
            "A demonstration case: the road that 50 civil society organisations travelled in 2020 and 2021, told with "
            "the published facts. The people, their words and what came after are made up, and it says so everywhere. "
            "There is also a process that is open now, to try.",
        ),
        operator=_operator(found),
        funders=[_funder(body) for body in found.funded_by],
        territory=places[city],
        synthetic=True,
        by=SYSTEM,
        at=at,
    )


def _operator(found: Process) -> dict[str, object]:
    es, en = (" y ".join(body.name for body in found.led_by), " and ".join(body.name for body in found.led_by))
    about = both(
        f"El proceso de 2020 y 2021 lo condujeron {es}. No operan estas páginas ni revisaron lo que aquí se inventó.",
        f"{en} led the process of 2020 and 2021. They do not run these pages, nor did they review what was made up.",
    )
    note = both(
        f"caso de demostración; el proceso de 2020–2021 lo condujeron {es}",
        f"a demonstration case; the process of 2020–2021 was led by {en}",
    )
    return {"name": "Tequio demo", "url": "", "note": note, "about": about}


def _funder(body: Body) -> dict[str, object]:
    what = both(
        f"Pagó el proceso de 2020 y 2021, no esta demostración: {body.words['es']}.",
        f"Paid for the process of 2020 and 2021, not for this demonstration: {body.words['en']}.",
    )
    note = both("pagó el proceso documentado", "paid for the documented process")
    return {"name": body.name, "url": "", "note": note, "what": what}


def bring_in(case: Case, space: Space, places: Places, *, at: datetime) -> Mapping[str, Organization]:
    """Every organisation, confirmed by who runs the space in words that say that it is made up."""
    made = {each.key: _organization(case, each, space, places, at) for each in case.organisations}
    for organization in made.values():
        organizations.verify(organization=organization, by_organization=None, note=MADE_UP, by=SYSTEM, at=at)
    return made


def _organization(case: Case, told: Organisation, space: Space, places: Places, at: datetime) -> Organization:
    return organizations.add_organization(
        space=space,
        name=told.name,
        what_we_do=dict(told.about),
        legal_form=case.register.legal_forms[told.legal]["es"],
        since=told.founded,
        territory=places[told.borough],
        open_to_cooperate=told.cooperates,
        affiliations="Ninguna: es inventada.",
        shelter=told.key == SHELTER,
        synthetic=True,
        by=SYSTEM,
        at=at,
    )


def let_in(space: Space, speaks_for: Organization, *, at: datetime) -> Person:
    """Ana, who runs the space, and Beto, who speaks for an organisation."""
    ana = accounts.add_person(name="Ana", email=ANA, by=SYSTEM, at=at)
    spaces.give_role(space=space, person=ana, role=OPERATOR.key, by=SYSTEM, at=at)
    organizations.invite_member(organization=speaks_for, name="Beto", email=BETO, by=SYSTEM, at=at)
    return ana
