"""What people type and mark in a round."""

from collections.abc import Sequence
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tequio.apps.prioritising.actions import FEWEST, MOST
from tequio.apps.prioritising.models import Ballot, Option
from tequio.apps.prioritising.queries import areas
from tequio.apps.prioritising.sentences import EMPTY, UNKNOWN
from tequio.apps.processes.models import Activity, Process
from tequio.apps.territories.models import Territory
from tequio.apps.thread.models import Knot
from tequio.core.localized import Localized, pick
from tequio.core.phases import Activity as Kind
from tequio.core.refusals import Refusal
from tequio.web.fields import LocalizedField, WholeNumber
from tequio.web.templatetags.tequio import said as marked

CHANNELS = {
    Ballot.Channel.WEB: pgettext_lazy("how a choice came", "On the web"),
    Ballot.Channel.PAPER: pgettext_lazy("how a choice came", "On paper"),
    Ballot.Channel.TELEPHONE: pgettext_lazy("how a choice came", "By telephone"),
}


def said(text: Localized) -> str:
    return pick(text, get_language() or "es").text


class KnotsChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Knot) -> str:
        return f"{obj.ref} · {said(obj.label)}"


class ActivityChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Activity) -> str:
        return said(obj.title) or obj.key


class RoundForm(forms.Form):
    title = LocalizedField(label=_("Title"), max_length=200)
    about = LocalizedField(
        label=_("What it is about"),
        lines=4,
        max_length=3000,
        required=False,
        help_text=_("What will be done with the result, and who decides. People read it before they choose."),
    )
    options = KnotsChoice(None, label=_("What to choose among"))
    most = WholeNumber(label=_("How many each person may mark, at most"), least=1, most=50, initial=3)
    activity = ActivityChoice(
        None,
        label=_("Activity"),
        required=False,
        empty_label=_("None: it is open from when you open it until you close it"),
        help_text=_("With an activity, people can choose on the web only in the phases in which it is open."),
    )

    def __init__(self, *args: object, process: Process, options: QuerySet[Knot], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["options"].queryset = options  # type: ignore[attr-defined]
        activities = Activity.objects.filter(process=process, kind=Kind.PRIORITISE)
        self.fields["activity"].queryset = activities  # type: ignore[attr-defined]


class SlipsForm(forms.Form):
    area = forms.ModelChoiceField(
        Territory.objects.none(),
        label=pgettext_lazy("slips for an area", "For"),
        required=False,
        empty_label=_("No particular area"),
    )
    slips = WholeNumber(label=_("How many slips"), least=FEWEST, most=MOST, initial=30)
    marks = forms.BooleanField(
        label=_("Print the options on each slip, to be marked on paper"), required=False, initial=True
    )
    sent_as = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["area"].queryset = areas()  # type: ignore[attr-defined]


class WordsForm(forms.Form):
    words = forms.CharField(
        label=_("The words of your slip"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=_("Six words. Capitals and accents do not matter, and the first four letters of each are enough."),
    )


class ChooseForm(WordsForm):
    choices = forms.MultipleChoiceField(
        label=_("Your choice"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": EMPTY, "invalid_choice": UNKNOWN},
    )

    def __init__(self, *args: object, options: Sequence[Option], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        labels = [(str(option.pk), marked(option.label)) for option in options]
        self.fields["choices"].choices = labels  # type: ignore[attr-defined]


class KeyForm(WordsForm):
    """One ballot on one line: words, and the numbers of the options that were marked."""

    marks = forms.CharField(
        label=_("Options marked, by their number"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric"}),
        help_text=_("With spaces between: 1 4 7"),
    )
    channel = forms.ChoiceField(
        label=_("How it came"),
        choices=[(key, name) for key, name in CHANNELS.items() if key != Ballot.Channel.WEB],
        initial=Ballot.Channel.PAPER,
    )

    def chosen(self, options: Sequence[Option]) -> list[str]:
        """The ids of the options whose numbers were typed."""
        ids = {str(option.place): str(option.pk) for option in options}
        typed = self.cleaned_data["marks"].replace(",", " ").split()
        if not set(typed) <= set(ids):
            raise Refusal("ballot.unknown_option", field="marks")
        return [ids[number] for number in typed]
