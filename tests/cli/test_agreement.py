"""The data that `tequio agreement` prints keeps its documented shape."""

import csv
import json

import pytest
from typer.testing import CliRunner

from tequio.cli.app import app
from tequio.core.refusals import Refusal
from tests.core.synthesis.agreement.published import FOUR_OBSERVERS


@pytest.fixture
def codings(tmp_path):
    path = tmp_path / "codings.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([("unit", "coder", "value"), *FOUR_OBSERVERS])
    return path


def run(*arguments):
    done = CliRunner().invoke(app, ["agreement", *map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize(("level", "value"), [("nominal", 0.7434), ("ordinal", 0.8154), ("ratio", 0.7974)])
def test_alpha_is_printed_with_its_interval_and_what_it_rests_on(codings, level, value):
    found = json.loads(run(codings, "--measure", "alpha", "--level", level, "--json"))

    assert list(found) == ["measure", "level", "value", "low", "high", "units", "coders"]
    assert (found["measure"], found["level"], round(found["value"], 4)) == ("alpha", level, value)
    assert (found["units"], found["coders"]) == (12, 4)
    assert found["low"] < found["value"] < found["high"]


def test_kappa_of_all_pairs_is_printed(codings):
    found = json.loads(run(codings, "--measure", "kappa", "--json"))

    assert (found["measure"], found["level"], round(found["value"], 4)) == ("kappa", "nominal", 0.7002)


def test_without_json_a_sentence_says_it(codings):
    assert run(codings).startswith("alpha (nominal), 12 units, 4 coders: 0.7434, 95 % interval ")


def test_what_is_not_defined_is_said(tmp_path):
    same = tmp_path / "same.csv"
    same.write_text("unit,coder,value\nu1,Ana,1\nu1,Beto,1\n")

    assert run(same) == "alpha (nominal), 1 units, 2 coders: not defined, because nothing could differ.\n"


def test_words_at_the_interval_level_are_refused(tmp_path):
    words = tmp_path / "words.csv"
    words.write_text("unit,coder,value\nu1,Ana,sí\nu1,Beto,no\n")

    with pytest.raises(Refusal) as refused:
        run(words, "--level", "interval")

    assert refused.value.code == "agreement.not_a_number"
