"""One thing at a time: which questions stand on one page, and which page comes next."""

from collections.abc import Iterator
from dataclasses import dataclass

from tequio.core.surveys.form import Group, Item, Kind, Question
from tequio.core.surveys.interview import Interview
from tequio.core.surveys.plan import Plan, elements

MOST_ON_A_PAGE = 12
UNSEEN = frozenset({Kind.CALCULATE, Kind.META})


@dataclass(frozen=True, slots=True)
class Page:
    """`key` is the name of its first question. `group` is the heading above, if there is one."""

    key: str
    questions: tuple[Question, ...]
    group: Group | None = None

    @property
    def repeat(self) -> str:
        """Return the name of the repeat that the page asks row by row, or nothing."""
        return self.group.name if self.group and self.group.repeat else ""


def pages(plan: Plan) -> tuple[Page, ...]:
    """Return the pages of a form.

    A question outside groups is one; a group of questions is one, or several when it is long; a repeat is one, shown
    as a table.
    """
    return tuple(page for item in plan.items for page in _pages(item, None))


def _pages(item: Item, group: Group | None) -> Iterator[Page]:
    if isinstance(item, Question):
        if item.kind not in UNSEEN:
            yield Page(item.name, (item,), group)
    elif item.repeat or all(isinstance(inner, Question) for inner in item.items):
        yield from _together(item)
    else:
        for inner in item.items:
            yield from _pages(inner, item)


def _together(group: Group) -> Iterator[Page]:
    inside = elements(group.items)
    seen = [each for each in inside if isinstance(each, Question) and each.kind not in UNSEEN]
    size = len(seen) if group.repeat else MOST_ON_A_PAGE
    for start in range(0, len(seen), size or 1):
        yield Page(seen[start].name, tuple(seen[start : start + size]), group)


def shown(interview: Interview, page: Page) -> bool:
    """Tell whether anything on the page is asked. In a repeat each row decides for itself."""
    if page.repeat:
        return interview.reached(page.key)
    return any(interview.asked(question.name) for question in page.questions)


def following(interview: Interview, key: str = "") -> Page | None:
    """Return the page after the one of that key (the first, when there is no key), or None at the end."""
    return _first_shown(interview, _after(pages(interview.plan), key))


def previous(interview: Interview, key: str) -> Page | None:
    """Return the page before the one of that key, or None at the start."""
    return _first_shown(interview, _after(pages(interview.plan)[::-1], key))


def _after(every: tuple[Page, ...], key: str) -> tuple[Page, ...]:
    place = next((place for place, page in enumerate(every, 1) if page.key == key), 0)
    return every[place:] if place or not key else ()


def _first_shown(interview: Interview, every: tuple[Page, ...]) -> Page | None:
    return next((page for page in every if shown(interview, page)), None)
