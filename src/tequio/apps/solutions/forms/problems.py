from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.apps.solutions.forms.knots import KnotsField, RefsField
from tequio.apps.thread.models import Knot
from tequio.web.fields import LocalizedField


class ProblemForm(forms.Form):
    title = LocalizedField(label=_("Problem, in a few words"), max_length=200)
    statement = LocalizedField(
        label=_("What happens, and why it matters"),
        lines=5,
        max_length=3000,
        help_text=_("Say what is lived, not what is missing: “there is no app” is a solution, not a problem."),
    )
    affected = LocalizedField(label=_("Who lives it"), lines=2, max_length=1000, required=False)
    themes = KnotsField(label=_("Themes and prioritisations it came out of"))
    contributions = RefsField(
        label=_("Contributions it came out of"), help_text=_("Their codes, with a comma between them: A12, A30.")
    )
    evidence = RefsField(
        label=_("What else supports it"),
        help_text=_("Codes of meetings, contributions, themes or feedback: E2, A41, O1."),
    )
    memo = LocalizedField(
        label=_("How you got there"), lines=3, max_length=3000, required=False, help_text=_("Everybody can read it.")
    )

    def __init__(self, *args: Any, knots: Sequence[Knot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].offer(knots)  # type: ignore[attr-defined]


class JudgeForm(forms.Form):
    """What becomes of a problem, and the one reason that is shown beside it."""

    CHOICES = (
        ("choose", _("We choose it: this is the problem we will work on")),
        ("set_aside", _("We set it aside")),
        ("reconsider", _("We are still considering it")),
    )
    judgement = forms.ChoiceField(label=_("What becomes of it"), choices=CHOICES, widget=forms.RadioSelect)
    reason = LocalizedField(
        label=_("Why"),
        lines=3,
        max_length=2000,
        required=False,
        help_text=_("Everybody can read it beside the problem."),
    )
