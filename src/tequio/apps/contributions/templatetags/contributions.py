"""What the templates of contributions need besides the common ones."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
CHOSEN = mark_safe(" selected")


@register.simple_tag
def options(pairs: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a select. Sixty of them in a template's loop would cost a tenth of the page."""
    rows = ((key, CHOSEN if key == chosen else "", words) for key, words in pairs)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
