"""A text in several languages, and which one to show."""

from collections.abc import Mapping
from dataclasses import dataclass

type Localized = Mapping[str, str]

ORDER = ("es", "en")


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that was picked and the language it is in, so that a page can mark it (`lang="en"`)."""

    text: str
    language: str


def pick(text: Localized, wanted: str) -> Shown:
    """Return the wanted language, else Spanish, else English, else any that has words; an empty text stays empty."""
    for language in (wanted, *ORDER, *sorted(text)):
        if text.get(language, "").strip():
            return Shown(text[language], language)
    return Shown("", wanted)


def both(es: str, en: str = "") -> dict[str, str]:
    """Build a localized value, leaving out what has no words."""
    return {language: words.strip() for language, words in (("es", es), ("en", en)) if words.strip()}
