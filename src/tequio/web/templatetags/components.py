"""What the components need: the doors of the header, numbers with their commas, things counted in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BoundField, MultiWidget, RadioSelect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, get_language_info, ngettext_lazy
from django.utils.translation import gettext as _

from tequio.core.charts.line import Block, thread_line
from tequio.web.fields import LocalizedWidget

register = template.Library()

COUNTED: Mapping[str, Any] = {
    "voice": ngettext_lazy("%(shown)s voice", "%(shown)s voices", "n"),
    "person": ngettext_lazy("%(shown)s person", "%(shown)s people", "n"),
    "participant": ngettext_lazy("%(shown)s participant", "%(shown)s participants", "n"),
    "organization": ngettext_lazy("%(shown)s organisation", "%(shown)s organisations", "n"),
    "territory": ngettext_lazy("%(shown)s territory", "%(shown)s territories", "n"),
    "borough": ngettext_lazy("%(shown)s borough", "%(shown)s boroughs", "n"),
    "meeting": ngettext_lazy("%(shown)s meeting", "%(shown)s meetings", "n"),
    "workshop": ngettext_lazy("%(shown)s workshop", "%(shown)s workshops", "n"),
    "focus_group": ngettext_lazy("%(shown)s focus group", "%(shown)s focus groups", "n"),
    "contribution": ngettext_lazy("%(shown)s contribution", "%(shown)s contributions", "n"),
    "need": ngettext_lazy("%(shown)s need", "%(shown)s needs", "n"),
    "theme": ngettext_lazy("%(shown)s theme", "%(shown)s themes", "n"),
    "problem": ngettext_lazy("%(shown)s problem", "%(shown)s problems", "n"),
    "round": ngettext_lazy("%(shown)s prioritisation", "%(shown)s prioritisations", "n"),
    "solution": ngettext_lazy("%(shown)s solution", "%(shown)s solutions", "n"),
    "prototype": ngettext_lazy("%(shown)s prototype", "%(shown)s prototypes", "n"),
    "feedback": ngettext_lazy("%(shown)s round of feedback", "%(shown)s rounds of feedback", "n"),
    "decision": ngettext_lazy("%(shown)s decision", "%(shown)s decisions", "n"),
    "commitment": ngettext_lazy("%(shown)s commitment", "%(shown)s commitments", "n"),
    "milestone": ngettext_lazy("%(shown)s milestone", "%(shown)s milestones", "n"),
    "minute": ngettext_lazy("%(shown)s minute", "%(shown)s minutes", "n"),
}


@dataclass(frozen=True, slots=True)
class Door:
    title: str
    url: str
    current: bool


# Each door leads to the first of these that there is, and stands open on the pages of all of them.
DOORS: Mapping[str, Sequence[str]] = {
    "processes": ("processes:list",),
    "commons": ("commons:home", "organizations:list"),
    "assessments": ("assessments:home",),
    "observatory": ("indicators:home",),
}


@register.simple_tag(takes_context=True)
def doors_of(context: template.Context) -> Sequence[Any]:
    """The doors that the view gave as `doors`, or else those of the space that exist."""
    if "doors" in context:
        return context["doors"]  # type: ignore[no-any-return]
    space, here = context.get("space"), str(context.get("here", ""))
    titles = {
        "processes": _("Processes"),
        "commons": _("Commons"),
        "assessments": _("Self-assessment"),
        "observatory": _("Observatory"),
    }
    found = {key: _addresses(names, space) for key, names in DOORS.items()} if space else {}
    return [Door(titles[key], urls[0], here.startswith(urls)) for key, urls in found.items() if urls]


def _addresses(names: Sequence[str], space: Any) -> tuple[str, ...]:
    """Where these pages are, without those whose app is not here."""
    return tuple(url for name in names for url in _address(name, space))


def _address(name: str, space: Any) -> list[str]:
    try:
        return [reverse(name, args=[space.slug])]
    except NoReverseMatch:
        return []


@register.filter
def language_inside(code: str) -> str:
    """The name of a language as it is written inside a sentence: English gives it a capital letter, Spanish none."""
    name = str(_(get_language_info(code)["name"]))
    return name if get_language() == "en" else name.lower()


@register.filter
def number(value: float | None) -> str:
    """9209944 → "9,209,944": Mexico and English agree on the comma."""
    return f"{value:,}" if isinstance(value, int | float) else str(value or "")


@register.simple_tag
def counted(n: int, kind: str) -> str:
    """`{% counted 12 "voice" %}` → "12 voces"; the kinds are those of the thread and a few more."""
    return str(COUNTED[str(kind)] % {"n": n, "shown": number(n)})


@register.filter
def at(values: Sequence[Any], place: int) -> Any:
    return values[place]


@register.simple_tag
def knot_sizes(steps: Sequence[Mapping[str, Any]]) -> list[int]:
    """How large each knot of the journey is drawn: its radius in pixels, area by count."""
    blocks = [Block(str(place), step.get("n") or 0, 0.0) for place, step in enumerate(steps)]
    return [round(knot.radius) for knot in thread_line(blocks).knots]


@register.filter
def first_box(field: BoundField) -> str:
    """The id of the first thing one can type in or choose, for the list of errors to lead to."""
    widget = field.field.widget
    if isinstance(widget, LocalizedWidget):
        languages = [part.attrs["lang"] for part in widget.widgets]
        return f"{field.auto_id}_{languages.index(get_language() or languages[0])}"
    return f"{field.auto_id}_0" if isinstance(widget, MultiWidget | RadioSelect) else str(field.auto_id)
