import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.formats.tables.dialects import sniff
from tequio.formats.tables.values import Dialect
from tests.formats.refusing import refused

SPANISH = "id;título;año\n1;Más árboles en la colonia;2024\n2;¿Y el agua? Señalización, ya;2025\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"], ids=lambda encoding: encoding
)
def test_the_encoding_of_a_spanish_text_is_found(encoding):
    data = SPANISH.encode(encoding)

    found = sniff(data)

    assert found == Dialect(encoding, ";")


def test_big_endian_text_with_a_mark_is_read_as_such():
    data = b"\xfe\xff" + SPANISH.encode("utf-16-be")

    found = sniff(data)

    assert (found, data.decode(found.encoding)) == (Dialect("utf-16", ";"), SPANISH)


def test_latin_1_without_accents_is_plain_utf_8():
    assert sniff(b"name,borough\nAna,Tlalpan\n") == Dialect("utf-8", ",")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_makes_records_alike(separator):
    lines = [
        ("nombre", "necesidad", "fecha"),
        ("Ana", '"agua, luz; calles | parques"', "2024"),
        ("Beto", '"a\nb"', "2025"),
    ]
    data = "\n".join(map(separator.join, lines)).encode()

    assert sniff(data) == Dialect("utf-8", separator)


def test_commas_inside_prose_do_not_make_columns():
    data = "¿Qué hace falta, vecina?\nAgua\nLuz y calles\nMás árboles, bancas, sombra\n".encode()

    assert sniff(data) == Dialect("utf-8", "")


def test_a_file_may_declare_its_separator_as_excel_does():
    assert sniff(b"sep=;\nname;words\nAna;a, b, c\n") == Dialect("utf-8", ";")


def test_utf_8_with_one_spoilt_byte_is_refused_with_its_line():
    data = "nombre,dijo\nAna,está bien y más\nBeto,ni".encode() + b"\xf1" + "o pequeño\n".encode()

    assert refused(sniff, data) == ("table.encoding", {"line": 3})


def test_half_a_utf_16_character_is_refused():
    assert refused(sniff, b"\xff\xfea\0,") == ("table.encoding", {"line": 1})


@pytest.mark.parametrize("data", [b"a,b\n1,\0\n", bytes(range(256)) * 4, "a,b".encode("utf-16-le")])
def test_bytes_that_are_no_text_are_refused(data):
    assert refused(sniff, data) == ("table.not_text", {})


@given(st.sampled_from([",", ";", "\t", "|"]), st.integers(2, 8), st.integers(1, 9))
def test_a_regular_table_gives_back_its_separator(separator, width, height):
    data = "\n".join([separator.join(["celda"] * width)] * height).encode()

    assert sniff(data) == Dialect("utf-8", separator)
