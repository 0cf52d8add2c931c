import pytest

from tequio.apps.accounts.models import Person
from tequio.apps.record.models import Event
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.cases.mexico_city.build import STEPS, build
from tests.core.refused import refusal_of
from tests.people import NOON, Cast

pytestmark = pytest.mark.django_db


class StoppedError(Exception):
    pass


def stop(_steps: int) -> None:
    raise StoppedError


def test_an_installation_in_use_is_refused_and_left_as_it_was(cast: Cast) -> None:
    before = _everything()

    refusal = refusal_of(build, at=NOON)

    assert refusal == ("setup.done", {})
    assert _everything() == before


def test_a_build_that_is_stopped_leaves_nothing() -> None:
    with pytest.raises(StoppedError):
        build(at=NOON, progress=stop)

    assert _everything() == [0, 0, 0, 0]


def test_the_progress_adds_up() -> None:
    told: list[int] = []

    build(at=NOON, progress=told.append)

    assert sum(told) == STEPS


def _everything() -> list[int]:
    return [model._base_manager.count() for model in (Space, Person, Territory, Event)]
