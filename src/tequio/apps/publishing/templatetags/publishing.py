"""What the pages of a result need: numbers that can be walked back to what they count."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.apps.contributions.listing import MOST
from tequio.apps.prioritising.queries import Line
from tequio.apps.publishing.queries import Told
from tequio.apps.publishing.wording import counted
from tequio.apps.solutions.results import Result, Share
from tequio.core.charts.bars import Value
from tequio.core.localized import Localized, pick
from tequio.core.thread import Kind

register = template.Library()

NO_BREAK = "\N{NO-BREAK SPACE}"
FIRST = 5  # options of a prioritisation that are drawn; its own page has all
OF_THREAD = (Kind.THEME, Kind.PROBLEM, Kind.SOLUTION, Kind.PROTOTYPE, Kind.DECISION, Kind.COMMITMENT)


@register.simple_tag
def walk(address: str, words: str) -> SafeString:
    """A number, in words, that leads to the page that shows what it counts."""
    return format_html('<a class="walk" href="{}">{}</a>', address, words)


@register.simple_tag
def walk_to(address: str, n: int, kind: str) -> SafeString:
    """`{% walk_to url 12 "voice" %}` → 12 voices, as a link that keeps the number beside its noun."""
    return walk(address, counted(n, kind).replace(" ", NO_BREAK, 1))


@register.simple_tag
def counted_as(n: int, kind: str) -> str:
    return counted(n, kind)


@register.filter
def cut(text: Localized | None, words: int) -> str | SafeString:
    """The first words of a text, marked with its language where that is not the reader's."""
    language = get_language() or "es"
    shown = pick(text or {}, language)
    short = Truncator(shown.text).words(words, truncate=" …")
    return short if shown.language == language else format_html('<span lang="{}">{}</span>', shown.language, short)


@register.filter
def listed_one_by_one(n: int) -> bool:
    """Whether the filtered list of contributions says exactly how many there are."""
    return n <= MOST


@register.filter
def of_thread(told: Told) -> list[tuple[str, int]]:
    """What the voices led to, by kind, in the order in which it came about."""
    return [(kind.value, told.knots[kind]) for kind in OF_THREAD if told.knots.get(kind)]


@register.filter
def ranked(lines: Sequence[Line]) -> list[Value]:
    """The first options of a prioritisation as bars: place, name, ties and marks in the label."""
    return [Value(_ranked(line), line.share, line.low, line.high) for line in lines[:FIRST]]


@register.filter
def leading(result: Result) -> Share:
    """The answer that most people gave."""
    return max(result.shares, key=lambda share: share.n)


def _ranked(line: Line) -> str:
    words = {"place": line.rank, "option": pick(line.option.label, get_language() or "es").text, "n": line.approvals}
    return (_("%(place)s (tied). %(option)s · %(n)s") if line.tied else _("%(place)s. %(option)s · %(n)s")) % words
