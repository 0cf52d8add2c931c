"""Whether the formulas of a form ask for what is there."""

from collections.abc import Iterator

from tequio.core.surveys.expressions import Expression
from tequio.core.surveys.form import Group, Item
from tequio.core.surveys.plan import Plan
from tequio.core.surveys.problems import Part, Problem

OWN_COLUMNS = frozenset({"name", "label"})


def of_formulas(laid_out: Plan, item: Item) -> Iterator[Problem]:
    """Yield form.unknown_question, form.bare_name and form.unknown_column, each with its place `at` in the formula."""
    for part, formula in formulas(item):
        for asked in formula.questions():
            if asked.name not in laid_out.places and asked.name not in laid_out.repeats:
                yield Problem(item.name, part, "form.unknown_question", {"name": asked.name, "at": asked.at})
        yield from _of_bare_names(laid_out, item, part, formula)


def formulas(item: Item) -> Iterator[tuple[Part, Expression]]:
    """Yield the formulas of a question or group that are there."""
    every: dict[Part, Expression | None] = {Part.RELEVANT: item.relevant}
    if isinstance(item, Group):
        every[Part.COUNT] = item.count
    else:
        every[Part.REQUIRED] = item.required
        every[Part.CONSTRAINT] = item.constraint
        every[Part.CHOICE_FILTER] = item.choice_filter
        every[Part.CALCULATION] = item.calculation
    yield from ((part, formula) for part, formula in every.items() if formula is not None)


def _of_bare_names(laid_out: Plan, item: Item, part: Part, formula: Expression) -> Iterator[Problem]:
    """In a choice_filter a bare name is a column of the choices; anywhere else it is a slip."""
    choices = "" if isinstance(item, Group) or part is not Part.CHOICE_FILTER else item.choices
    known = OWN_COLUMNS.union(*(choice.columns for choice in laid_out.choices.get(choices, ())))
    for bare in formula.columns():
        facts = {"name": bare.name, "at": bare.at}
        if part is not Part.CHOICE_FILTER:
            yield Problem(item.name, part, "form.bare_name", facts)
        elif bare.name not in known:
            yield Problem(item.name, part, "form.unknown_column", {**facts, "choices": choices})
