"""The words on a slip: six of the 2,048 of the BIP-39 Spanish list, told apart by their first four letters.

Six words are 66 bits. A round has its own seal, so a word list of one round opens nothing in another, and a thousand
slips still leave one chance in 2**56 to each guess: typing at random for a century would not find one. A slip is typed
by hand on small screens, perhaps by somebody else reading it aloud, so each word fewer counts; participants' return
passphrases, which must hold for years, have seven.
"""

import secrets

from tequio.apps.accounts.keys import sealed
from tequio.apps.processes.passphrases import wordlist
from tequio.core.passphrases import normalised, words_from

WORDS = 6


def new_words(n: int) -> list[str]:
    """The words of `n` slips, all different, to be shown once; call it in a view, never in an action."""
    found: set[str] = set()
    while len(found) < n:
        found.add(words_from([secrets.randbelow(len(wordlist())) for _word in range(WORDS)], wordlist()))
    return sorted(found, key=lambda _words: secrets.randbits(64))


def token_hash(round_id: int, typed: str) -> str:
    """What is kept of a slip, from its words however they were typed; refuse what cannot be the words of a slip."""
    return sealed(f"slip:{round_id}", normalised(typed, wordlist(), WORDS))
