"""Rows of the data files of this folder. They are ours, so anything odd in them is an error of the program."""

import csv
from importlib.resources import files

type Row = dict[str, str]


def rows(name: str) -> list[Row]:
    text = files("tequio.frameworks.kpi").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def words(cell: str) -> tuple[str, ...]:
    return tuple(cell.split())


def parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def whole(cell: str) -> int | None:
    return int(cell) if cell else None
