"""What every test may use: the cast, a space in force, and the real data where it lies beside the project."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from django_scopes import scope

from tequio.apps.processes.queries import participants
from tequio.apps.publishing.queries import rests
from tequio.apps.thread import queries
from tests.people import Cast, make_cast

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture
def shared_data() -> Path:
    if not SHARED.exists():
        pytest.skip("needs ../shared/data, which is not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def in_spanish() -> None:
    """A page in English leaves its language behind in the thread that answered."""
    translation.activate("es")


@pytest.fixture(autouse=True)
def fresh_threads() -> None:
    """Rows of another test may come back under the same ids: forget the threads kept in memory."""
    queries._graphs.cache_clear()
    queries._knots.cache_clear()
    rests._rests.cache_clear()
    participants._places.cache_clear()


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """Ana, Beto, Caro and Dana, with Ana's space in force."""
    everybody = make_cast()
    with scope(space=everybody.space.pk):
        yield everybody


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI nothing may be skipped: what a test needs is installed there."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is said of SQLite's own file has no meaning on PostgreSQL: it is left out of that run, not skipped."""
    if os.environ.get("DATABASE_URL"):
        gone = [item for item in items if item.get_closest_marker("sqlite")]
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if not item.get_closest_marker("sqlite")]
