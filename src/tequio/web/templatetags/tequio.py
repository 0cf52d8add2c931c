"""What templates need besides Django's own: texts in several languages, and numbers with their base."""

from collections.abc import Mapping

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tequio.core.localized import pick

register = template.Library()


@register.filter
def said(text: Mapping[str, str] | None) -> str | SafeString:
    """The text in the reader's language; marked with its own language where it had to be another."""
    language = get_language() or "es"
    shown = pick(text or {}, language)
    if shown.language == language:
        return shown.text
    return format_html('<span lang="{}">{}</span>', shown.language, shown.text)


@register.filter
def bare(text: Mapping[str, str] | None) -> str:
    """The same without markup, for attributes and titles."""
    return pick(text or {}, get_language() or "es").text


@register.filter
def percent(share: float | None) -> str:
    return "" if share is None else f"{share * 100:.0f} %"


@register.filter
def outward(address: str | None) -> str:
    """An address that people gave, if it leads to a page; whatever a browser would run instead leads nowhere."""
    return address if address and address.startswith(("https://", "http://")) else ""
