"""What the components need: the doors of the header, numbers with their commas, counted things, chart rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BoundField, MultiWidget, RadioSelect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.web.fields import LocalizedWidget

register = template.Library()


@dataclass(frozen=True, slots=True)
class Door:
    title: str
    url: str
    current: bool


DOORS = (("processes:list", "processes"), ("organizations:list", "organizations"))


@register.simple_tag(takes_context=True)
def doors_of(context: template.Context) -> Sequence[Any]:
    """The doors that the view gave as `doors`, or else those of the space that exist."""
    if "doors" in context:
        return context["doors"]  # type: ignore[no-any-return]
    space, here = context.get("space"), str(context.get("here", ""))
    titles = {"processes": _("Processes"), "organizations": _("Commons")}
    found = ((titles[key], _address(name, space)) for name, key in DOORS) if space else ()
    return [Door(title, url, here.startswith(url)) for title, url in found if url]


def _address(name: str, space: Any) -> str:  # noqa: ANN401 (a model of a higher floor)
    try:
        return reverse(name, args=[space.slug])
    except NoReverseMatch:
        return ""


@register.filter
def number(value: int | float | None) -> str:
    """9209944 → "9,209,944": Mexico and English agree on the comma."""
    return "" if value is None else f"{value:,}"


@register.filter
def first_box(field: BoundField) -> str:
    """The id of the first thing one can type in or choose, for the list of errors to lead to."""
    widget = field.field.widget
    if isinstance(widget, LocalizedWidget):
        return f"{field.auto_id}_{list(widget.widgets_names).index(f'_{get_language()}')}"
    return f"{field.auto_id}_0" if isinstance(widget, MultiWidget | RadioSelect) else str(field.auto_id)
