"""Text that came with the marks of a web page, as plain text: paragraphs, lists and addresses stay."""

import re
from html import unescape

import nh3

from tequio.core.text.plain import plain

BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "tr", "hr")
INLINE = ("span", "strong", "em", "b", "i", "u", "td", "th", "img", "font", "script", "style", "iframe", "svg")
KEPT = {*BLOCKS, "a", "br", "li"}
MARKED = re.compile(rf"</?(?:{'|'.join((*BLOCKS, *INLINE, 'a', 'br', 'li'))})\b[^<>]*>|<!--", re.IGNORECASE)
REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);")

LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"</?([a-z0-9]+)[^>]*>")


def clean(text: str) -> str:
    """Plain text as `core.text.plain` leaves it. A link becomes "words (address)"; scripts and styles go altogether."""
    if MARKED.search(text):
        kept = nh3.clean(text, tags=KEPT, attributes={"a": {"href"}}, link_rel=None)
        text = TAG.sub(_break, LINK.sub(_address, kept))
    return plain(unescape(text) if REFERENCE.search(text) else text)


def _address(link: re.Match[str]) -> str:
    address, words = link.groups()
    shown = TAG.sub("", words).strip()
    return address if shown in {"", address} else f"{shown} ({address})"


def _break(tag: re.Match[str]) -> str:
    name, closes = tag[1], tag[0].startswith("</")
    if name == "li":
        return "" if closes else "\n- "
    return {"br": "\n", "a": ""}.get(name, "\n\n")
