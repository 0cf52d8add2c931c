"""Files that people send: a table of territories, or their boundaries."""

from tequio.apps.territories.models import Territory
from tequio.apps.territories.rows import Defect, Row, read
from tequio.formats.tables import read_in_child


def rows_of(data: bytes, filename: str) -> tuple[list[Row], list[Defect]]:
    """The rows of a CSV or XLSX file with every defect; refuses a file that is no table."""
    return read(read_in_child(data, filename), dict(Territory.objects.values_list("code", "kind")))
