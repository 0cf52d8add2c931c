"""What the templates of contributions need besides the common ones."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def options(pairs: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a select, escaped here: sixty of them in a template's loop would cost a tenth of the page."""
    rows = ((escape(key), " selected" if key == chosen else "", escape(words)) for key, words in pairs)
    return mark_safe("".join(f'<option value="{key}"{mark}>{words}</option>' for key, mark, words in rows))
