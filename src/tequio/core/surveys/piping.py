"""Texts of a form that repeat what was answered: "Your name is ${name}"."""

import re

from tequio.core.localized import Localized, Shown, pick
from tequio.core.surveys.interview import NO_ROW, Interview

PIPED = re.compile(r"\$\{\s*([^}]*?)\s*\}")


def piped(interview: Interview, text: Localized, language: str, row: int = NO_ROW) -> Shown:
    """Return the text in a language, with answers in the place of names; a choice is told in its words."""
    shown = pick(text, language)
    words = PIPED.sub(lambda found: interview.worded(found[1], shown.language, row), shown.text)
    return Shown(words, shown.language)
