"""Tests are rolled back, so two of them reach the same revision of a thread with other links in it."""

import pytest

from tequio.apps.contributions import listing
from tequio.apps.contributions.queries import _themes
from tequio.apps.thread import queries


@pytest.fixture(autouse=True)
def forgotten() -> None:
    for kept in (queries._graph, queries._kinds, listing._count, listing._under, _themes):
        kept.cache_clear()
