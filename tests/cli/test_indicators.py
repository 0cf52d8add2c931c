"""`tequio indicators lint` prints what does not hold in a table, in its documented shape."""

import json
from importlib.resources import files

from typer.testing import CliRunner

from tequio.cli.app import app

EXAMPLE = files("tequio.frameworks") / "document_checks"
ARGUMENTS = ["indicators", "lint", str(EXAMPLE / "table4.csv"), "--describe", str(EXAMPLE / "table4.yaml")]


def run(*arguments):
    done = CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_findings_have_four_parts():
    found = json.loads(run(*ARGUMENTS, "--json"))

    assert set(found) == {"findings"}
    assert {tuple(finding) for finding in found["findings"]} == {("code", "where", "arithmetic", "message")}
    assert found["findings"][0]["message"] == "La columna suma 128 y el texto dice 91."


def test_people_read_the_sentence_and_the_working():
    lines = run(*ARGUMENTS, "--language", "en").splitlines()

    assert lines[0] == "kpis: The column adds up to 128 and the text says 91."
    assert lines[1].endswith("= 128; 128 ≠ 91; 128 − 91 = 37")


def test_a_table_that_holds_has_no_findings(tmp_path):
    (tmp_path / "t.csv").write_text("theme,kpis\nAir,2\nWater,3\n")
    (tmp_path / "t.yaml").write_text("{label: theme, count: kpis, stated: {total: 5}}")

    found = run("indicators", "lint", tmp_path / "t.csv", "--describe", tmp_path / "t.yaml", "--json")

    assert json.loads(found) == {"findings": []}


def test_a_file_that_is_not_there_is_said_in_a_line(tmp_path):
    done = CliRunner().invoke(app, ["indicators", "lint", str(tmp_path / "no.csv"), "--describe", str(tmp_path / "no")])

    assert (done.exit_code, done.output) == (1, f"There is no file {tmp_path / 'no.csv'}.\n")
