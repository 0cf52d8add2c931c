"""What staff write around a result, and what they must know before it is public."""

from collections.abc import Collection

from django import forms
from django.utils.translation import gettext_lazy as _

from tequio.web.fields import LocalizedField

LONGEST = 3000


class ReportForm(forms.Form):
    opening = LocalizedField(
        label=_("How it begins"),
        help_text=_("Two or three sentences for whoever took part: what you asked them and why. It goes at the top."),
        lines=5,
        max_length=LONGEST,
        required=False,
    )
    closing = LocalizedField(
        label=_("How it ends"),
        help_text=_("What comes next, and whom to ask. It goes at the end, after all that is not known."),
        lines=5,
        max_length=LONGEST,
        required=False,
    )


class PublishForm(forms.Form):
    """`refs` are the results without voices that the page named; they travel with the answer to it."""

    refs = forms.CharField(widget=forms.HiddenInput, required=False)
    known = forms.BooleanField(
        label=_("I know that no voice stands behind these results, and the page will say so"),
        error_messages={"required": _("Say that you know it, or tie these results to their voices first.")},
    )

    def __init__(self, *given: object, unheard: Collection[str], **options: object) -> None:
        options["initial"] = {"refs": " ".join(unheard)}
        super().__init__(*given, **options)  # type: ignore[arg-type]
        if not unheard:
            del self.fields["known"], self.fields["refs"]

    @property
    def acknowledged(self) -> list[str]:
        refs: str = self.cleaned_data.get("refs", "")
        return refs.split()
