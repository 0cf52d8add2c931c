"""Every verb that the code writes into the record has its plain sentence."""

import ast
import re
from pathlib import Path

import tequio
from tequio.apps.record.wording import ACTORS, SENTENCES, sentence
from tequio.core.actors import ActorKind

SOURCE = Path(tequio.__path__[0])
VERB = re.compile(r"^[a-z_]+\.[a-z_]+$")


def verbs():
    """(verb, file) of each that an action gives to `note` or to anything that takes a `verb`, or calls `verb`."""
    writing = [path for path in SOURCE.rglob("*.py") if "actions" in (path.stem, path.parent.name)]
    trees = {path: ast.parse(path.read_text()) for path in writing}
    takers = {"note", *(node.name for tree in trees.values() for node in ast.walk(tree) if takes_a_verb(node))}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            for part in given(node, takers):
                yield from ((verb, str(path.relative_to(SOURCE))) for verb in constants(part))


def takes_a_verb(node):
    return isinstance(node, ast.FunctionDef) and "verb" in {arg.arg for arg in (*node.args.args, *node.args.kwonlyargs)}


def given(node, takers):
    if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in takers:
        return [*node.args, *(keyword.value for keyword in node.keywords)]
    if isinstance(node, ast.Assign) and "verb" in {getattr(target, "id", "") for target in node.targets}:
        return [node.value]
    return []


def constants(part):
    found = (node.value for node in ast.walk(part) if isinstance(node, ast.Constant))
    return [value for value in found if isinstance(value, str) and VERB.match(value)]


def test_every_verb_has_a_sentence():
    missing = {verb: path for verb, path in verbs() if verb not in SENTENCES}

    assert missing == {}


def test_the_search_for_verbs_finds_them():
    found = {verb for verb, _path in verbs()}

    examples = {
        "theme.added",
        "meeting.planned",
        "process.unpublished",
        "feedback.comment_hidden",
        "organization.verified",
    }
    assert (examples <= found, len(found) > 80) == (True, True)


def test_no_two_verbs_are_told_alike():
    told = [str(words) for words in SENTENCES.values()]

    assert sorted(words for words in told if told.count(words) > 1) == []


def test_everybody_who_can_act_has_a_name():
    assert set(ACTORS) == set(ActorKind)


def test_a_verb_that_is_no_longer_used_is_told_as_it_was_written():
    assert sentence("thing.of_old") == "thing.of_old"
