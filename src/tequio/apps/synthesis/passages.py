"""A contribution cut into the sentences that may be quoted, word for word."""

from tequio.core.text.plain import plain
from tequio.core.text.sentences import sentences


def words_of(title: str, body: str) -> str:
    """Everything that the contribution says, as it may be quoted."""
    return plain(f"{title}\n\n{body}")


def passages_of(text: str) -> list[str]:
    """The sentences of a text, each once and each an exact part of it; a point inside a number ends none."""
    return list(dict.fromkeys(text[start:end] for start, end in sentences(text)))


def is_said(passage: str, title: str, body: str) -> bool:
    """Tell whether a passage is there word for word, in one of the two and not across them."""
    return bool(passage) and (passage in plain(title) or passage in plain(body))
