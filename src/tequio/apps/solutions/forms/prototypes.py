from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.apps.solutions.forms.knots import KnotsField, RefsField
from tequio.apps.solutions.models import Feature, FeatureState, Version
from tequio.apps.solutions.wording import STATES
from tequio.apps.thread.models import Knot
from tequio.core.localized import Localized
from tequio.web.fields import DateField, FileField, LocalizedField


class PrototypeForm(forms.Form):
    title = LocalizedField(label=_("Name of the prototype"), max_length=200)
    about = LocalizedField(label=_("How it looks and how it is arranged"), lines=4, max_length=3000, required=False)
    meetings = KnotsField(label=_("Meetings where it was designed"))
    evidence = RefsField(
        label=_("Voices behind it"), help_text=_("Codes of contributions, themes or feedback: A41, T2, O1.")
    )

    def __init__(self, *args: Any, meetings: Sequence[Knot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meetings"].offer(meetings)  # type: ignore[attr-defined]


class VersionForm(forms.Form):
    label = forms.CharField(
        label=_("What you call this version"), max_length=20, required=False, help_text=_("For example: 0.2.")
    )
    what_changed = LocalizedField(label=_("What changed, and because of what"), lines=3, max_length=2000)
    made_on = DateField(label=_("Ready on"), required=False)
    link = forms.URLField(label=_("Where it can be tried"), required=False, max_length=200, assume_scheme="https")
    picture = FileField(label=_("Picture of a screen or of the paper drawing"), required=False)
    description = LocalizedField(
        label=_("What the picture shows"),
        lines=2,
        max_length=600,
        required=False,
        help_text=_("For those who cannot see it or have no data to load it."),
    )


class StatesForm(forms.Form):
    """Every feature of a version on one screen: whether it is there, and a note."""

    def __init__(self, *args: Any, features: Sequence[Feature], version: Version, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.features = list(features)
        said = {state.feature_id: state for state in version.features.all()}
        for feature in self.features:
            self._row(feature, said.get(feature.pk))

    def _row(self, feature: Feature, said: FeatureState | None) -> None:
        choices = [("", _("Nobody has said")), *STATES.items()]
        state = forms.ChoiceField(
            label=_("Is it there?"), choices=choices, required=False, initial=said.state if said else ""
        )
        note = LocalizedField(label=_("Note"), max_length=300, required=False, initial=said.note if said else {})
        self.fields[f"state_{feature.pk}"], self.fields[f"note_{feature.pk}"] = state, note

    def rows(self) -> list[tuple[Feature, forms.BoundField, forms.BoundField]]:
        return [(feature, self[f"state_{feature.pk}"], self[f"note_{feature.pk}"]) for feature in self.features]

    def states(self) -> Mapping[int, tuple[str, Localized]]:
        said = self.cleaned_data
        rows = (
            (feature.pk, said[f"state_{feature.pk}"], said[f"note_{feature.pk}"] or {}) for feature in self.features
        )
        return {pk: (state, note) for pk, state, note in rows if state}
