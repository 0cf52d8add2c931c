"""Tests are rolled back, so two of them reach the same revision of a thread with other links in it."""

import pytest

from tequio.apps.thread import queries


@pytest.fixture(autouse=True)
def forgotten_graphs() -> None:
    for kept in (queries._graph, queries._kinds):
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
