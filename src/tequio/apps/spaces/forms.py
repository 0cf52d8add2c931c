from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tequio.core.localized import pick
from tequio.core.roles import ROLES
from tequio.web.fields import LocalizedField


class FundersField(forms.CharField):
    """One funder a line; nothing means nobody, and the foot of every page says so."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: str | None) -> list[dict[str, str]]:
        return [{"name": line.strip()} for line in super().clean(value or "").splitlines() if line.strip()]


class SpaceForm(forms.Form):
    name = LocalizedField(
        label=_("Name of the space"), help_text=_("The network or city that runs things together here.")
    )
    operator = forms.CharField(
        label=_("Who runs it"),
        max_length=200,
        help_text=_("The organisation that answers for this space. Shown on every page."),
    )
    operator_url = forms.URLField(label=_("Their page"), required=False, assume_scheme="https")
    funders = FundersField(
        label=_("Who pays for it"),
        required=False,
        help_text=_("One per line. Leave it empty if nobody does: that is shown too."),
    )

    def operator_facts(self) -> dict[str, object]:
        return {"name": self.cleaned_data["operator"], "url": self.cleaned_data.get("operator_url", "")}


class EditSpaceForm(SpaceForm):
    about = LocalizedField(label=_("What it is for"), lines=4, max_length=2000, required=False)
    operator_about = LocalizedField(
        label=_("Who they are"), lines=3, max_length=1000, required=False, help_text=_("Shown on the first page.")
    )
    field_order = ("name", "about", "operator", "operator_url", "operator_about", "funders")

    def operator_facts(self) -> dict[str, object]:
        return {**super().operator_facts(), "about": self.cleaned_data["operator_about"]}


class SetupForm(SpaceForm):
    person = forms.CharField(label=_("Your name"), max_length=120)
    email = forms.EmailField(
        label=_("Your e-mail"), required=False, help_text=_("You may leave it empty: you sign in with a one-time link.")
    )
    language = forms.ChoiceField(
        label=_("Your language"), choices=settings.LANGUAGES, widget=forms.RadioSelect, initial="es"
    )
    code = forms.CharField(
        label=_("Code"), max_length=20, help_text=_("It was written in the window where the server was started.")
    )


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    def __init__(self, *args: object, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (key, f"{pick(role.name, language).text}. {pick(role.sentence, language).text}")
            for key, role in ROLES.items()
        ]
