import ast
import sys
from pathlib import Path

import pytest

import tequio.core

ROOT = Path(tequio.core.__path__[0])
FILES = sorted(ROOT.rglob("*.py"))
WORLD = {
    "asyncio",
    "io",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "time",
    "uuid",
}
CLOCK = {"now", "today", "utcnow", "fromtimestamp"}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_core_knows_no_framework_no_file_no_network_no_clock_and_no_chance(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))

    foreign = {
        name
        for name in imported(tree)
        if not name.startswith(("tequio.core", "numpy", "scipy"))
        and name.split(".")[0] not in sys.stdlib_module_names - WORLD
    }
    calls = {node.func for node in ast.walk(tree) if isinstance(node, ast.Call)}
    worldly = {f.id for f in calls if isinstance(f, ast.Name) and f.id in {"open", "print", "input", "eval", "exec"}}
    clocks = {f.attr for f in calls if isinstance(f, ast.Attribute) and f.attr in CLOCK}
    assert (foreign, worldly, clocks) == (set(), set(), set())
