"""Stems for search: so that "jóvenes" finds "joven" and "caminando" finds "caminar".

A light stemmer of our own for Spanish plurals and regular verb forms, and English plurals. A stem need not be a word;
it is only compared with other stems. docs/methods/stems.md says what joins, what does not, and why.
"""

import re
from functools import lru_cache

from tequio.core.text.fold import fold

SHORTEST = 3
_WORD = re.compile(r"[^\W_]+")
_VERB = re.compile(r"(?P<base>.{3,}?)(?:(?P<first>ando|amo|ar)|(?:iendo|yendo|emo|imo|er|ir))")
_STOP = frozenset(
    """
    a al ante aqui asi como con cual cuando de del desde donde e el ella ellas ellos en entre era es esa ese eso esta
    este esto fue ha han hasta hay la las le les lo los mas me mi mis muy ni no nos o para pero por porque que quien se
    ser si sin sobre son su sus tambien te tu un una uno unos unas u y ya yo
    an and are as at be but by for from has have if in into is it its of on or our so that the their they this to was we
    were which will with you your
    """.split()  # noqa: SIM905 (a list of words is read as words)
)


_LAST = {"z": "c", "i": "y"}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem of one folded word."""
    base = word.rstrip("es") if len(word) > SHORTEST else word
    base = base if len(base) >= SHORTEST else word[:SHORTEST]
    if verb := _VERB.fullmatch(base):
        return verb["base"] + ("ar" if verb["first"] else "ir")
    return base[:-1] + _LAST.get(base[-1], base[-1])


def stems(text: str) -> list[str]:
    """Return the stems of a text in its order, without the commonest words ("de", "the")."""
    return [stem(word) for word in _WORD.findall(fold(text)) if word not in _STOP]


def query_terms(text: str) -> list[str]:
    """Return what a search asks for: its stems, each once."""
    return list(dict.fromkeys(stems(text)))
