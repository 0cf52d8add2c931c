"""Who could have said what: a text is only given to somebody it fits."""

from collections import Counter
from collections.abc import Mapping
from random import Random

type Fits = Mapping[str, tuple[object, ...]]
"""For each trait that matters, the values that fit; a trait that is not named does not matter."""

type Traits = Mapping[str, object]


def admits(fits: Fits, traits: Traits) -> bool:
    return all(traits[name] in allowed for name, allowed in fits.items())


def share_out(
    rng: Random,
    texts: Mapping[str, Fits],
    people: Mapping[str, Traits],
    most: int,
    talks: Mapping[str, int] | None = None,
) -> dict[str, str]:
    """Give each text to somebody it fits, hardest to place first, to whoever has had least; at most `most` each.

    Who `talks` twice as much as another has had least at twice as many texts. Returns who holds each text; a text for
    which nobody is left is not in it.
    """
    fitting = {key: [who for who, traits in people.items() if admits(fits, traits)] for key, fits in texts.items()}
    pace = talks or dict.fromkeys(people, 1)
    held: Counter[str] = Counter()
    given: dict[str, str] = {}
    for key in sorted(texts, key=lambda key: len(fitting[key])):
        free = [who for who in fitting[key] if held[who] < most]
        if free:
            given[key] = min(free, key=lambda who: (held[who] / pace[who], rng.random()))
            held[given[key]] += 1
    return given
