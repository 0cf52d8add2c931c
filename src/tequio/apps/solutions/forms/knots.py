"""Choosing what something comes from: boxes to tick for what is few, codes to type for what is many."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language

from tequio.apps.thread.models import Knot
from tequio.core.localized import pick

NOT_A_REF = re.compile(r"[\s,;]+")


class RefsField(forms.CharField):
    """Codes as people type them: "a12, e2" → ["A12", "E2"]."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=2000, **options)

    def clean(self, value: str | None) -> list[str]:
        typed = super().clean(value or "").upper()
        return list(dict.fromkeys(ref for ref in NOT_A_REF.split(typed) if ref))


class KnotsField(forms.MultipleChoiceField):
    """Boxes to tick, each with the code and the name of a knot."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(widget=forms.CheckboxSelectMultiple, **options)

    def offer(self, knots: Iterable[Knot]) -> None:
        language = get_language() or "es"
        self.choices = [(knot.ref, f"{knot.ref} · {pick(knot.label, language).text}") for knot in knots]
