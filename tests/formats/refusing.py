"""What a call refused, as a plain value to compare."""

import pytest

from tequio.core.refusals import Refusal


def refused(call, *arguments, **named):
    with pytest.raises(Refusal) as caught:
        call(*arguments, **named)
    return caught.value.code, caught.value.facts
