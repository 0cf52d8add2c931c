from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Phase
from tequio.apps.solutions.models import Prototype, Question
from tequio.apps.solutions.wording import KINDS
from tequio.core.localized import pick
from tequio.core.refusals import Refusal
from tequio.web.fields import LocalizedField


class FeedbackForm(forms.Form):
    title = LocalizedField(label=_("Name of the round"), max_length=200)
    about = LocalizedField(label=_("What people read before they answer"), lines=3, max_length=2000, required=False)


class RoundForm(FeedbackForm):
    """A new round also says which prototypes it asks about."""

    prototypes = forms.MultipleChoiceField(
        label=_("Prototypes to ask about"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, prototypes: Iterable[Prototype], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language, self.known = get_language() or "es", {str(one.number): one for one in prototypes}
        titles = [(number, pick(one.title, language).text) for number, one in self.known.items()]
        self.fields["prototypes"].choices = titles  # type: ignore[attr-defined]
        self.fields["prototypes"].initial = list(self.known)

    def asked_about(self) -> list[Prototype]:
        return [self.known[number] for number in self.cleaned_data["prototypes"]]


class QuestionForm(forms.Form):
    kind = forms.ChoiceField(label=_("Kind of question"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    wording = LocalizedField(label=_("Question"), lines=2, max_length=600)
    choices = LocalizedField(
        label=_("Answers to choose from"),
        lines=4,
        max_length=2000,
        required=False,
        help_text=_(
            "For closed questions: one per line, in the same order in both languages. “I do not know” is always added."
        ),
    )
    only_for = forms.ChoiceField(label=_("Only for those who took part in"), required=False)

    def __init__(self, *args: Any, phases: Iterable[Phase], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language, self.known = get_language() or "es", {phase.key: phase for phase in phases}
        titles = [(key, pick(phase.title, language).text or key) for key, phase in self.known.items()]
        self.fields["only_for"].choices = [("", _("Everybody")), *titles]  # type: ignore[attr-defined]

    def phase(self) -> Phase | None:
        return self.known.get(self.cleaned_data["only_for"])

    def offered(self) -> list[dict[str, Any]]:
        """The choices by line: the first line of each language is one choice, and so on."""
        typed = (self.cleaned_data["choices"] or {}).items()
        kept = {code: [line.strip() for line in text.splitlines() if line.strip()] for code, text in typed}
        if len({len(texts) for texts in kept.values()}) > 1:
            raise Refusal("feedback.uneven_choices", field="choices")
        n = max((len(texts) for texts in kept.values()), default=0)
        return [{"key": f"c{i + 1}", "label": {code: texts[i] for code, texts in kept.items()}} for i in range(n)]


def lines_of(question: Question) -> dict[str, str]:
    """A question's choices as the form shows them: one per line."""
    codes = {code for choice in question.choices for code in choice["label"]}
    return {code: "\n".join(choice["label"].get(code, "") for choice in question.choices) for code in sorted(codes)}
