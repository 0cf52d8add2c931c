"""Finding the same text written twice."""

import re
from hashlib import blake2b

from tequio.core.text.fold import fold
from tequio.core.text.plain import plain

_WORD = re.compile(r"[^\W_]+")


def fingerprint(text: str) -> str:
    """Return 32 hexadecimal digits, the same for texts that differ only in case, accents, punctuation and spacing.

    A text without a letter or digit has no fingerprint: the empty string.
    """
    words = _WORD.findall(fold(plain(text)))
    return blake2b(" ".join(words).encode(), digest_size=16).hexdigest() if words else ""
