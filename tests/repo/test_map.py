"""The map of the code is complete, and names nothing that is gone."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/tequio"
TOPICS = {"actions", "queries", "views", "forms", "models", "rules"}
DJANGOS = {"migrations", "templates", "static", "locale", "__pycache__"}


def folders_with_code():
    found = {path.parent.relative_to(SOURCE) for path in SOURCE.rglob("*.py")}
    return {str(folder) for folder in found if not DJANGOS & set(folder.parts) and not is_topic(folder)}


def is_topic(folder):
    return folder.parts[:1] == ("apps",) and (folder.name in TOPICS or folder.name == "templatetags")


def folders_on_the_map():
    text = (ROOT / "docs/map.md").read_text()
    return set(re.findall(r"^\| `([^`]+)` \|", text.split("## The words")[0], re.MULTILINE))


def test_every_folder_of_code_is_on_the_map_and_nothing_else():
    assert folders_on_the_map() == folders_with_code()
