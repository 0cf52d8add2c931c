from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tequio.apps.processes.forms import DATE_FORMS, precision_of
from tequio.apps.processes.forms.dates import typed
from tequio.apps.processes.wording import season_of, until, when
from tequio.core.phases import Precision, Season, Span, month_span, season_span, through, year_span

SUMMER, WINTER = season_span(2021, Season.SUMMER), season_span(2021, Season.WINTER)
AUGUST = Span(date(2020, 8, 12), date(2021, 1, 3))
YEARS = st.integers(1950, 2100)
PAIRS = st.tuples(YEARS, st.integers(0, 5)).map(lambda pair: (pair[0], sum(pair)))
MONTHS = st.integers(1, 12)
SEASONS = st.sampled_from(list(Season))

WORDS = [
    (Span(), "sin fecha", "no date yet"),
    (AUGUST, "del 12 de agosto de 2020 al 3 de enero de 2021", "Aug. 12, 2020 to Jan. 3, 2021"),
    (Span(date(2020, 8, 12)), "desde el 12 de agosto de 2020", "from Aug. 12, 2020"),
    (Span(None, date(2020, 8, 12)), "hasta el 12 de agosto de 2020", "until Aug. 12, 2020"),
    (Span(date(2020, 8, 12), date(2020, 8, 12)), "12 de agosto de 2020", "Aug. 12, 2020"),
    (month_span(2021, 12), "diciembre de 2021", "December 2021"),
    (
        through(month_span(2020, 8), month_span(2021, 1)),
        "de agosto de 2020 a enero de 2021",
        "August 2020 to January 2021",
    ),
    (SUMMER, "verano de 2021", "summer 2021"),
    (Span(date(2021, 6, 1), date(2021, 9, 30), Precision.SEASON), "verano de 2021", "summer 2021"),
    (WINTER, "invierno de 2021–2022", "winter 2021–2022"),
    (through(SUMMER, WINTER), "del verano de 2021 al invierno de 2021–2022", "summer 2021 to winter 2021–2022"),
    (year_span(2021), "2021", "2021"),
    (through(year_span(2020), year_span(2021)), "de 2020 a 2021", "2020 to 2021"),
]


@pytest.mark.parametrize(("span", "spanish", "english"), WORDS)
def test_dates_are_said_as_exactly_as_they_are_known(span: Span, spanish: str, english: str) -> None:
    said = {}
    for language in ("es", "en"):
        with translation.override(language):
            said[language] = when(span)

    assert said == {"es": spanish, "en": english}


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (AUGUST, "el 3 de enero de 2021"),
        (SUMMER, "el verano de 2021"),
        (month_span(2021, 12), "diciembre de 2021"),
        (Span(date(2021, 1, 1)), ""),
    ],
)
def test_an_end_can_stand_after_until(span: Span, said: str) -> None:
    with translation.override("es"):
        assert until(span) == said


def test_winter_is_named_by_the_year_it_begins_in() -> None:
    days = [date(2021, 12, 1), date(2022, 2, 28), date(2022, 3, 1)]

    assert [season_of(day) for day in days] == [(Season.WINTER, 2021), (Season.WINTER, 2021), (Season.SPRING, 2022)]


def sent(span: Span) -> Span:
    """What comes back when the form of a phase with these dates is sent as it is."""
    form = DATE_FORMS[precision_of(span)]({name: value for name, value in typed(span).items() if value})
    assert form.errors == {}
    return form.span()


@given(PAIRS, MONTHS, MONTHS)
def test_months_that_are_sent_unchanged_stay(years: tuple[int, int], first: int, last: int) -> None:
    span = through(month_span(years[0], first), month_span(years[1] + 1, last))

    assert sent(span) == span


@given(PAIRS, SEASONS, SEASONS)
def test_seasons_that_are_sent_unchanged_stay(years: tuple[int, int], first: Season, last: Season) -> None:
    span = through(season_span(years[0], first), season_span(years[1] + 1, last))

    assert sent(span) == span


@given(YEARS, MONTHS, SEASONS)
def test_one_month_season_or_year_that_is_sent_unchanged_stays(year: int, month: int, season: Season) -> None:
    spans = [month_span(year, month), season_span(year, season), year_span(year), Span()]

    assert [sent(span) for span in spans] == spans


@given(st.dates(date(1950, 1, 1)), st.none() | st.dates(date(1950, 1, 1)))
def test_days_that_are_sent_unchanged_stay(first: date, last: date | None) -> None:
    assert sent(Span(first, last)) == Span(first, last)


@given(PAIRS)
def test_years_that_are_sent_unchanged_stay(years: tuple[int, int]) -> None:
    span = through(year_span(years[0]), year_span(years[1]))

    assert sent(span) == span


def test_a_second_month_of_the_same_year_needs_no_year() -> None:
    form = DATE_FORMS["month"]({"first_month": "3", "first_year": "2026", "last_month": "5"})

    assert form.is_valid()
    assert form.span() == through(month_span(2026, 3), month_span(2026, 5))


@pytest.mark.parametrize("year", ["", "20", "3000", "dos mil"])
def test_a_year_that_cannot_be_is_told(year: str) -> None:
    form = DATE_FORMS["year"]({"first_year": year})

    assert list(form.errors) == ["first_year"]
