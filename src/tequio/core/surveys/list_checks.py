"""Whether the choices of a form can be told apart and written down."""

from collections.abc import Iterator

from tequio.core.surveys.form import Choice, ChoiceList, Form, Kind, Question
from tequio.core.surveys.plan import elements
from tequio.core.surveys.problems import Part, Problem
from tequio.core.surveys.word_checks import of_label


def of_lists(form: Form) -> Iterator[Problem]:
    """Yield form.choice_name_missing, choice_name_spaces and choice_twice, and notes on labels."""
    questions = [item for item in elements(form.items) if isinstance(item, Question)]
    spaced = {each.choices for each in questions if each.kind is Kind.SELECT_MULTIPLE}
    twice_is_fine = form.kept.get("allow_choice_duplicates", "").lower() == "yes"
    for each in form.lists:
        yield from _of_list(form, each, spaced=each.name in spaced, twice_is_fine=twice_is_fine)


def _of_list(form: Form, each: ChoiceList, *, spaced: bool, twice_is_fine: bool) -> Iterator[Problem]:
    seen = set[str]()
    for choice in each.choices:
        twice = choice.name in seen and not twice_is_fine
        if code := _wrong(choice, spaced=spaced, twice=twice):
            facts = {"name": choice.name, "choices": each.name}
            yield Problem(choice.name, Part.NAME, code, facts, choices=each.name)
        yield from of_label(form, choice.name, choice.label, each.name)
        seen.add(choice.name)


def _wrong(choice: Choice, *, spaced: bool, twice: bool) -> str:
    """Names of choices that may be given together stand with spaces between them, so they cannot hold any."""
    if not choice.name:
        return "form.choice_name_missing"
    if spaced and len(choice.name.split()) > 1:
        return "form.choice_name_spaces"
    return "form.choice_twice" if twice else ""
