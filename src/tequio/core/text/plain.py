"""Text as people meant it: no invisible characters, no stray spaces, paragraphs kept."""

import re
from unicodedata import normalize

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_AROUND_LINE = re.compile(r"[^\S\n]*\n[^\S\n]*")
_SPACES = re.compile(r"[^\S\n]+")
_PARAGRAPH = re.compile(r"\n{2,}")


def plain(text: str) -> str:
    """Return the text in NFC, with single spaces, no control or direction characters, one blank line at most."""
    lines = _LINE_END.sub("\n", _INVISIBLE.sub("", text))
    spaced = _AROUND_LINE.sub("\n", _SPACES.sub(" ", lines))
    return normalize("NFC", _PARAGRAPH.sub("\n\n", spaced)).strip()


def excerpt(text: str, limit: int) -> str:
    """Return the text on one line in at most `limit` characters, cut between words and ended with "…" where cut."""
    line = " ".join(plain(text).split())
    if len(line) <= limit:
        return line
    words, space, _ = line[:limit].rpartition(" ")
    return (words if space else line[: limit - 1]).rstrip(" ,;:.") + "…"
