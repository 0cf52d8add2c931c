"""The catalogues of all apps become one: where two say the same words differently, one of them is shown by chance."""

from collections import defaultdict
from pathlib import Path

from babel.messages.pofile import read_po

SRC = Path(__file__).resolve().parents[2] / "src"


def said_differently() -> dict[object, set[object]]:
    said: dict[object, set[object]] = defaultdict(set)
    for path in sorted(SRC.rglob("locale/es/LC_MESSAGES/django.po")):
        with path.open("rb") as source:
            for message in read_po(source, locale="es"):
                words = message.id if isinstance(message.id, str) else message.id[0]
                said[message.context, words].add(message.string)
    return {asked: found for asked, found in said.items() if asked[1] and len(found) > 1}


def test_no_two_catalogues_say_the_same_words_differently():
    assert said_differently() == {}
