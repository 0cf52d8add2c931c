"""Whether a form can be used: names, lists, formulas that ask each other, words in every language."""

import re
from collections import Counter
from collections.abc import Iterator

from tequio.core.surveys.form import Form, Group, Item
from tequio.core.surveys.formula_checks import of_formulas
from tequio.core.surveys.list_checks import of_lists
from tequio.core.surveys.order import Circle, in_order
from tequio.core.surveys.plan import Plan, elements, plan
from tequio.core.surveys.problems import Part, Problem
from tequio.core.surveys.question_checks import of_question
from tequio.core.surveys.word_checks import of_words

MOST_QUESTIONS = 1_000
DEEPEST = 8
NAME = re.compile(r"[^\W\d][\w.\-]*")
SECOND = 2


def check(form: Form) -> tuple[Problem, ...]:
    """Return all that is wrong or worth knowing; with no ERROR among them the form can be used.

    Codes: form.empty, too_many, name_missing, name_malformed, name_twice, repeat_in_repeat, too_deep, circle,
    unknown_question, bare_name, unknown_column, no_list, no_calculation, range_impossible, purpose_needs_acknowledge,
    choice_name_missing, choice_name_spaces, choice_twice; as notes no_label, no_translation, default_unreadable.
    """
    laid_out = plan(form)
    found = [*_of_whole(laid_out), *_of_names(laid_out), *_of_depth(form.items, ())]
    for item in elements(form.items):
        found.extend(of_formulas(laid_out, item))
        found.extend(of_question(laid_out, item))
        found.extend(of_words(form, item))
    return (*found, *of_lists(form))


def _of_whole(laid_out: Plan) -> Iterator[Problem]:
    if not laid_out.answered():
        yield Problem("", Part.TYPE, "form.empty")
    if len(laid_out.places) > MOST_QUESTIONS:
        yield Problem("", Part.TYPE, "form.too_many", {"limit": MOST_QUESTIONS})
    try:
        in_order(laid_out.hang_on)
    except Circle as circle:
        yield Problem(circle.names[0], Part.RELEVANT, "form.circle", {"names": ", ".join(circle.names)})


def _of_names(laid_out: Plan) -> Iterator[Problem]:
    seen = Counter[str]()
    for item in elements(laid_out.items):
        seen[item.name] += 1
        if not item.name:
            yield Problem("", Part.NAME, "form.name_missing")
        elif not NAME.fullmatch(item.name):
            yield Problem(item.name, Part.NAME, "form.name_malformed", {"name": item.name})
        elif seen[item.name] == SECOND:
            yield Problem(item.name, Part.NAME, "form.name_twice", {"name": item.name})


def _of_depth(items: tuple[Item, ...], above: tuple[Group, ...]) -> Iterator[Problem]:
    for group in (item for item in items if isinstance(item, Group)):
        if group.repeat and any(each.repeat for each in above):
            yield Problem(group.name, Part.TYPE, "form.repeat_in_repeat", {"name": group.name})
        if len(above) >= DEEPEST:
            yield Problem(group.name, Part.TYPE, "form.too_deep", {"limit": DEEPEST})
        else:
            yield from _of_depth(group.items, (*above, group))
