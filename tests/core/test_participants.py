import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.core.participants import Code, next_code, parse
from tests.core.refused import refusal_of

CODES = st.builds(Code, st.from_regex(r"[A-Z]{1,6}[0-9]{0,3}", fullmatch=True), st.integers(1, 99999))


@pytest.mark.parametrize(
    ("code", "written"), [(Code("W1", 13), "W1#13"), (Code("W2", 5), "W2#05"), (Code("FS", 120), "FS#120")]
)
def test_a_code_is_written_with_at_least_two_digits(code, written):
    assert str(code) == written


@given(CODES)
def test_what_is_written_reads_back_as_the_same_code(code):
    assert parse(str(code)) == code


@pytest.mark.parametrize("typed", ["W1#13", "w1#13", " W1 # 13 ", "w1 #013"])
def test_a_code_is_read_as_people_type_it(typed):
    assert parse(typed) == Code("W1", 13)


@pytest.mark.parametrize(
    "typed", ["", "W1", "#13", "W1#", "W1#0", "W1#00", "1W#13", "W1#13b", "W1-13", "W1##13", "Ñ1#13", "W1#१३", "W1#-1"]
)
def test_what_is_no_code_is_refused_as_typed(typed):
    assert refusal_of(parse, typed) == ("code.malformed", {"typed": typed})


def test_codes_sort_by_wave_and_number():
    assert sorted([parse("W2#01"), parse("W1#100"), parse("W1#20")]) == [Code("W1", 20), Code("W1", 100), Code("W2", 1)]


def test_the_first_code_of_a_wave_is_one():
    assert next_code("W1", []) == Code("W1", 1)
    assert next_code("W1", [Code("W2", 7)]) == Code("W1", 1)


def test_the_number_of_someone_who_left_is_not_given_again():
    assert next_code("W1", [Code("W1", 1), Code("W1", 4)]) == Code("W1", 5)


@given(st.sets(CODES), st.sampled_from(["W1", "A"]))
def test_the_next_code_is_never_taken(taken, wave):
    assert next_code(wave, taken) not in taken
