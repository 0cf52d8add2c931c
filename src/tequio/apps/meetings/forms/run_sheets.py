"""The run sheet as one form: a part for each step, and buttons that move, remove and add without any script."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tequio.apps.meetings.actions.run_sheets import MOST_STEPS, Line
from tequio.apps.meetings.models import Step
from tequio.web.fields import LocalizedField, WholeNumber

TEXTS = ("title", "how", "prompts", "materials")
FIRST, MORE = 3, 1  # empty steps offered on a new sheet, and on one that has some
LONGEST = 600  # minutes
DIGITS = 4
STAYING = frozenset({"add", "up", "down", "remove"})  # what the buttons do that come back to the sheet


class StepForm(forms.Form):
    """A step left wholly empty is none."""

    minutes = WholeNumber(label=gettext_lazy("Minutes"), least=1, most=LONGEST)
    title = LocalizedField(label=gettext_lazy("What happens"), max_length=150)
    how = LocalizedField(label=gettext_lazy("How it is done"), lines=2, max_length=1500, required=False)
    prompts = LocalizedField(
        label=gettext_lazy("Questions to ask aloud"),
        lines=2,
        max_length=1500,
        required=False,
        help_text=gettext_lazy("One per line. They are printed on a card."),
    )
    materials = LocalizedField(label=gettext_lazy("What to bring"), max_length=300, required=False)

    @property
    def detailed(self) -> bool:
        """Whether there is more in it than its minutes and its name."""
        return any(_has_words(self[name].value()) for name in TEXTS[1:])

    def line(self) -> Line:
        texts = {name: self.cleaned_data[name] or {} for name in TEXTS}
        return Line(self.cleaned_data["minutes"], **texts)


class RunSheetForm(forms.Form):
    def __init__(self, data: Mapping[str, str] | None = None, *, steps: Iterable[Step] = ()) -> None:
        super().__init__(data)
        self.do, self.which = _asked(data or {})
        known = list(steps)
        if data is not None:
            self.steps = [_step(place, data) for place in range(_rows(data))]
        else:
            empty = [None] * (MORE if known else FIRST)
            self.steps = [_step(place, None, step) for place, step in enumerate([*known, *empty])]

    def clean(self) -> dict[str, Any]:
        for place, step in enumerate(self.steps):
            if not (self.do == "remove" and place == self.which) and not step.is_valid():
                self._tell(place + 1, step)
        return self.cleaned_data

    def _tell(self, number: int, step: StepForm) -> None:
        for name, errors in step.errors.items():
            facts = {"step": number, "field": step.fields[name].label}
            for error in errors:
                self.add_error(None, _("Step %(step)s, “%(field)s”:") % facts + f" {error}")

    @property
    def stays(self) -> bool:
        return self.do in STAYING

    @property
    def lands_on(self) -> int:
        """The number of the step to look at next."""
        ahead = {"add": len(self.lines()) + 1, "down": self.which + 2}
        return max(1, ahead.get(self.do, self.which))

    def lines(self) -> list[Line]:
        """The sheet with what the button asked for already done."""
        numbered = [(place, step) for place, step in enumerate(self.steps) if step.has_changed()]
        if self.do == "remove":
            numbered = [(place, step) for place, step in numbered if place != self.which]
        lines = [step.line() for _place, step in numbered]
        here = [place for place, _step in numbered]
        if self.do in {"up", "down"} and self.which in here:
            _move(lines, here.index(self.which), -1 if self.do == "up" else 1)
        return lines


def _has_words(value: Any) -> bool:
    """A text as it is known ({"es": …}) or as it was typed (["…", "…"])."""
    return any(value.values() if isinstance(value, dict) else value or ())


def _move(lines: list[Line], place: int, by: int) -> None:
    lines.insert(max(0, place + by), lines.pop(place))


def _asked(data: Mapping[str, str]) -> tuple[str, int]:
    word, _dash, number = data.get("do", "").partition("-")
    return word, _number(number, otherwise=-1)


def _rows(data: Mapping[str, str]) -> int:
    return min(_number(data.get("rows", ""), otherwise=MOST_STEPS), MOST_STEPS)


def _number(typed: str, *, otherwise: int) -> int:
    return int(typed) if typed.isdecimal() and len(typed) <= DIGITS else otherwise


def _step(place: int, data: Mapping[str, str] | None, step: Step | None = None) -> StepForm:
    initial = {name: getattr(step, name) for name in ("minutes", *TEXTS)} if step else None
    return StepForm(data, prefix=f"p{place}", initial=initial, empty_permitted=True, use_required_attribute=False)
