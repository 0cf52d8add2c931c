import pytest

from tequio.formats.codings import coded_rows
from tests.core.refused import refusal_of


def test_rows_are_read_by_the_names_of_their_columns():
    table = b"coder,note,value,unit\nAna,,1,u1\nBeto,x, 2 ,u1\n"

    assert coded_rows(table) == (("u1", "Ana", "1"), ("u1", "Beto", "2"))


def test_columns_may_have_spanish_names_and_semicolons_between():
    table = "Unidad;Quien codifica;Valor\nu1;Ana;sí\nu1;Beto;no\n".encode("cp1252")

    assert coded_rows(table) == (("u1", "Ana", "sí"), ("u1", "Beto", "no"))


def test_a_blank_value_and_na_are_missing():
    table = b"unit,coder,value\nu1,Ana,\nu1,Beto,NA\nu2,Ana,1\nu2,Beto\n"

    assert [value for _, _, value in coded_rows(table)] == ["", "", "1", ""]


@pytest.mark.parametrize(
    ("table", "refusal"),
    [
        (b"unit,coder\nu1,Ana\n", ("codings.column_missing", {"column": "value", "columns": "unit, coder"})),
        (b"unit,coder,value\n,Ana,1\n", ("codings.no_unit", {"line": 2})),
        (b"unit,coder,value\nu1,Ana,1\nu1,,1\n", ("codings.no_coder", {"line": 3})),
    ],
)
def test_a_table_that_does_not_say_enough_is_refused(table, refusal):
    assert refusal_of(coded_rows, table) == refusal
