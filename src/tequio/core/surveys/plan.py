"""A form laid out for use: every question with what stands above it, and what `or_other` stands for written out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tequio.core.localized import both
from tequio.core.surveys.expressions import Expression, parse
from tequio.core.surveys.form import Choice, ChoiceList, Form, Group, Item, Kind, Question
from tequio.core.surveys.order import Circle, in_order

OTHER = Choice("other", both("Otra respuesta", "Other"))
WHICH = both("¿Cuál?", "Which one?")


@dataclass(frozen=True, slots=True)
class Place:
    """A question, the groups around it from the outermost, and the name of the repeat among them, if any."""

    question: Question
    groups: tuple[Group, ...]
    repeat: str

    def around(self) -> tuple[Expression, ...]:
        """Return the formulas of the groups around, which must all hold for anything in them to be asked."""
        return tuple(group.relevant for group in self.groups if group.relevant is not None)

    def conditions(self) -> tuple[Expression, ...]:
        """Return the formulas that must all hold for the question to be asked."""
        own = self.question.relevant
        return self.around() if own is None else (*self.around(), own)


@dataclass(frozen=True, slots=True)
class Plan:
    """`items` are those of the form, with the text that goes with each "other" among them.

    `places` by the name of their question, in the order of the form; `choices` by the name of their list; `hang_on`:
    for each question those that decide whether it is asked and what it calculates; `order`: each name after those it
    hangs on, or as in the form when some go in a circle.
    """

    form: Form
    items: tuple[Item, ...]
    places: Mapping[str, Place]
    repeats: Mapping[str, Group]
    choices: Mapping[str, tuple[Choice, ...]]
    hang_on: Mapping[str, tuple[str, ...]]
    order: tuple[str, ...]

    def choices_of(self, question: Question) -> tuple[Choice, ...]:
        """Return all choices of a question, whatever its filter leaves of them."""
        listed = self.choices.get(question.choices, ())
        return (*listed, OTHER) if question.or_other else listed

    def answered(self) -> tuple[Place, ...]:
        """Return the questions that people answer."""
        return tuple(place for place in self.places.values() if place.question.answered)


def plan(form: Form, *more: ChoiceList) -> Plan:
    """Lay out a form. `more` are lists that are filled from elsewhere, such as the territories of a space."""
    items = tuple(each for item in form.items for each in _written_out(item))
    places = {place.question.name: place for item in items for place in _places(item, ())}
    repeats = {group.name: group for place in places.values() for group in place.groups if group.repeat}
    choices = {each.name: each.choices for each in (*form.lists, *more)}
    hang_on = {name: _hangs_on(place) for name, place in places.items()}
    return Plan(form, items, places, repeats, choices, hang_on, _order(hang_on))


def _hangs_on(place: Place) -> tuple[str, ...]:
    formulas = [*place.conditions(), *(group.count for group in place.groups if group.count)]
    if place.question.calculation is not None:
        formulas.append(place.question.calculation)
    return tuple(asked.name for formula in formulas for asked in formula.questions())


def _order(hang_on: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    try:
        return in_order(hang_on)
    except Circle:
        return tuple(hang_on)


def _written_out(item: Item) -> Iterator[Item]:
    if isinstance(item, Group):
        yield replace(item, items=tuple(each for inner in item.items for each in _written_out(inner)))
        return
    yield item
    if item.or_other:
        yield _specified(item)


def _specified(question: Question) -> Question:
    """The text that goes with "other"; its name is the one that ODK gives it."""
    name = question.name
    relevant = parse(f"selected(${{{name}}}, '{OTHER.name}')")
    other = f"{name}_{OTHER.name}"
    return Question(name=other, kind=Kind.TEXT, label=WHICH, relevant=relevant, private=True)


def _places(item: Item, groups: tuple[Group, ...]) -> Iterator[Place]:
    if isinstance(item, Group):
        for inner in item.items:
            yield from _places(inner, (*groups, item))
        return
    yield Place(item, groups, next((group.name for group in groups if group.repeat), ""))


def elements(items: tuple[Item, ...]) -> Iterator[Item]:
    """Yield every group and question, a group before what is in it."""
    open_ = list(reversed(items))
    while open_:
        item = open_.pop()
        yield item
        if isinstance(item, Group):
            open_.extend(reversed(item.items))
