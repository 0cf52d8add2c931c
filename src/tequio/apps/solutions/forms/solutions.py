from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.apps.solutions.forms.knots import KnotsField, RefsField
from tequio.apps.solutions.models import Feature
from tequio.apps.thread.models import Knot
from tequio.core.localized import Localized
from tequio.web.fields import LocalizedField

NEW_ROWS = 3


class SolutionForm(forms.Form):
    """What would do without a device is asked before anything else."""

    answers = KnotsField(label=_("Which problem it answers"), required=True)
    without_technology = LocalizedField(
        label=_("What would solve it without any technology?"),
        lines=3,
        max_length=2000,
        help_text=_("A notice on the wall, a call, a meeting, a person in charge. It may turn out to be enough."),
    )
    title = LocalizedField(label=_("Solution, in a few words"), max_length=200)
    about = LocalizedField(label=_("What it does, and for whom"), lines=4, max_length=3000, required=False)
    themes = KnotsField(label=_("Themes and prioritisations it came out of"))
    contributions = RefsField(
        label=_("Contributions it came out of"), help_text=_("Their codes, with a comma between them: A12, A30.")
    )
    evidence = RefsField(
        label=_("What else supports it"), help_text=_("Codes of contributions, themes or feedback: A41, T2, O1.")
    )

    def __init__(self, *args: Any, problems: Sequence[Knot], knots: Sequence[Knot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answers"].offer(problems)  # type: ignore[attr-defined]
        self.fields["themes"].offer(knots)  # type: ignore[attr-defined]


class FeaturesForm(forms.Form):
    """One screen for all features of a solution: correct, empty to remove, add at the end."""

    def __init__(self, *args: Any, features: Sequence[Feature], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.features = list(features)
        for feature in self.features:
            self._row(f"{feature.pk}", feature)
        for place in range(NEW_ROWS):
            self._row(f"new{place}", None)

    def _row(self, name: str, feature: Feature | None) -> None:
        words, more = (feature.title, feature.about) if feature else ({}, {})
        title = LocalizedField(label=_("Feature"), max_length=200, required=False, initial=words)
        about = LocalizedField(label=_("What it means"), max_length=600, required=False, initial=more)
        self.fields[f"title_{name}"], self.fields[f"about_{name}"] = title, about

    def rows(self) -> list[tuple[Feature | None, forms.BoundField, forms.BoundField]]:
        names = [(feature, f"{feature.pk}") for feature in self.features]
        new = [(None, f"new{place}") for place in range(NEW_ROWS)]
        return [(feature, self[f"title_{name}"], self[f"about_{name}"]) for feature, name in (*names, *new)]

    def known(self) -> dict[int, tuple[Localized, Localized]]:
        return {feature.pk: self._texts(f"{feature.pk}") for feature in self.features}

    def new(self) -> list[tuple[Localized, Localized]]:
        rows = (self._texts(f"new{place}") for place in range(NEW_ROWS))
        return [(title, about) for title, about in rows if title or about]

    def _texts(self, name: str) -> tuple[Localized, Localized]:
        return self.cleaned_data[f"title_{name}"] or {}, self.cleaned_data[f"about_{name}"] or {}
