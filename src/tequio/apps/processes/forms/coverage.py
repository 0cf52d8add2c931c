"""What to compare, and whom to count."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import BOROUGH, Base, waves_of, wordings_of
from tequio.web.templatetags.tequio import bare


class CoverageForm(forms.Form):
    by = forms.ChoiceField(label=_("Compare by"), required=False)
    phase = forms.ChoiceField(label=_("Phase"), required=False)
    wave = forms.ChoiceField(label=_("Wave"), required=False)

    def __init__(self, *args: Any, process: Process, **options: Any) -> None:
        super().__init__(*args, **options)
        titles = [(phase.key, bare(phase.title)) for phase in process.phases.all()]
        waves = [(wave, wave) for wave in waves_of(process)]
        self._offer("by", [(BOROUGH, _("Borough")), *wordings_of(process)])
        self._offer("phase", [("", _("The whole process")), *titles])
        self._offer("wave", [("", _("Whichever")), *waves])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def asked(self) -> tuple[str, Base]:
        """What was asked for and is there; anything else is as if it had not been asked."""
        self.is_valid()
        self.errors.clear()
        clean = {name: value for name, value in self.cleaned_data.items() if value}
        return clean.get("by", BOROUGH), Base(clean.get("wave", ""), clean.get("phase", ""))
