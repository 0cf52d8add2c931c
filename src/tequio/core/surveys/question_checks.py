"""Whether a question has all that its kind needs."""

from collections.abc import Iterator

from tequio.core.refusals import Refusal
from tequio.core.surveys.defaults import default_answer
from tequio.core.surveys.form import CHOSEN, TERRITORIES, Item, Kind, Question
from tequio.core.surveys.plan import Plan
from tequio.core.surveys.problems import Part, Problem, Weight


def of_question(laid_out: Plan, item: Item) -> Iterator[Problem]:
    """Yield form.no_list, no_calculation, purpose_needs_acknowledge, range_impossible and default_unreadable."""
    if not isinstance(item, Question):
        return
    if item.kind in CHOSEN and item.choices != TERRITORIES and not laid_out.choices.get(item.choices):
        yield Problem(item.name, Part.TYPE, "form.no_list", {"choices": item.choices})
    if item.kind is Kind.CALCULATE and item.calculation is None:
        yield Problem(item.name, Part.CALCULATION, "form.no_calculation", {"name": item.name})
    if item.purpose and item.kind is not Kind.ACKNOWLEDGE:
        yield Problem(item.name, Part.PURPOSE, "form.purpose_needs_acknowledge", {"name": item.name})
    if item.kind is Kind.RANGE and not _possible(item):
        yield Problem(item.name, Part.PARAMETERS, "form.range_impossible", {"name": item.name})
    else:
        yield from _of_default(laid_out, item)


def _of_default(laid_out: Plan, question: Question) -> Iterator[Problem]:
    try:
        default_answer(laid_out, question)
    except Refusal:
        facts = {"text": question.default[:40]}
        yield Problem(question.name, Part.DEFAULT, "form.default_unreadable", facts, Weight.NOTE)


def _possible(question: Question) -> bool:
    """Tell whether start, end and step are numbers that lead from one to the other."""
    bounds = question.range
    if bounds is None:
        return True
    try:
        start, end, step = (float(each) for each in (bounds.start, bounds.end, bounds.step))
    except ValueError:
        return False
    return step != 0 and start != end
