"""Which of many quotes to show where there is room for one."""

from collections.abc import Iterable

from tequio.apps.synthesis.models import Quote

GOOD_LENGTH = 110  # characters: a whole thought, read in one breath


def most_telling(quotes: Iterable[Quote]) -> Quote | None:
    """The one nearest to a good length; the oldest of those that are as near."""
    return min(quotes, key=_distance, default=None)


def _distance(quote: Quote) -> tuple[int, int]:
    return abs(len(quote.passage) - GOOD_LENGTH), quote.pk
