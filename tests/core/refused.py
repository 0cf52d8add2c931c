import pytest

from tequio.core.refusals import Refusal


def refusal_of(call, *args, **kwargs):
    """Return the code and the facts with which the call refuses; fail when it does not."""
    with pytest.raises(Refusal) as caught:
        call(*args, **kwargs)
    return caught.value.code, caught.value.facts
