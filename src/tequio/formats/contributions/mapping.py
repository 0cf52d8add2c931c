"""Which column of a table holds what, guessed from the names that people give them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from statistics import fmean

from tequio.core.refusals import Refusal
from tequio.core.text.fold import fold
from tequio.formats.tables.values import Row

WORD = re.compile(r"[^\W_]+")
EXACT, STARTS, HOLDS = 3, 2, 1
SHORT = 3  # letters: "que" or "id" inside a longer name says nothing
PROSE = 100  # characters: a column of longer cells is no column of titles

NAMES = {
    "title": "titulo, title, propuesta, necesidad, asunto, subject, headline, encabezado, que, need, proposal, idea, "
    "deseo",
    "body": "descripcion, description, detalle, detalles, texto, text, cuerpo, body, comentarios, comentario, "
    "contenido, comments, comment, mensaje, message, aporte, opinion, testimonio, respuesta, dijo, explicacion, "
    "details",
    "kind": "tipo, kind, type, clase, tipo de aporte",
    "territory": "alcaldia, delegacion, borough, municipio, demarcacion, territorio, territory, distrito, district, "
    "colonia, barrio, neighbourhood, neighborhood, ciudad, city",
    "code": "codigo, code, participante, participant, clave",
    "said_on": "fecha, date, dia, day, created at, fecha de creacion, marca temporal, timestamp, submitted at, created",
    "organization": "organizacion, organization, organisation, colectivo, colectiva, asociacion",
    "language": "idioma, language, lengua, lang",
    "source_id": "id, folio, identificador, identifier, uuid, numero, number, num, no",
}


@dataclass(frozen=True, slots=True)
class Mapping:
    """The name of the column that holds each thing, or None. `code` is a participant's code, such as W1#13."""

    title: str | None = None
    body: str | None = None
    kind: str | None = None
    territory: str | None = None
    code: str | None = None
    said_on: str | None = None
    organization: str | None = None
    language: str | None = None
    source_id: str | None = None

    def used(self) -> dict[str, str]:
        """What is mapped: field to column."""
        return {field.name: column for field in fields(self) if (column := getattr(self, field.name))}


def guess_mapping(columns: Sequence[str], sample: Sequence[Row] = ()) -> Mapping:
    """Give each field the column whose name fits best, each column once. `sample` tells long prose from titles."""
    chosen: dict[str, str] = {}
    for *_, field, column in sorted(_fits(columns)):
        if field not in chosen and column not in chosen.values():
            chosen[field] = column
    return _with_words(Mapping(**chosen), columns, sample)


def require_columns(mapping: Mapping, columns: Sequence[str]) -> None:
    """Refuse a mapping to columns that are not there, or without any column of words."""
    there = ", ".join(columns)
    for column in mapping.used().values():
        if column not in columns:
            raise Refusal("contributions.column_missing", column=column, columns=there)
    if mapping.title is None and mapping.body is None:
        raise Refusal("contributions.no_words_column", columns=there)


def _fits(columns: Sequence[str]) -> Iterator[tuple[int, int, int, str, str]]:
    """How well each column's name fits each field, best first when sorted."""
    for index, column in enumerate(columns):
        words = " ".join(WORD.findall(fold(column).replace("_", " ")))
        for field, names in NAMES.items():
            for place, name in enumerate(names.split(", ")):
                if score := _score(words, name):
                    yield -score, place, index, field, column


def _score(words: str, name: str) -> int:
    if words == name:
        return EXACT
    if len(name) <= SHORT or f" {name} " not in f" {words} ":
        return 0
    return STARTS if words.startswith(name) else HOLDS


def _with_words(mapping: Mapping, columns: Sequence[str], sample: Sequence[Row]) -> Mapping:
    lengths = {column: _length(sample, index) for index, column in enumerate(columns)}
    if mapping.title and not mapping.body and lengths[mapping.title] > PROSE:
        return replace(mapping, title=None, body=mapping.title)
    free = [column for column in columns if column not in mapping.used().values()]
    if mapping.title or mapping.body or not free:
        return mapping
    return replace(mapping, body=max(free, key=lengths.__getitem__))


def _length(sample: Sequence[Row], index: int) -> float:
    return fmean([len(row.cells[index]) for row in sample if index < len(row.cells)] or [0])
