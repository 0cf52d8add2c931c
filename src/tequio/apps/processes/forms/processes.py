"""The process itself: title, summary, who reads first, where."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from tequio.apps.processes.models import Process
from tequio.apps.processes.queries import templates_in
from tequio.apps.spaces.models import Space
from tequio.apps.territories.models import Territory
from tequio.core.localized import pick
from tequio.web.fields import LocalizedField
from tequio.web.templatetags.tequio import bare

LARGE = (Territory.Kind.CITY, Territory.Kind.AREA, Territory.Kind.BOROUGH)
MODERATION = (
    (Process.Moderation.BEFORE, _("Somebody reads each contribution before it is shown")),
    (Process.Moderation.AFTER, _("Contributions are shown at once and read afterwards")),
)


class Titled(forms.Form):
    """A title, and an address that is made from it unless one is written."""

    title = LocalizedField(label=_("Title"), max_length=200)
    slug = forms.SlugField(
        label=_("Address"),
        max_length=60,
        required=False,
        help_text=_("Short, without spaces: parque-2027. Leave it empty and we make one from the title."),
    )

    def clean_slug(self) -> str:
        title: dict[str, str] = self.cleaned_data.get("title", {})
        return self.cleaned_data["slug"] or slugify(pick(title, "es").text)[:60].strip("-") or "proceso"


class NewForm(Titled):
    summary = LocalizedField(
        label=_("What it is for, in one or two sentences"), lines=3, max_length=1000, required=False
    )
    plan = forms.ChoiceField(
        label=_("Start from"),
        required=False,
        widget=forms.RadioSelect,
        help_text=_("A plan brings its phases and activities. You can change all of them."),
    )

    def __init__(self, *args: Any, space: Space, **options: Any) -> None:
        super().__init__(*args, **options)
        self.plans = {plan.slug: plan for plan in templates_in(space)}
        plans = [(slug, _plan(plan)) for slug, plan in self.plans.items()]
        blank = [] if any(not plan.phases.all() for plan in self.plans.values()) else [("", _("A blank page"))]
        self.fields["plan"].choices = [*plans, *blank]  # type: ignore[attr-defined]
        self.initial.setdefault("plan", next(iter(self.plans), ""))

    def clean_plan(self) -> Process | None:
        return self.plans.get(self.cleaned_data["plan"])


def _plan(plan: Process) -> str:
    """What a plan is called, with the phases that it brings."""
    phases = ", ".join(bare(phase.title) for phase in plan.phases.all())
    return f"{bare(plan.title)}: {phases}" if phases else bare(plan.title)


class CopyForm(Titled):
    as_template = forms.BooleanField(label=_("Keep it as a plan that other processes can start from"), required=False)


class EditForm(forms.Form):
    title = LocalizedField(label=_("Title"), max_length=200)
    summary = LocalizedField(
        label=_("What it is for, in one or two sentences"), lines=3, max_length=1000, required=False
    )
    moderation = forms.ChoiceField(label=_("Who reads first"), choices=MODERATION, widget=forms.RadioSelect)
    territory = forms.ModelChoiceField(
        label=_("Where"),
        queryset=Territory.objects.filter(kind__in=LARGE),
        required=False,
        help_text=_("Coverage compares with who lives there."),
    )


class AskedForm(forms.Form):
    """Asked on a page of its own; there is nothing to fill in."""
