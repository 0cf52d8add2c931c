"""Dates as people write them in tables."""

import re
from datetime import date

TIME = r"(?:[T ,]+\d{1,2}:\d{2}.*)?"
YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){TIME}")
DAY_FIRST = re.compile(rf"(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.](?P<year>\d{{4}}){TIME}")
YEARS = range(1900, 2101)


def day(text: str) -> date | None:
    """The day in 2017-09-19, 19/09/2017 or either with a time after it, as it is written; None when it cannot be read.

    Day before month, as in Mexico: 09/19/2017 is not turned round, because 09/10/2017 could not be.
    """
    found = YEAR_FIRST.fullmatch(text.strip()) or DAY_FIRST.fullmatch(text.strip())
    if found is None or int(found["year"]) not in YEARS:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
