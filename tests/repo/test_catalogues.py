"""Both languages are complete: every string of the code and the templates is in both, none empty, none fuzzy."""

import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import catalogues  # noqa: E402

FOLDERS = catalogues.folders(ROOT / "src")
FOUND = catalogues.catalogues(ROOT / "src")


def entries(path):
    with path.open("rb") as source:
        return [message for message in read_po(source) if message.id]


def words(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: str(path.relative_to(ROOT / "src/tequio")))
def test_no_entry_is_empty_or_fuzzy(path):
    unfinished = [message.id for message in entries(path) if message.fuzzy or not all(words(message))]

    assert unfinished == []


@pytest.mark.parametrize("path", FOUND, ids=lambda path: str(path.relative_to(ROOT / "src/tequio")))
def test_both_languages_count_in_ones_and_manies(path):
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in path.read_text().split("\n\n")[0]


@pytest.mark.parametrize("path", FOUND, ids=lambda path: str(path.relative_to(ROOT / "src/tequio")))
def test_placeholders_are_the_same_in_every_language(path):
    different = [str(error) for message in entries(path) for error in message.check()]

    assert different == []


def test_the_catalogues_hold_every_string_of_the_code(tmp_path):
    """Gather again into a copy: nothing new may turn up, and nothing may be left over."""
    copy = tmp_path / "src"
    subprocess.run(["cp", "-r", str(ROOT / "src"), str(copy)], check=True)
    before = {path.relative_to(ROOT / "src"): {str(message.id) for message in entries(path)} for path in FOUND}

    for folder in catalogues.folders(copy):
        catalogues.gather(folder)

    after = {
        path.relative_to(copy): {str(message.id) for message in entries(path)} for path in catalogues.catalogues(copy)
    }
    strings = {path: ids for path, ids in after.items() if ids}
    assert {path: ids for path, ids in before.items() if ids} == strings
