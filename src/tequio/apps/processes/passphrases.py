"""Return passphrases as people get and type them: seven Spanish words, of which only a seal is ever kept."""

import secrets
from functools import cache

from mnemonic import Mnemonic

from tequio.apps.accounts.keys import sealed
from tequio.core.passphrases import normalised, words_from

WORDS = 7  # of 2,048 words: 77 bits
PURPOSE = "passphrase"


@cache
def wordlist() -> tuple[str, ...]:
    return tuple(Mnemonic("spanish").wordlist)


def new_words() -> str:
    """A fresh passphrase to show once; call it in a view, never in an action."""
    return words_from([secrets.randbelow(len(wordlist())) for _word in range(WORDS)], wordlist())


def sealed_words(typed: str) -> str:
    """What `Participant.passphrase_hash` holds for words as people type them; refuse what is no passphrase."""
    return sealed(PURPOSE, normalised(typed, wordlist(), WORDS))
