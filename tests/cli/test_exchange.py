"""The data that the command prints keeps its documented shape."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tequio.cli.app import app
from tequio.core.refusals import Refusal

PEOPLE = "codigo,alcaldia\n" + "".join(f"W1#{n:02d},Tlalpan\n" for n in range(1, 9)) + "W1#09,coyoacan\nW1#10,Marte\n"
POPULATION = 'alcaldia,population\nTlalpan,"699,928"\nCoyoacán,614447\nMilpa Alta,152685\n'
NEEDS = "título,necesidad\nAgua,No llega agua los martes\nLuz,Se va,a diario\nAgua,No llega agua los martes\n"


def run(*arguments):
    done = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def files(tmp_path):
    for name, text in (("people.csv", PEOPLE), ("population.csv", POPULATION), ("needs.csv", NEEDS)):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_coverage_prints_who_took_part_against_who_lives_there(files):
    data = json.loads(run("coverage", files / "people.csv", files / "population.csv", "--by", "alcaldia", "--json"))

    assert {key: data[key] for key in ("n", "missing", "unmatched")} == {
        "n": 9,
        "missing": ["Milpa Alta"],
        "unmatched": {"Marte": 1},
    }
    assert [(group["group"], group["n"], group["state"]) for group in data["groups"]] == [
        ("Tlalpan", 8, "over"),
        ("Coyoacán", 1, "within"),
        ("Milpa Alta", 0, "missing"),
    ]
    assert set(data["groups"][0]) == {"group", "n", "share", "low", "high", "population_share", "state"}


def test_coverage_names_the_columns_there_are_when_the_asked_one_is_not(files):
    with pytest.raises(Refusal) as refused:
        run("coverage", files / "people.csv", files / "population.csv", "--by", "colonia")

    assert refused.value.code == "people.column_missing"


def test_import_prints_every_row_it_left_out(cast, files):
    data = json.loads(run("import", "contributions", files / "needs.csv", "--process", "parque", "--json"))

    assert (data["rows"], data["imported"], data["duplicates"]) == (3, 1, 1)
    assert [(row["line"], row["code"]) for row in data["rejected"]] == [(3, "row.cells")]
    assert set(data["rejected"][0]) == {"line", "code", "message"}


def test_trace_prints_what_came_before_and_after(cast, files):
    run("import", "contributions", files / "needs.csv", "--process", "parque")

    data = json.loads(run("thread", "trace", "A1", "--process", "parque", "--json"))

    assert data == {"back": [], "forward": []}


def test_a_process_that_is_not_there_is_said_in_a_line(cast, files):
    done = CliRunner().invoke(app, ["thread", "trace", "A1", "--process", "nada"])

    assert (done.exit_code, done.output) == (1, "There is no process “nada”.\n")


def test_export_writes_one_file(cast, tmp_path):
    run("export", "process", "parque", tmp_path / "parque.zip")

    assert (tmp_path / "parque.zip").read_bytes()[:2] == b"PK"


@pytest.mark.shared
def test_the_real_file_of_proposals_comes_in_whole_and_every_row_is_accounted_for(cast, shared_data: Path):
    file = shared_data / "proposals/proposals_latest.csv"

    data = json.loads(run("import", "contributions", file, "--process", "parque", "--json"))

    assert (data["rows"], data["imported"], data["duplicates"], data["rejected"]) == (2738, 2662, 76, [])
