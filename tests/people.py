"""The cast. Ana facilitates, Beto speaks for an organisation, Caro takes part, Dana facilitates in another space."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.test import Client
from django_scopes import scope

from tequio.apps.accounts.models import Person
from tequio.apps.organizations.models import Membership, Organization
from tequio.apps.processes.models import Participant, Process
from tequio.apps.spaces.middleware import RETURNING
from tequio.apps.spaces.models import Assignment, Space

NOON = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)  # noon in Mexico City


@dataclass(frozen=True)
class Cast:
    space: Space
    elsewhere: Space
    process: Process
    organization: Organization
    ana: Person
    beto: Person
    caro: Participant
    dana: Person

    def signed_in(self, person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    def returning(self, participant: Participant) -> Client:
        """A browser in which this participant came back with their passphrase."""
        client = Client()
        session = client.session
        session[RETURNING] = {str(participant.process_id): participant.pk}
        session.save()
        client.cookies["s"] = session.session_key
        return client


def make_cast() -> Cast:
    space = Space.objects.create(slug="red", name={"es": "Red de barrios"}, languages=["es", "en"], made_at=NOON)
    elsewhere = Space.objects.create(slug="otra", name={"es": "Otra red"}, languages=["es"], made_at=NOON)
    ana, beto, dana = (
        Person.objects.create_person(name=name, email=f"{name}@example.org") for name in ("Ana", "Beto", "Dana")
    )
    Assignment.objects.create(space=space, person=ana, role="operator", since=NOON)
    Assignment.objects.create(space=elsewhere, person=dana, role="operator", since=NOON)
    with scope(space=space.pk):
        process, organization, caro = _inside(space, beto)
    return Cast(space, elsewhere, process, organization, ana, beto, caro, dana)


def _inside(space: Space, beto: Person) -> tuple[Process, Organization, Participant]:
    process = Process.objects.create(
        space=space,
        slug="parque",
        title={"es": "El parque de todos", "en": "A park for all"},
        public=True,
        made_at=NOON,
    )
    organization = Organization.objects.create(space=space, slug="vecinas", name="Vecinas del Parque", made_at=NOON)
    Membership.objects.create(organization=organization, person=beto, since=NOON)
    caro = Participant.objects.create(process=process, wave="W1", number=13, made_at=NOON)
    return process, organization, caro
