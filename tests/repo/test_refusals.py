"""Every refusal that the code can raise has its sentence, and every sentence fits the facts."""

import ast
from pathlib import Path

import tequio
from tequio.web.refusals import sentences

SOURCE = Path(tequio.__path__[0])
ADDED = {"table": {"file"}}  # whoever reads a table adds the name of the file to every refusal of it


def refusals():
    """(code, names of its facts or None where they are not written out) for every Refusal in the code."""
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"Refusal", "_refusal"} and call.args:
                yield from codes_in(call, path)


def codes_in(call, path):
    spelt_out = all(keyword.arg for keyword in call.keywords)
    names = {keyword.arg for keyword in call.keywords} if spelt_out else None
    for code in constants(call.args[0]):
        yield code, names, path


def constants(node):
    if isinstance(node, ast.IfExp):
        return [*constants(node.body), *constants(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) else []


def test_every_refusal_has_a_sentence():
    missing = {code: str(path.relative_to(SOURCE)) for code, _, path in refusals() if code not in sentences()}

    assert missing == {}


def test_every_sentence_finds_its_facts():
    unfit = {}
    for code, names, _ in refusals():
        if names is not None and code in sentences():
            try:
                str(sentences()[code]) % dict.fromkeys(names | ADDED.get(code.split(".")[0], set()), 1)
            except (KeyError, ValueError, TypeError) as error:
                unfit[code] = repr(error)

    assert unfit == {}
