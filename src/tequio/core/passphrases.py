"""Return passphrases: words that let a person come back without an account. The chance behind them is the caller's."""

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold

WORDS = 8
LETTERS = 4
_TYPED = re.compile(r"[^\W\d_]+")


def words_from(indices: Sequence[int], wordlist: Sequence[str]) -> str:
    """Return the words at these places of the list, in NFC, a space between them: what is shown and what is hashed."""
    return " ".join(normalize("NFC", wordlist[index]) for index in indices)


def normalised(typed: str, wordlist: Sequence[str], n: int = WORDS) -> str:
    """Return what `words_from` gave, from what a person typed; refuse an unknown word and a wrong number of words.

    Case, accents, commas and numbers before the words do not matter, and the first four letters of a word are enough.
    """
    known = _by_letters(tuple(wordlist))
    words = _TYPED.findall(normalize("NFC", typed))
    for word in words:
        if _letters(word) not in known:
            raise Refusal("passphrase.unknown_word", word=word)
    if len(words) != n:
        raise Refusal("passphrase.words", n=n)
    return " ".join(known[_letters(word)] for word in words)


@lru_cache(maxsize=4)
def _by_letters(wordlist: tuple[str, ...]) -> dict[str, str]:
    return {_letters(word): normalize("NFC", word) for word in wordlist}


def _letters(word: str) -> str:
    return fold(word).replace("ñ", "n")[:LETTERS]
