import ast
from pathlib import Path

import tequio
from tequio.apps.surveys.sentences import SENTENCES

SOURCES = [*Path(tequio.__path__[0]).glob("core/surveys/**/*.py"), *Path(tequio.__path__[0]).glob("formats/**/*.py")]
AREAS = {"form", "answer", "expression", "pattern"}


def said():
    """Every text in the code that looks like the code of a problem."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                area, _, reason = node.value.partition(".")
                if area in AREAS and reason.replace("_", "").isalpha():
                    yield node.value


def test_every_problem_of_a_form_and_of_an_answer_has_its_sentence():
    assert set(said()) - set(SENTENCES) == set()


def test_every_sentence_belongs_to_a_problem_that_can_be():
    assert {code for code in SENTENCES if code.split(".")[0] in AREAS} - set(said()) == set()
