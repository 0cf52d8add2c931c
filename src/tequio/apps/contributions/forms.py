"""What people and staff type, as clean values."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from tequio.apps.contributions.imports import Choices
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.wording import KINDS
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Participant
from tequio.apps.territories.models import Territory
from tequio.apps.territories.queries import boroughs
from tequio.formats.contributions import Mapping
from tequio.web.fields import FileField
from tequio.web.templatetags.tequio import bare

LONGEST = 5000
KIND_HELP = _("Something that is missing, something that could be done, something you have lived…")
SELF, ORGANIZATION = Participant.SpeaksFor.SELF, Participant.SpeaksFor.ORGANIZATION


class WordsForm(forms.Form):
    """The words and their kind: what whoever came back writes, new or corrected."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=list(KINDS.items()),
        initial="need",
        widget=forms.RadioSelect,
        help_text=KIND_HELP,
    )
    body = forms.CharField(
        label=_("In your words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Write as you speak. Do not put names, telephone numbers or addresses of anybody."),
    )


class AgainForm(WordsForm):
    """What somebody who is known already is asked: only the words."""

    sent_as = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class SayForm(AgainForm):
    """What somebody new is asked. Every permission is off until they turn it on."""

    territory: "forms.ModelChoiceField[Territory]" = forms.ModelChoiceField(
        None,
        label=_("Where do you live or work?"),
        required=False,
        empty_label=_("I prefer not to say"),
        help_text=_("The borough is enough. It serves to see which parts of the city are missing."),
    )
    speaks_for = forms.ChoiceField(
        label=_("For whom do you speak?"),
        choices=((SELF, _("I speak for myself")), (ORGANIZATION, _("I speak for an organisation"))),
        initial=SELF,
        widget=forms.RadioSelect,
    )
    show = forms.BooleanField(label=_("My words may be shown, with my code and never with my name"), required=False)
    quote = forms.BooleanField(label=_("Parts of my words may be quoted when the results are told"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["territory"].queryset = boroughs()  # type: ignore[attr-defined]

    @property
    def consents(self) -> list[str]:
        return [name for name in ("show", "quote") if self.cleaned_data.get(name)]


class ConsentForm(forms.Form):
    show = forms.BooleanField(label=_("My words may be shown, with my code and never with my name"), required=False)
    quote = forms.BooleanField(label=_("Parts of my words may be quoted when the results are told"), required=False)

    @property
    def consents(self) -> list[str]:
        return [name for name in ("show", "quote") if self.cleaned_data.get(name)]


class ReturnForm(forms.Form):
    words = forms.CharField(
        label=_("Your seven words"),
        max_length=300,
        widget=forms.Textarea(
            attrs={"rows": 3, "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        help_text=_(
            "With or without accents, in lines or separated by spaces. The first four letters of each are enough."
        ),
    )


class EditForm(forms.Form):
    kind = forms.ChoiceField(label=pgettext_lazy("of contribution", "Kind"), choices=list(KINDS.items()))
    territory: "forms.ModelChoiceField[Territory]" = forms.ModelChoiceField(
        None, label=_("Borough"), required=False, empty_label=_("Not stated")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["territory"].queryset = boroughs()  # type: ignore[attr-defined]


class AsideForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason to set it aside"),
        required=False,
        max_length=300,
        help_text=_("Whoever wrote it will read it. It is not needed to accept."),
    )


class UploadForm(forms.Form):
    file = FileField(
        label=_("File"), help_text=_("A table: CSV, or Excel (.xlsx), with a first row that names the columns.")
    )


FIELDS = {
    "title": _("Title"),
    "body": pgettext_lazy("of contribution", "Text"),
    "kind": pgettext_lazy("of contribution", "Kind"),
    "territory": _("Borough"),
    "code": _("Code of whoever said it"),
    "said_on": _("Date"),
    "language": _("Language"),
    "source_id": _("Identifier in the file"),
}
YES, NO = "yes", "no"


class ColumnsForm(forms.Form):
    """Which column holds what, and what the file leaves open. `shown` has to be answered only to bring it in."""

    kind = forms.ChoiceField(label=_("Kind of the rows that say none"), choices=list(KINDS.items()), initial="need")
    meeting = forms.ChoiceField(label=_("Meeting where all of it was said"), required=False)
    repeats = forms.BooleanField(
        label=_("Rows that say the same come from different people: bring them all"), required=False
    )
    shown = forms.ChoiceField(
        label=_("May these words be shown to everybody, with codes and without names?"),
        choices=((YES, _("Yes: the people agreed")), (NO, _("No: they are only counted"))),
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        meetings: Iterable[Meeting],
        columns: tuple[str, ...],
        mapping: Mapping,
        confirming: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.meetings = {str(meeting.number): meeting for meeting in meetings}
        held = [(number, f"E{number} {bare(meeting.title)}") for number, meeting in self.meetings.items()]
        self.fields["meeting"].choices = [("", pgettext("meeting", "None")), *held]  # type: ignore[attr-defined]
        self.fields["shown"].required = confirming or not self.is_bound
        known, choices = mapping.used(), [("", _("No column")), *((column, column) for column in columns)]
        for name, label in FIELDS.items():
            self.fields[f"column_{name}"] = forms.ChoiceField(
                label=label, choices=choices, required=False, initial=known.get(name, "")
            )
        self.order_fields([*(f"column_{name}" for name in FIELDS), "kind", "meeting", "repeats", "shown"])
        self.guessed, self.confirming = mapping, confirming

    def clean(self) -> dict[str, Any]:
        self.fields["shown"].required = True  # from here on it is only drawn, and it has to be answered in the end
        return self.cleaned_data

    def choices(self) -> Choices:
        """What was decided so far, also while something is still to be answered."""
        said = self.cleaned_data if self.is_bound else {}
        named = {name: said.get(f"column_{name}") or None for name in FIELDS}
        mapping = Mapping(**named) if self.is_bound else self.guessed
        kind = said.get("kind") or Contribution.Kind.NEED
        repeats, shown = bool(said.get("repeats")), said.get("shown") == YES
        meeting = self.meetings.get(said.get("meeting", ""))
        return Choices(mapping, kind=kind, repeats=repeats, shown=shown, meeting=meeting)
