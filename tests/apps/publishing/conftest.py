"""Tests are rolled back, so two of them reach the same revision of a thread with other results in it."""

import pytest

from tequio.apps.publishing.queries import rests


@pytest.fixture(autouse=True)
def forgotten_rests() -> None:
    rests._rests.cache_clear()
