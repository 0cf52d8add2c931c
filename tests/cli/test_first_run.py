"""The first run in the terminal, the doctor, the way back in, and a backup by command."""

import json
import re

import pytest
from django.test import Client
from typer.testing import CliRunner

from tequio.apps.spaces.models import Assignment, Space
from tequio.cli.app import app

ANSWERS = "es\nRed de barrios\nUniversidad del Barrio\nFundación Uno, Cooperación Dos\nAna\n\n"


def run(*arguments, answers=None):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=answers, catch_exceptions=False)


def link_in(output):
    return re.search(r"/cuenta/enlace/[\w-]+/", output).group()


def test_five_answers_open_a_space_and_print_a_link_that_signs_in(db):
    done = run("setup", answers=ANSWERS)

    space = Space.objects.get()
    assert (done.exit_code, space.slug, space.operator["name"]) == (0, "red-de-barrios", "Universidad del Barrio")
    assert [funder["name"] for funder in space.funders] == ["Fundación Uno", "Cooperación Dos"]
    assert list(Assignment.objects.values_list("person__name", "role")) == [("Ana", "operator")]
    assert Client().post(link_in(done.output)).status_code == 302


def test_a_second_setup_changes_nothing_and_says_so(cast):
    done = run("setup")

    assert (done.exit_code, Space.objects.count()) == (1, 2)
    assert "Mejor entra" in done.output


def test_a_new_link_is_printed_for_a_person_by_name(cast):
    done = run("link", "ana", "--base", "https://red.example.org")

    assert done.output.startswith("https://red.example.org/cuenta/enlace/")
    assert Client().post(link_in(done.output)).status_code == 302


def test_a_person_who_is_not_there_is_said_in_a_line(cast):
    done = run("link", "Nadie")

    assert (done.exit_code, "Nadie" in done.output) == (1, True)


def test_the_doctor_finds_a_healthy_installation_well(cast, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

    done = run("doctor", "--json")

    checks = json.loads(done.output)
    assert {check["what"]: check["do"] for check in checks if not check["well"]} == {}
    assert done.exit_code == 0


def test_the_doctor_says_what_to_do(db, settings):
    settings.ALLOWED_HOSTS = ["red.example.org"]
    settings.SECOND_FACTOR = "offered"

    done = run("doctor")

    assert done.exit_code == 1
    assert [word in done.output for word in ("tequio setup", "TEQUIO_HTTPS=yes", "TEQUIO_SECOND_FACTOR=required")] == [
        True
    ] * 3


def test_a_backup_by_command_says_where_it_is_and_a_restore_over_something_is_refused(cast, tmp_path):
    from tequio.core.refusals import Refusal

    done = run("backup", tmp_path / "b.zip")

    assert (done.exit_code, (tmp_path / "b.zip").exists()) == (0, True)
    with pytest.raises(Refusal, match="backup.not_empty"):
        run("restore", tmp_path / "b.zip")


@pytest.mark.parametrize("command", [["backup"], ["restore"]])
def test_a_file_that_is_not_there_is_said_in_a_line(db, tmp_path, command):
    done = run(*command, tmp_path / "no" / "there.zip")

    assert done.exit_code == 1
    assert "Traceback" not in done.output
