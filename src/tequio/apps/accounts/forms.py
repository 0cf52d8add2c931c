from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class PersonForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"), max_length=120, help_text=_("Only the people who run this space see it.")
    )
    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("So that you can sign in with a code. You may leave it empty.")
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect)
