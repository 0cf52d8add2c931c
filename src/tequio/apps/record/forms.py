"""What a reader of the record asks for, as its address says it; what makes no sense in it is passed over."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from tequio.apps.record.wording import SENTENCES
from tequio.web.templatetags.tequio import bare

LARGEST = 18  # digits


class RecordFilter(forms.Form):
    proceso = forms.ChoiceField(label=_("Process"), required=False)
    verbo = forms.ChoiceField(label=_("What was done"), required=False)
    antes = forms.IntegerField(required=False, min_value=1, max_value=10**LARGEST, widget=forms.HiddenInput)
    despues = forms.IntegerField(required=False, min_value=0, max_value=10**LARGEST, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, str], *, processes: Mapping[int, Any]) -> None:
        super().__init__({name: data[name] for name in self.base_fields if name in data})
        self.ids = {process.slug: pk for pk, process in processes.items()}
        every = ("", pgettext("processes or verbs", "All"))
        titles = [(process.slug, bare(process.title) or process.slug) for process in processes.values()]
        verbs = sorted(((verb, str(words)) for verb, words in SENTENCES.items()), key=lambda pair: pair[1])
        self.fields["proceso"].choices = [every, *titles]  # type: ignore[attr-defined]
        self.fields["verbo"].choices = [every, *verbs]  # type: ignore[attr-defined]
        self.is_valid()
        self.errors.clear()

    @property
    def wanted(self) -> dict[str, Any]:
        """Which events."""
        process = self.cleaned_data.get("proceso", "")
        return {"process": self.ids.get(process), "verb": self.cleaned_data.get("verbo", "")}

    @property
    def place(self) -> dict[str, int | None]:
        """From where on."""
        return {"before": self.cleaned_data.get("antes"), "after": self.cleaned_data.get("despues")}
