"""What a form asks of one person, given what they have answered so far.

The same rules serve the web, the telephone, paper and files. A formula sees a question that is not asked as blank, and
the rows of a repeat as a list, unless it stands in that repeat: then it sees its own row (ODK XForms).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from math import isfinite

from tequio.core.localized import pick
from tequio.core.surveys.expressions import Expression, Scope, Value, evaluate, holds
from tequio.core.surveys.expressions.values import as_number, as_text, many
from tequio.core.surveys.form import Choice, Kind, Missing, Question
from tequio.core.surveys.plan import Place, Plan
from tequio.core.surveys.responses import Answer, Response, in_formulas

MOST_ROWS = 50
NO_ROW = -1  # outside every repeat


class Interview:
    """A form and the answers given so far. `now` is the caller's clock; rows of a repeat count from 0."""

    def __init__(self, plan: Plan, response: Response, now: datetime | None = None) -> None:
        self.plan = plan
        self.response = response
        self._now = now
        self._known: dict[tuple[str, int], Value] = {}
        self._asked: dict[tuple[str, int], bool] = {}
        for name in plan.order:  # so that a long chain of conditions is no deep recursion
            self._work_out(name)

    def _work_out(self, name: str) -> None:
        repeat = self.plan.places[name].repeat
        for row in range(self.rows(repeat)) if repeat else (NO_ROW,):
            self.value(name, row)

    def answer(self, name: str, row: int = NO_ROW) -> Answer | None:
        """Return what was answered; None where nothing was."""
        repeat = self.plan.places[name].repeat
        if not repeat:
            return self.response.answers.get(name)
        rows = self.response.repeats.get(repeat, ())
        return rows[row].get(name) if 0 <= row < len(rows) else None

    def asked(self, name: str, row: int = NO_ROW) -> bool:
        """Tell whether the form comes to this question: its own condition and those of its groups hold."""
        key = (name, row)
        if key not in self._asked:
            self._asked[key] = False  # ends the walk through a form that goes in circles
            conditions = self.plan.places[name].conditions()
            self._asked[key] = all(holds(each, self.scope(name, row)) for each in conditions)
        return self._asked[key]

    def reached(self, name: str) -> bool:
        """Tell whether the form comes to the groups around a question, whatever its rows say."""
        return all(holds(each, self._scope("", NO_ROW, "")) for each in self.plan.places[name].around())

    def missing(self, name: str, row: int = NO_ROW) -> Missing | None:
        """Return why there is no answer, or None where there is one."""
        if not self.asked(name, row):
            return Missing.NOT_ASKED
        answer = self.answer(name, row)
        if answer is None:
            return Missing.BLANK
        if isinstance(answer, Missing):
            return answer
        return self._missing_choice(self.plan.places[name].question, answer)

    def _missing_choice(self, question: Question, answer: Answer) -> Missing | None:
        names = answer if isinstance(answer, tuple) else (answer,)
        kinds = {choice.name: choice.missing for choice in self.plan.choices_of(question) if choice.missing}
        found = [kinds.get(str(name)) for name in names]
        return found[0] if found and all(found) else None

    def rows(self, repeat: str) -> int:
        """Return how many rows a repeat has: as many as its count comes to, or as many as were filled in."""
        count = self.plan.repeats[repeat].count
        if count is None:
            return len(self.response.repeats.get(repeat, ()))
        number = as_number(evaluate(count, self._scope("", NO_ROW, "")))
        return min(max(int(number), 0), MOST_ROWS) if isfinite(number) else 0

    def value(self, name: str, row: int = NO_ROW) -> Value:
        """Return what a formula sees: the answer or what is calculated, blank when the question is not asked."""
        key = (name, row)
        if key not in self._known:
            self._known[key] = ""
            self._known[key] = self._worked_out(self.plan.places[name], row)
        return self._known[key]

    def _worked_out(self, place: Place, row: int) -> Value:
        question = place.question
        if not self.asked(question.name, row):
            return ""
        if question.calculation is not None:
            return evaluate(question.calculation, self.scope(question.name, row))
        if question.kind is Kind.META:
            return self._now.date() if self._now and question.kept.get("type") == "today" else ""
        return in_formulas(self.answer(question.name, row))

    def choices(self, name: str, row: int = NO_ROW) -> tuple[Choice, ...]:
        """Return the choices that the filter of a question leaves."""
        question = self.plan.places[name].question
        every = self.plan.choices_of(question)
        if question.choice_filter is None:
            return every
        return tuple(choice for choice in every if self._left(question.choice_filter, choice, name, row))

    def _left(self, choice_filter: Expression, choice: Choice, name: str, row: int) -> bool:
        columns = {"name": choice.name, "label": pick(choice.label, "").text, **choice.columns}
        scope = self.scope(name, row, column=columns)
        return holds(choice_filter, scope) or (choice.name == "other" and self.plan.places[name].question.or_other)

    def scope(self, name: str, row: int = NO_ROW, *, column: dict[str, str] | None = None) -> Scope:
        """Return what a formula of this question may look at."""
        return self._scope(self.plan.places[name].repeat, row, in_formulas(self.answer(name, row)), column)

    def _scope(self, repeat: str, row: int, here: Value, column: dict[str, str] | None = None) -> Scope:
        columns = column or {}
        return Scope(
            answer=lambda name: self._seen(name, repeat, row),
            here=here,
            position=row + 1,
            column=lambda name: columns.get(name, ""),
            label=self.label,
            now=self._now,
        )

    def _seen(self, name: str, repeat: str, row: int) -> Value:
        """What a formula in a row of a repeat, or in none, sees under a name."""
        if name in self.plan.repeats:
            return tuple("1" for _ in range(self.rows(name)))
        if name not in self.plan.places:
            return ""
        other = self.plan.places[name].repeat
        if not other or other == repeat:
            return self.value(name, row if other else NO_ROW)
        return tuple(each for place in range(self.rows(other)) for each in many(self.value(name, place)))

    def label(self, question: str, choice: str, language: str = "") -> str:
        """Return the words of a choice, or its name where it has none."""
        place = self.plan.places.get(question)
        every = self.plan.choices_of(place.question) if place else ()
        labels = (pick(each.label, language or self.plan.form.language).text for each in every if each.name == choice)
        return next(labels, "") or choice

    def worded(self, name: str, language: str, row: int = NO_ROW) -> str:
        """Return an answer as a person reads it: the words of choices, not their names."""
        place = self.plan.places.get(name)
        answer = self.answer(name, row) if place else None
        if place is None or place.question.calculation is not None or not isinstance(answer, (str, tuple)):
            return as_text(self._seen(name, place.repeat if place else "", row))
        names = answer if isinstance(answer, tuple) else (answer,)
        return ", ".join(self.label(name, each, language) for each in names)

    def places(self) -> Iterator[tuple[Place, int]]:
        """Yield every question that is asked, once for each row of its repeat, in the order of the form."""
        for repeat, group in _runs(self.plan.places.values()):
            for row in range(self.rows(repeat)) if repeat else (NO_ROW,):
                yield from ((place, row) for place in group if self.asked(place.question.name, row))


def _runs(places: Iterable[Place]) -> Iterator[tuple[str, list[Place]]]:
    """Neighbours of one repeat together, so that its rows come one after the other."""
    together: list[Place] = []
    for place in places:
        if together and (place.repeat != together[0].repeat):
            yield together[0].repeat, together
            together = []
        together.append(place)
    if together:
        yield together[0].repeat, together
