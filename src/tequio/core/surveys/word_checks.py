"""Whether the words of a form are there in all its languages, and the answers they repeat are its own."""

from collections.abc import Iterator

from tequio.core.localized import Localized
from tequio.core.surveys.form import Form, Item, Kind, Question
from tequio.core.surveys.piping import PIPED
from tequio.core.surveys.plan import elements
from tequio.core.surveys.problems import Part, Problem, Weight


def of_words(form: Form, item: Item) -> Iterator[Problem]:
    """Yield form.unknown_question for `${name}` in a text; as notes form.no_label and form.no_translation."""
    known = {name for each in elements(form.items) for name in (each.name, f"{each.name}_other")}
    for part, text in texts(item):
        named = {name for words in text.values() for name in PIPED.findall(words)}
        for name in sorted(named - known):
            yield Problem(item.name, part, "form.unknown_question", {"name": name, "at": 1})
    if isinstance(item, Question) and (item.answered or item.kind is Kind.NOTE):
        yield from of_label(form, item.name, item.label)


def texts(item: Item) -> Iterator[tuple[Part, Localized]]:
    """Yield the texts of a question or group."""
    yield Part.LABEL, item.label
    yield Part.HINT, item.hint
    if isinstance(item, Question):
        yield Part.REQUIRED_MESSAGE, item.required_message
        yield Part.CONSTRAINT_MESSAGE, item.constraint_message


def of_label(form: Form, name: str, label: Localized, choices: str = "") -> Iterator[Problem]:
    """Yield a note when a question or choice has no label, or none in one of the languages of the form."""
    if not any(label.values()):
        yield Problem(name, Part.LABEL, "form.no_label", {"name": name}, Weight.NOTE, choices)
    elif lacking := [language for language in form.languages if not label.get(language)]:
        facts = {"name": name, "languages": ", ".join(lacking)}
        yield Problem(name, Part.LABEL, "form.no_translation", facts, Weight.NOTE, choices)
