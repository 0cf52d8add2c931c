"""Rows for the charts: geometry of the core drawn on a width of 100, so that every number is a percentage."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.translation import gettext as _

from tequio.core.charts.bars import Bar, CoverageBar, Value, bars, coverage_bars
from tequio.core.charts.tiles import Place, Tile, height, tile_map
from tequio.core.coverage import Coverage, CoverageState, Group, shown
from tequio.web.templatetags.components import counted, number
from tequio.web.templatetags.tequio import percent

register = template.Library()

WIDTH = 100.0
MAP_WIDTH = 320.0
LINE_LETTERS, LINE_HEIGHT = 10, 13.0


def _states() -> dict[str, str]:
    return {
        "over": _("more than live there"),
        "under": _("fewer than live there"),
        "within": _("about as many as live there"),
        "missing": _("nobody came"),
    }


@register.filter
def too_few(n: int | None) -> bool:
    """Below ten people nothing is drawn. A source that states no base is not counted as few."""
    return isinstance(n, int) and not shown(n)


@register.simple_tag
def coverage_rows(found: Coverage, labels: Mapping[str, str] | None = None) -> list[dict[str, Any]] | None:
    if not shown(found.n):
        return None
    drawn = coverage_bars(found.groups, WIDTH)
    return [_coverage_row(group, bar, labels or {}) for group, bar in zip(found.groups, drawn, strict=True)]


def _coverage_row(group: Group, bar: CoverageBar, labels: Mapping[str, str]) -> dict[str, Any]:
    label, state = labels.get(group.group, group.group), _states()[group.state]
    facts = {"label": label, "n": number(group.n), "share": percent(group.share), "state": state}
    facts["population"] = percent(group.population_share)
    return {
        "label": label,
        "n": group.n,
        "share": group.share,
        "from": group.low,
        "to": group.high,
        "population": group.population_share,
        "said": state if group.state is CoverageState.MISSING else f"{counted(group.n, 'person')} · {facts['share']}",
        "sentence": _("%(label)s: %(n)s took part, %(share)s; %(population)s live there: %(state)s.") % facts,
        "missing": group.state is CoverageState.MISSING,
        **{name: str(getattr(bar, name)) for name in ("width", "low", "high", "tick")},
    }


@register.simple_tag
def bar_rows(values: Sequence[Value], top: float | str = "", share: bool | str = False) -> list[dict[str, str]]:  # noqa: FBT001, FBT002 (a template says share=True)
    drawn = bars(values, WIDTH, top if isinstance(top, int | float) else None)
    return [_bar_row(value, bar, share=bool(share)) for value, bar in zip(values, drawn, strict=True)]


def _bar_row(value: Value, bar: Bar, *, share: bool) -> dict[str, str]:
    say = percent if share else number
    interval = f"{say(value.low)} – {say(value.high)}" if value.low is not None and value.high is not None else ""
    said = f"{say(value.value)} ({interval})" if interval else say(value.value)
    ends = {"low": bar.low, "high": bar.high}
    places = {name: "" if end is None else str(end) for name, end in ends.items()}
    words = {"label": value.label, "value": say(value.value), "interval": interval, "said": said}
    return words | places | {"width": str(bar.width)}


@register.simple_tag
def tiles(places: Sequence[Place]) -> dict[str, Any]:
    drawn = tile_map(places, MAP_WIDTH)
    rows = [_tile(tile) for tile in drawn]
    return {"tiles": rows, "height": str(height(drawn)), "sentence": "; ".join(row["title"] for row in rows)}


def _tile(tile: Tile) -> dict[str, Any]:
    said = "–" if tile.value is None else number(tile.value)
    state = _states().get(tile.state, "")
    title = f"{tile.label}: {said}, {state}" if state else f"{tile.label}: {said}"
    words = {"label": tile.label, "state": tile.state, "said": said, "title": title}
    places = {"x": tile.x, "y": tile.y, "size": tile.size, "middle": tile.size / 2, "base": tile.size * 0.84}
    return words | {name: f"{place:.1f}" for name, place in places.items()} | {"lines": _lines(tile.label, tile.size)}


def _lines(label: str, size: float) -> list[dict[str, str]]:
    """A name on at most two lines, broken where both come out about as long."""
    words = label.split()
    breaks = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    halves = min(breaks, key=lambda pair: abs(len(pair[0]) - len(pair[1])), default=(label, ""))
    shown_lines = [label] if len(label) <= LINE_LETTERS else [half for half in halves if half]
    first = size * (0.3 if len(shown_lines) == 1 else 0.22)
    return [{"text": text, "y": f"{first + place * LINE_HEIGHT:.1f}"} for place, text in enumerate(shown_lines)]
