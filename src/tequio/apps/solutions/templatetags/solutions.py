"""What the templates of this app need: shares as bars, states and kinds in words."""

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language

from tequio.apps.solutions.results import Result
from tequio.apps.solutions.wording import CHANNELS, KINDS, PROBLEMS, STATES
from tequio.core.charts.bars import Value
from tequio.core.localized import pick

register = template.Library()

WORDS: Mapping[str, str | Promise] = {**PROBLEMS, **STATES, **KINDS, **CHANNELS}
STATUS = {"chosen": "done", "considered": "open", "aside": "closed"}


@register.filter
def worded(key: str) -> str | Promise:
    """What a state, a kind or a channel is called."""
    return WORDS.get(key, "")


@register.filter
def status_kind(state: str) -> str:
    """The shape that goes with the word for a problem's state."""
    return STATUS[state]


@register.filter
def as_values(result: Result) -> list[Value]:
    """The shares of a question as the bars want them, each label with its count."""
    language = get_language() or "es"
    return [
        Value(f"{pick(share.label, language).text} · {share.n}", share.share, share.low, share.high)
        for share in result.shares
    ]
