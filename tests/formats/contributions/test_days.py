from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.formats.contributions.days import day

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("2017-09-19", "19/09/2017", "19-9-2017", "19.09.2017", "2017/9/19", "2017-09-19T13:14"),
        *(
            "2017-09-19T13:14:40.5-05:00",
            "2017-09-19 13:14:40 +0200",
            "19/09/2017 1:14:40 p. m.",
            " 19/09/2017, 13:14 ",
        ),
    ],
)
def test_a_day_is_read_as_it_is_written(text):
    assert day(text) == date(2017, 9, 19)


@pytest.mark.parametrize(
    "text", ["", "ayer", "09/19/2017", "31/02/2024", "19/09/17", "2017-09", "0201-01-01", "2017-09-19 y más"]
)
def test_what_is_no_day_is_not_guessed(text):
    assert day(text) is None


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%d-%m-%Y %H:%M"]))
def test_every_day_is_read_back(moment, form):
    assert day(moment.strftime(form)) == moment


@given(st.text(alphabet="0123456789-/.T :", max_size=20))
def test_any_text_gives_a_day_or_nothing(text):
    assert day(text) is None or isinstance(day(text), date)
