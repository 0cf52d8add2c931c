"""Where, who runs it, and what was planned: territories, the space, organisations, processes and their parts."""

from datetime import date

from django.utils.text import slugify

from tequio.apps.accounts.models import Person, SignInLink
from tequio.apps.files import actions as files
from tequio.apps.organizations.models import Membership, Organization, Verification
from tequio.apps.processes.models import Activity, Attribute, Phase, Process
from tequio.apps.spaces.models import Assignment
from tequio.apps.territories.models import Population, Territory
from tequio.core.actors import NOBODY
from tequio.core.phases import Activity as Kind
from tests.apps.files.pictures import picture
from tests.factories.everything import TOKEN, Everything, later, of, said
from tests.people import NOON

NOTES = [
    {"kind": "fact", "text": said("Un dato"), "source": "Informe, p. 3"},
    {
        "kind": "contradiction",
        "text": said("Dos cuentas"),
        "claims": [{"says": said("Dicen 50"), "source": "p. 1"}, {"says": said("Dicen 51"), "source": "p. 2"}],
        "shows": said("Se muestran las dos"),
        "why": said("No se sabe"),
    },
]


def fill(it: Everything) -> None:
    _places(it)
    _space(it)
    _staff(it)
    _organizations(it)
    _processes(it)
    _plan(it)


def _places(it: Everything) -> None:
    city = Territory.objects.create(kind="city", code="09", name="Ciudad")
    ring = [[-99.2, 19.3], [-99.1, 19.3], [-99.1, 19.4], [-99.2, 19.3]]
    it.each(
        Territory,
        lambda i: {
            "parent": city,
            "kind": "borough",
            "code": f"09{i:03}",
            "name": f"Lugar {i}",
            "tile_column": i % 6,
            "tile_row": i // 6,
            "boundary": {"type": "MultiPolygon", "coordinates": [[ring]]},
        },
    )
    it.make(Territory, [{"parent": city, "kind": "area", "code": "09-A", "name": "Zona A"}])
    counted = [(place, group) for place in [city, *it.rows["Territory"]] for group in ("total", "women")]
    it.make(
        Population,
        [
            {"territory": place, "edition": "2020", "group": group, "people": 1000, "source": "Censo 2020"}
            for place, group in counted
        ],
    )
    it.rows["Territory"].append(city)


def _space(it: Everything) -> None:
    space = it.cast.space
    space.about, space.territory = said("Una red"), it.rows["Territory"][-1]
    space.operator = {"name": "Universidad", "url": "https://example.org", "about": said("Cuida la red")}
    space.funders = [{"name": f"Fondo {i}", "url": "https://example.org", "what": said("Paga")} for i in range(it.n)]
    space.save()
    sent = {"data": picture(), "name": "foto.png", "description": said("Una foto"), "space_id": space.pk}
    it.picture = files.store(**sent, public=True, by=NOBODY, at=NOON)


def _staff(it: Everything) -> None:
    from tequio.apps.accounts.actions import _hashed

    people = it.each(Person, lambda i: {"name": f"Persona {i}", "email": f"persona{i}@example.org", "password": "!"})
    it.make(
        Assignment,
        [{"space": it.cast.space, "person": one, "role": "facilitator", "since": NOON} for one in people],
    )
    link = {"person": people[0], "token_hash": _hashed(TOKEN), "made_at": NOON, "expires_at": later(24 * 3650)}
    it.make(SignInLink, [link])


def _organizations(it: Everything) -> None:
    known = {"space": it.cast.space, "website": "https://example.org", "legal_form": "AC", "since": 1999}
    about = known | {"what_we_do": said("Cuidamos"), "affiliations": "Ninguna", "open_to_cooperate": True}
    place = it.rows["Territory"][0]
    made = it.each(
        Organization,
        lambda i: about | {"slug": f"grupo-{i}", "name": f"Grupo {i}", "territory": place, "made_at": NOON},
    )
    Organization.objects.filter(pk=it.cast.organization.pk).update(**about, territory=place)
    makers = [it.cast.organization, *made]
    it.under(
        Verification,
        makers,
        lambda one, at: {
            "organization": one,
            "by_organization": None if at == 1 else makers[at - 1],
            "note": "La conozco",
            "made_at": NOON,
        },
    )
    people = it.rows["Person"]
    it.make(Membership, [{"organization": made[0], "person": person, "since": NOON} for person in people])
    it.make(Membership, [{"organization": it.cast.organization, "person": person, "since": NOON} for person in people])


def _processes(it: Everything) -> None:
    process = it.process
    process.summary, process.notes, process.territory = said("De qué va"), NOTES, it.rows["Territory"][-1]
    process.save()
    titles = [f"Otro {i}" for i in range(1, it.n + 1)]
    it.make(
        Process,
        [
            {
                "space": it.cast.space,
                "slug": slugify(title),
                "title": said(title),
                "summary": said("Otro"),
                "public": at != 1,
                "template": at == 2,
                "made_at": later(-24),
            }
            for at, title in enumerate(titles)
        ],
    )


def _plan(it: Everything) -> None:
    phases = it.each(
        Phase,
        lambda i: {
            "process": it.process,
            "key": f"clave-{i}",
            "title": said(f"Fase {i}"),
            "purpose": said("Para qué"),
            "place": i,
            "start": date(2026, 1, 1),
            "end": date(2026, 1 + i % 12, 28),
            "precision": of(["day", "month", "season", "year"], i),
            "override": "open" if i == 1 else "",
            "source": "Plan, p. 2",
        },
    )
    kinds = list(Kind)
    activities = [
        {
            "process": it.process,
            "kind": of(kinds, at),
            "key": f"clave-{at + 1}",
            "title": said(f"Actividad {at}"),
            "about": said("Cómo"),
            "place": at,
        }
        for at in range(max(len(kinds), it.n))
    ]
    for activity in it.make(Activity, activities):
        activity.phases.set(phases[:2])
    bands = [{"key": f"b{at}", "label": said(f"Banda {at}"), "population": 500} for at in range(3)]
    it.each(
        Attribute,
        lambda i: {
            "process": it.process,
            "key": f"clave-{i}",
            "title": said(f"Dato {i}"),
            "choices": bands,
            "source": "Encuesta",
        },
    )
