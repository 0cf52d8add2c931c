"""Everything is said in Spanish, with the same facts in it."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[2] / "src/tequio/web/locale"
PLACE = re.compile(r"%\(\w+\)[sd]|%%")


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES/django.po").open("rb") as source:
        return read_po(source, locale=language)


def forms(text: object) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (str(text),)


def test_every_sentence_has_its_words_and_none_is_doubtful() -> None:
    lacking = [m.id for m in catalogue("es") if m.id and ("fuzzy" in m.flags or not all(forms(m.string)))]

    assert lacking == []


def test_every_fact_of_a_sentence_is_kept() -> None:
    changed = [
        m.id
        for m in catalogue("es")
        if m.id
        for said in forms(m.string)
        if sorted(PLACE.findall(said)) not in [sorted(PLACE.findall(one)) for one in forms(m.id)]
    ]

    assert changed == []


def test_nobody_is_addressed_from_afar() -> None:
    formal = re.compile(r"\b(usted|ustedes|su cuenta|introduzca|seleccione|ingrese|haga clic)\b", re.IGNORECASE)

    assert [said for m in catalogue("es") for said in forms(m.string) if formal.search(said)] == []
