import pytest

from tequio.formats.contributions import Mapping, guess_mapping, parse
from tequio.formats.tables.values import Row, Table
from tests.formats.refusing import refused


@pytest.mark.parametrize(
    ("columns", "mapping"),
    [
        (
            ("id", "title", "description", "cached_votes_up", "created_at", "retired_at"),
            Mapping(title="title", body="description", said_on="created_at", source_id="id"),
        ),
        (
            ("id", "tipo", "fecha", "que", "cuanto", "comentarios", "ciudad", "delegacion", "colonia", "cp", "estado"),
            Mapping(
                title="que", body="comentarios", kind="tipo", territory="delegacion", said_on="fecha", source_id="id"
            ),
        ),
        (
            (
                "Marca temporal",
                "Alcaldía",
                "Colectivo",
                "¿Cuál es la necesidad?",
                "Descripción de la necesidad",
                "Idioma",
            ),
            Mapping(
                title="¿Cuál es la necesidad?",
                body="Descripción de la necesidad",
                territory="Alcaldía",
                said_on="Marca temporal",
                organization="Colectivo",
                language="Idioma",
            ),
        ),
        (("Código", "Propuesta"), Mapping(title="Propuesta", code="Código")),
        (("Título", "titulo"), Mapping(title="Título")),
        (("x", "y"), Mapping(body="x")),
    ],
)
def test_columns_are_guessed_from_their_names(columns, mapping):
    assert guess_mapping(columns) == mapping


def test_long_cells_under_a_title_are_text():
    sample = [Row(2, ("1", "Queremos sombra. " * 10))]

    assert guess_mapping(("folio", "Propuesta"), sample) == Mapping(body="Propuesta", source_id="folio")


def test_without_a_name_that_says_so_the_longest_column_is_text():
    sample = [Row(2, ("corto", "bastante más largo que los otros", "medio largo")), Row(3, ("x",))]

    assert guess_mapping(("a", "b", "c"), sample) == Mapping(body="b")


def test_a_mapping_to_a_column_that_is_not_there_is_refused():
    table = Table(("a", "b"), (Row(2, ("1", "2")),))

    found = refused(parse, table, Mapping(title="a", kind="tipo"))

    assert found == ("contributions.column_missing", {"column": "tipo", "columns": "a, b"})


def test_a_mapping_without_words_is_refused():
    table = Table(("a", "b"), (Row(2, ("1", "2")),))

    assert refused(parse, table, Mapping(kind="a")) == ("contributions.no_words_column", {"columns": "a, b"})
