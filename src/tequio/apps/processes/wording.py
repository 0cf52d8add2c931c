"""Dates as people say them: "summer 2021", "no date yet"."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tequio.core.phases import FIRST_MONTH, Precision, Season, Span

LATE = timedelta(days=31)  # "the summer" may be said to end a month after the last day of its last month


def when(span: Span) -> str:
    """The days of a phase in words, as exactly as they are known and no more."""
    first = _named(span.start, span.precision) if span.start else ""
    last, both = ending(span), bool(span.start and span.end)
    if not first and not last:
        return _("no date yet")
    if both and first == last:
        return first
    from_to, since, until = _phrases(span.precision)
    return (from_to if both else since if first else until) % {"first": first, "last": last}


def last_named(span: Span) -> date | None:
    """A day in the last month, season or year that a span is said to reach."""
    return span.end - LATE if span.end and span.precision is Precision.SEASON else span.end


def season_of(day: date) -> tuple[Season, int]:
    """The season of a day and the year in which it began: February 2022 lies in the winter of 2021."""
    season = (Season.WINTER, Season.SPRING, Season.SUMMER, Season.AUTUMN)[day.month % 12 // 3]
    return season, day.year - 1 if day.month < FIRST_MONTH[Season.SPRING] else day.year


def _phrases(precision: Precision) -> tuple[str, str, str]:
    """From one to another, from one on, until one; Spanish has an article before some and not before others."""
    if precision is Precision.DAY:
        return (
            pgettext("days", "%(first)s to %(last)s"),
            pgettext("days", "from %(first)s"),
            pgettext("days", "until %(last)s"),
        )
    if precision is Precision.SEASON:
        return (
            pgettext("seasons", "%(first)s to %(last)s"),
            pgettext("seasons", "from %(first)s"),
            pgettext("seasons", "until %(last)s"),
        )
    return (
        pgettext("months and years", "%(first)s to %(last)s"),
        pgettext("months and years", "from %(first)s"),
        pgettext("months and years", "until %(last)s"),
    )


def _named(day: date, precision: Precision) -> str:
    match precision:
        case Precision.DAY:
            return date_format(day, "DATE_FORMAT")
        case Precision.MONTH:
            return date_format(day, "YEAR_MONTH_FORMAT")
        case Precision.SEASON:
            return _season(day)
        case Precision.YEAR:
            return str(day.year)


def _season(day: date) -> str:
    season, year = season_of(day)
    sentences = {
        Season.SPRING: _("spring %(year)s"),
        Season.SUMMER: _("summer %(year)s"),
        Season.AUTUMN: _("autumn %(year)s"),
        Season.WINTER: _("winter %(year)s–%(next)s"),
    }
    return sentences[season] % {"year": year, "next": year + 1}


def ending(span: Span) -> str:
    """Until when it lasts, as exactly as that is known; empty where nobody knows."""
    return _named(end, span.precision) if (end := last_named(span)) else ""


def until(span: Span) -> str:
    """The same, to stand after the word "until"."""
    last = {"last": ending(span)}
    if span.precision in {Precision.DAY, Precision.SEASON} and last["last"]:
        return pgettext("after until: a day or a season", "%(last)s") % last
    return last["last"]
