"""What people type and choose about themes."""

from collections.abc import Iterable

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tequio.apps.contributions import search
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.wording import KINDS
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Process
from tequio.apps.synthesis.models import Theme
from tequio.apps.territories.models import Territory
from tequio.core.localized import pick
from tequio.web.fields import LocalizedField


class ThemeChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Theme) -> str:
        return f"T{obj.number} · {pick(obj.title, get_language() or 'es').text}"


class MeetingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Meeting) -> str:
        return f"E{obj.number} · {pick(obj.title, get_language() or 'es').text}"


class ThemeForm(forms.Form):
    title = LocalizedField(label=_("Title"), max_length=200, help_text=_("In the words that people used, if you can."))
    memo = LocalizedField(
        label=_("What it means"),
        lines=5,
        max_length=4000,
        required=False,
        help_text=_(
            "What these voices have in common, where they differ and how you came to group them. Everybody reads it."
        ),
    )
    public = forms.BooleanField(label=_("Show it to everybody"), required=False, initial=True)


class PutForm(forms.Form):
    """Where to put the voices that were ticked: in a theme that is there, or in a new one."""

    theme = ThemeChoice(None, label=_("Theme"), required=False, empty_label=_("Choose a theme"))
    title = forms.CharField(label=_("Or type a new theme"), max_length=200, required=False)

    def __init__(self, *args: object, themes: QuerySet[Theme], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["theme"].queryset = themes  # type: ignore[attr-defined]


class SplitForm(forms.Form):
    title = forms.CharField(label=_("Title of the new theme"), max_length=200, required=False)


class MergeForm(forms.Form):
    into = ThemeChoice(None, label=_("Merge it into"), empty_label=_("Choose a theme"))

    def __init__(self, *args: object, themes: QuerySet[Theme], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["into"].queryset = themes  # type: ignore[attr-defined]


class QuoteForm(forms.Form):
    """One of the sentences, or words typed exactly as they are in the text."""

    sentence = forms.ChoiceField(label=_("Choose a sentence"), widget=forms.RadioSelect, required=False)
    typed = forms.CharField(
        label=_("Or copy a part of the text"),
        widget=forms.Textarea({"rows": 3}),
        max_length=2000,
        required=False,
        help_text=_("Word for word, as it is there."),
    )

    def __init__(self, *args: object, sentences: Iterable[str], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["sentence"].choices = [(sentence, sentence) for sentence in sentences]  # type: ignore[attr-defined]

    @property
    def passage(self) -> str:
        return str(self.cleaned_data["typed"] or self.cleaned_data["sentence"])


class VoiceFilter(forms.Form):
    """Which voices to look at while grouping."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), choices=(("", _("Every kind")), *KINDS.items()), required=False)
    meeting = MeetingChoice(None, label=_("Meeting"), required=False, empty_label=_("Every meeting"))
    area = forms.ModelChoiceField(
        Territory.objects.none(), label=_("Territory"), required=False, empty_label=_("Everywhere")
    )
    all = forms.BooleanField(label=_("Also those that are in a theme"), required=False)

    def __init__(self, *args: object, process: Process, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.process = process
        said = Contribution.objects.filter(process=process)
        self.fields["meeting"].queryset = Meeting.objects.filter(process=process)  # type: ignore[attr-defined]
        places = Territory.objects.filter(Q(pk__in=said.values("territory")) | Q(children__in=said.values("territory")))
        self.fields["area"].queryset = places.distinct()  # type: ignore[attr-defined]

    def applied(self, voices: QuerySet[Contribution]) -> QuerySet[Contribution]:
        """The voices that fit; a filter that cannot be read leaves nothing out."""
        wanted = self.cleaned_data if self.is_valid() else {}
        if text := wanted.get("q"):
            voices = search.matching(voices, text, search.marks_of(self.process.pk))
        if area := wanted.get("area"):
            voices = voices.filter(Q(territory=area) | Q(territory__parent=area))
        exact = {name: wanted[name] for name in ("kind", "meeting") if wanted.get(name)}
        return voices.filter(**exact)
