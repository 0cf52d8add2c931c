import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio.core.coverage import CoverageState, coverage
from tequio.formats.people import people_counts, population_counts
from tests.formats.refusing import refused

POPULATION = "alcaldía;population\nCoyoacán;614,447\nÁlvaro  Obregón;759 137\nTlalpan;699928\n".encode()
LIVES = {"Coyoacán": 614_447, "Álvaro Obregón": 759_137, "Tlalpan": 699_928}


def test_population_is_read_with_its_spelling_and_order():
    assert list(population_counts(POPULATION, "alcaldia").items()) == list(LIVES.items())


@pytest.mark.parametrize(
    "text", ["1234567", "1,234,567", "1 234 567", "1.234.567", "1\u00a0234\u00a0567", "1'234'567", "1234567.0"]
)
def test_thousands_may_be_marked(text):
    assert population_counts(f'group;población\nx;"{text}"\n'.encode(), "group") == {"x": 1_234_567}


@pytest.mark.parametrize("text", ["", "many", "-5", "12.5", "1,23", "1,234 567", "12,34,567", "*"])
def test_what_is_no_whole_number_is_refused_with_its_line(text):
    data = f'group;population\na;1\nx;"{text}"\n'.encode()

    assert refused(population_counts, data, "group") == ("people.not_a_number", {"line": 3, "text": text})


def test_a_group_that_is_blank_or_comes_twice_is_refused():
    blank = refused(population_counts, b"group,population\na,1\n,2\n", "group")
    twice = refused(population_counts, "group,population\nMéxico,1\nMEXICO,2\n".encode(), "group")

    assert (blank, twice) == (
        ("people.group_blank", {"line": 3}),
        ("people.group_repeated", {"line": 3, "group": "MEXICO"}),
    )


@pytest.mark.parametrize(("by", "missing"), [("sex", "sex"), ("group", "population")])
def test_a_column_that_is_not_there_is_refused_with_those_that_are(by, missing):
    expected = ("people.column_missing", {"column": missing, "columns": "group, people"})

    assert refused(population_counts, b"group,people\na,1\n", by) == expected


def test_people_are_counted_under_the_names_of_the_population():
    data = "código,Alcaldía\n1,COYOACAN\n2,coyoacán\n3,alvaro obregon\n4,Ecatepec\n5,\n6,ECATEPEC\n7\n".encode()

    assert people_counts(data, "alcaldía", LIVES) == {"Coyoacán": 2, "Álvaro Obregón": 1, "Ecatepec": 2, "": 2}


def test_people_without_that_column_are_refused():
    found = refused(people_counts, b"code,borough\n1,Tlalpan\n", "alcaldia", LIVES)

    assert found == ("people.column_missing", {"column": "alcaldia", "columns": "code, borough"})


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from(["Coyoacán", "COYOACAN", "Tlalpan", "tlalpan ", "Ecatepec"]), min_size=1, max_size=30))
def test_nobody_is_lost_between_the_file_and_the_coverage(groups):
    data = "\n".join(["n,borough", *(f"{n},{group}" for n, group in enumerate(groups))]).encode()

    found = coverage(people_counts(data, "borough", LIVES), LIVES)

    assert found.n + sum(found.unmatched.values()) == len(groups)


@pytest.mark.shared
def test_the_boroughs_of_the_city_have_their_official_population(shared_data, tmp_path):
    lines = (shared_data / "cdmx/alcaldias_indicadores_2020.csv").read_text().replace("pob_2020", "population")
    path = tmp_path / "population.csv"
    path.write_text(lines)

    population = population_counts(path, "alcaldia")

    assert (len(population), sum(population.values())) == (16, 9_209_944)


@pytest.mark.shared
def test_people_of_the_earthquake_are_matched_to_boroughs(shared_data):
    people = shared_data / "needs_offers/earthquake_2017_offers_needs.csv"
    lives = {"Benito Juárez": 434_153, "Cuauhtémoc": 545_884, "Milpa Alta": 152_685}

    found = coverage(people_counts(people, "delegacion", lives), lives)

    assert [(g.group, g.n, g.state) for g in found.groups] == [
        ("Benito Juárez", 108, CoverageState.OVER),
        ("Cuauhtémoc", 101, CoverageState.WITHIN),
        ("Milpa Alta", 1, CoverageState.UNDER),
    ]
