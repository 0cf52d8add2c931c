"""Threads are kept in memory by the id of their process, and a database that is rolled back gives its ids again."""

import pytest

from tequio.apps.thread import queries


@pytest.fixture(autouse=True)
def _forget_threads() -> None:
    queries._graph.cache_clear()
    queries._kinds.cache_clear()
