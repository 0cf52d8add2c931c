from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.web.fields import LocalizedField, WholeNumber

MOST_PEOPLE = 10_000


class NoteForm(forms.Form):
    body = forms.CharField(
        label=_("Note"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("What was said or agreed. Write codes, never names of people."),
    )
    public = forms.BooleanField(
        label=_("Show it in public"), required=False, help_text=_("Without this mark only the team reads it.")
    )


class OutcomeForm(forms.Form):
    text = LocalizedField(label=_("What was learnt"), lines=2, max_length=600)
    people = WholeNumber(
        label=_("How many people said so"),
        most=MOST_PEOPLE,
        required=False,
        help_text=_("Leave it empty if nobody counted."),
    )
