"""Every setting has its row in the documentation."""

import re
from pathlib import Path

import pytest

from tequio.project.config import ConfigError, load, variables
from tequio.project.databases import database
from tequio.project.mail import mailer

DOCS = Path(__file__).parents[2] / "docs/configure.md"


def test_every_variable_has_a_row_and_no_row_is_left_over():
    rows = re.findall(r"^\| `([A-Z_]+)`", DOCS.read_text(), re.MULTILINE)

    assert sorted(rows) == variables()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEQUIO_HTTPS", "perhaps"),
        ("TEQUIO_LANGUAGE", "fr"),
        ("TEQUIO_UPLOAD_MB", "0"),
        ("TEQUIO_SECOND_FACTOR", "never"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused_by_name(tmp_path, name, value):
    with pytest.raises(ConfigError, match=f"{name} is '{value}'"):
        load({"TEQUIO_DATA": str(tmp_path), name: value})


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text("s3cret\n")

    assert load({"TEQUIO_DATA": str(tmp_path), "TEQUIO_SECRET_KEY_FILE": str(tmp_path / "key")}).secret_key == "s3cret"


def test_the_key_made_at_the_first_start_stays_and_only_its_owner_reads_it(tmp_path):
    first, second = (load({"TEQUIO_DATA": str(tmp_path)}).secret_key for _ in range(2))

    assert first == second
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0


def test_a_database_or_mail_address_of_an_unknown_kind_is_refused_by_name(tmp_path):
    with pytest.raises(ConfigError, match="DATABASE_URL"):
        database("mysql://x", tmp_path)
    with pytest.raises(ConfigError, match="TEQUIO_EMAIL_URL"):
        mailer("http://x")


def test_postgresql_is_told_every_part_of_its_address(tmp_path):
    found = database("postgresql://ana:p%40ss@db:5433/red", tmp_path)

    assert [found[key] for key in ("USER", "PASSWORD", "HOST", "PORT", "NAME")] == ["ana", "p@ss", "db", "5433", "red"]
