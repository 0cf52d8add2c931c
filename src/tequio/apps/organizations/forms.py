from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.apps.territories.models import Territory
from tequio.web.fields import LocalizedField, WholeNumber


class OrganizationForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    what_we_do = LocalizedField(
        label=_("What you do, and for whom"),
        lines=4,
        max_length=2000,
        help_text=_("Two or three sentences are enough."),
    )
    territory = forms.ModelChoiceField(
        Territory.objects.all(), label=_("Where you work"), required=False, empty_label=_("Not told")
    )
    since = WholeNumber(label=_("Since which year"), least=1800, most=2100, required=False)
    legal_form = forms.CharField(
        label=_("Legal form"),
        max_length=60,
        required=False,
        help_text=_("For example: A.C., I.A.P., collective without papers."),
    )
    website = forms.URLField(label=_("Page"), required=False, assume_scheme="https")
    open_to_cooperate = forms.BooleanField(label=_("We are open to work with others"), required=False)
    affiliations = forms.CharField(
        label=_("Ties you declare"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Parties, authorities, companies or churches that you belong to or receive money from. “None” is an answer."
        ),
    )
    shelter = forms.BooleanField(
        label=_("Showing where we are could put somebody in danger"),
        required=False,
        help_text=_("Then no place is shown, not even the borough, and no search by place finds you."),
    )
    listed = forms.BooleanField(label=_("Show us in the directory"), required=False, initial=True)


class MemberForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)


class VerifyForm(forms.Form):
    note = forms.CharField(
        label=_("How you know it"), max_length=200, help_text=_("For example: we ran two workshops together.")
    )
