"""The whole Mexico City case for tests: built once, and each test's own changes are rolled back as usual.

For a module: `from tests.demo import demo`, mark its tests `django_db`, and ask for `demo`. For a whole folder, put
`demo = pytest.fixture(scope="package")(built)` into its `conftest.py`. While it stands, `cast` is not for that module.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from django.utils.timezone import now
from django_scopes import scope
from pytest_django import DjangoDbBlocker

from tequio.apps.accounts.models import Person
from tequio.apps.processes.models import Participant, Process
from tequio.apps.spaces.middleware import RETURNING
from tequio.apps.spaces.models import Space
from tequio.cases.mexico_city.build import build, ground, plan, water
from tequio.cases.mexico_city.case import Case, generate


@dataclass(frozen=True)
class Demo:
    """`platform` is the documented process, `water` the one that is open now, in which Caro takes part."""

    case: Case
    space: Space
    platform: Process
    water: Process
    ana: Person
    beto: Person
    caro: Participant

    def reader(self, language: str = "es") -> Client:
        """A browser of somebody nobody knows."""
        return Client(headers={"accept-language": language})

    def signed_in(self, person: Person, language: str = "es") -> Client:
        client = self.reader(language)
        client.force_login(person)
        return client

    def returning(self, participant: Participant, language: str = "es") -> Client:
        """A browser in which this participant came back with their passphrase."""
        client = self.reader(language)
        session = client.session
        session[RETURNING] = {str(participant.process_id): participant.pk}
        session.save()
        client.cookies["s"] = session.session_key
        return client


def built(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Demo]:
    """In one transaction that is rolled back at the end; its space is in force."""
    with django_db_blocker.unblock(), transaction.atomic():
        space = build(at=now())
        with scope(space=space.pk):
            yield _found(space)
        transaction.set_rollback(True)


demo = pytest.fixture(scope="module")(built)


def _found(space: Space) -> Demo:
    water_process = Process.objects.select_related("space").get(slug=water.SLUG)
    return Demo(
        case=generate(),
        space=space,
        platform=Process.objects.select_related("space").get(slug=plan.SLUG),
        water=water_process,
        ana=Person.objects.get(email=ground.ANA),
        beto=Person.objects.get(email=ground.BETO),
        caro=Participant.objects.get(process=water_process, wave=water.WAVE, number=13),
    )
