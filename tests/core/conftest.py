"""The core is tested without network, and how long an example takes is no matter of right or wrong."""

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _no_network(socket_disabled: None) -> None:
    """Let any test here fail that opens a socket."""
