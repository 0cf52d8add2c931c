"""A table's rows kept within its limits and fitted under its header, one at a time."""

from collections.abc import Iterable, Iterator

from tequio.core.refusals import Refusal
from tequio.formats.tables.values import Dialect, Limits, Note, Row, letter

type Item = Dialect | Row | Note


def bounded(items: Iterable[Item], limits: Limits, *, fill: bool) -> Iterator[Item]:
    """Yield the items; the first row becomes the header. `fill` adds the blank cells that end a row of a sheet.

    Refuses table.too_many_columns, too_many_rows, too_heavy, repeated_columns and blank_column.
    """
    budget = _Budget(limits)
    columns: tuple[str, ...] = ()
    for item in items:
        if not isinstance(item, Row):
            yield item
        elif not columns:
            columns = header(item.cells, limits.columns)
            yield Row(item.line, columns)
        else:
            row = _fitted(item, columns, fill=fill)
            budget.spend(row)
            yield row


def header(cells: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Names with plain spaces, without the blank ones at the end. One left blank in between is of an empty column."""
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > most:
        raise Refusal("table.too_many_columns", limit=most)
    if repeated := sorted({name for name in names if name and names.count(name) > 1}):
        raise Refusal("table.repeated_columns", columns=", ".join(repeated))
    return tuple(names)


def _fitted(row: Row, columns: tuple[str, ...], *, fill: bool) -> Row:
    cells = row.cells
    if len(cells) > len(columns) and not any(map(str.strip, cells[len(columns) :])):
        cells = cells[: len(columns)]
    if fill:
        cells += ("",) * (len(columns) - len(cells))
    for index, (name, cell) in enumerate(zip(columns, cells, strict=False)):
        if not name and cell.strip():
            raise Refusal("table.blank_column", column=letter(index), line=row.line)
    return Row(row.line, cells)


class _Budget:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rows = self._text = 0

    def spend(self, row: Row) -> None:
        self._rows += 1
        self._text += len(row.cells) + sum(map(len, row.cells))
        if self._rows > self._limits.rows:
            raise Refusal("table.too_many_rows", limit=self._limits.rows)
        if len(row.cells) > self._limits.columns:
            raise Refusal("table.too_many_columns", limit=self._limits.columns)
        if self._text > self._limits.text:
            raise Refusal("table.too_heavy")
