"""Values of a workbook's cells as the text that a person sees in them."""

import re
from datetime import date, datetime, time, timedelta

type Value = str | int | float | bool | date | datetime | time | timedelta | None

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
MIDNIGHT = time()
UNSTORABLE = re.compile(r"[\0\ud800-\udfff]")


def as_text(value: Value) -> str:
    """Dates as ISO 8601 (to the second), numbers to the 15 digits that Excel shows, without a trailing ".0"."""
    match value:
        case None:
            return ""
        case str():
            return UNSTORABLE.sub("", ESCAPED.sub(_character, value)) if "_x" in value else value
        case bool():
            return str(value).lower()
        case float():
            return f"{value:.15g}"
        case datetime():
            return _moment(value)
        case _:
            return _duration(value) if isinstance(value, timedelta) else str(value)


def _character(escape: re.Match[str]) -> str:
    """Workbooks write control characters as _x000D_ (ECMA-376 part 1, 22.9.2.19)."""
    return chr(int(escape[1], 16))


def _moment(value: datetime) -> str:
    rounded = (value + timedelta(milliseconds=500)).replace(microsecond=0)
    return rounded.date().isoformat() if rounded.time() == MIDNIGHT else rounded.isoformat()


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
