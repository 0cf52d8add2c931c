"""Counts of people by group, from a table of people and a table of population."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.formats.tables import Table, read_in_child

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"(\d{1,3}(?:(?P<mark>[,. \u00a0\u202f'])\d{3})(?:(?P=mark)\d{3})*|\d+)(?:\.0+)?")
POPULATION = ("population", "población")


def population_counts(source: Path | bytes, by: str) -> dict[str, int]:
    """Read the columns `by` and `population`: people who live in each group, in the order of the file.

    Whole numbers may have thousands marked: "1,234" or "1 234". Refuses people.column_missing, people.not_a_number,
    people.group_blank and people.group_repeated, besides what reading a table refuses.
    """
    table = read_in_child(source)
    counts: dict[str, int] = {}
    known = set[str]()
    for line, group, people in _pairs(table, by):
        _require_new(line, group, known)
        counts[group] = _whole(line, people)
    return counts


def people_counts(source: Path | bytes, by: str, population: Mapping[str, int]) -> dict[str, int]:
    """Count the rows of each group in column `by`, under the names of `population` whatever their case and accents.

    A group that is not there keeps its own name; people of no stated group are counted under "".
    """
    table = read_in_child(source)
    place = _place(table, by)
    names = {_key(name): name for name in population}
    counts = Counter[str]()
    for row in table.rows:
        group = " ".join(row.cells[place].split()) if place < len(row.cells) else ""
        counts[names.setdefault(_key(group), group)] += 1
    return dict(counts)


def _pairs(table: Table, by: str) -> Iterator[tuple[int, str, str]]:
    group, people = _place(table, by), _place(table, *POPULATION)
    for row in table.rows:
        cells = {group: "", people: "", **dict(enumerate(row.cells))}
        yield row.line, " ".join(cells[group].split()), cells[people].strip()


def _place(table: Table, *names: str) -> int:
    keys = [_key(column) for column in table.columns]
    for name in names:
        if _key(name) in keys:
            return keys.index(_key(name))
    raise Refusal("people.column_missing", column=names[0], columns=", ".join(table.columns))


def _require_new(line: int, group: str, known: set[str]) -> None:
    if not group:
        raise Refusal("people.group_blank", line=line)
    if _key(group) in known:
        raise Refusal("people.group_repeated", line=line, group=group)
    known.add(_key(group))


def _whole(line: int, text: str) -> int:
    found = NUMBER.fullmatch(text)
    if found is None:
        raise Refusal("people.not_a_number", line=line, text=text)
    return int(re.sub(r"\D", "", found[1]))


def _key(name: str) -> str:
    return " ".join(WORD.findall(fold(name)))
