"""The rules of a style sheet that drawings need, put into each: a layout program draws them apart from their page."""

import re
from collections.abc import Iterable, Iterator

import tinycss2

type Declarations = dict[str, str]

FOR_DRAWINGS = re.compile(r"fill|stroke|paint-order|text-anchor|font|opacity|display")
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
OPENING = re.compile(r"<svg\b[^>]*>")


def styled(html: str, css: str) -> str:
    """The page with the rules for drawings inside each `<svg>`; words of people hold no tags, so no `<svg` either."""
    rules = drawing_rules(css)
    return OPENING.sub(lambda opening: f"{opening.group()}<style>{rules}</style>", html) if rules else html


def drawing_rules(css: str) -> str:
    """The rules of `css` that say how a drawing looks on paper, with the values of their variables."""
    every = list(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    known = {name: value for at, said in every if at == ":root" for name, value in said.items() if name[:2] == "--"}
    kept = ((at, {name: value for name, value in said.items() if _is_drawn(at, name)}) for at, said in every)
    return "".join(f"{at}{{{_written(said, known)}}}" for at, said in kept if said)


def _rules(nodes: Iterable[tinycss2.ast.Node]) -> Iterator[tuple[str, Declarations]]:
    """Selectors with what they declare: everywhere, in layers, and for print."""
    for node in nodes:
        if node.type == "qualified-rule":
            found = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            said = {each.name: tinycss2.serialize(each.value).strip() for each in found if each.type == "declaration"}
            yield tinycss2.serialize(node.prelude).strip(), said
        elif node.type == "at-rule" and node.content and _is_for_paper(node):
            yield from _rules(tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True))


def _is_for_paper(node: tinycss2.ast.AtRule) -> bool:
    when: str = tinycss2.serialize(node.prelude).strip()
    return node.at_keyword == "layer" or (node.at_keyword, when) == ("media", "print")


def _is_drawn(at: str, name: str) -> bool:
    """Edges of letters are left out: without `paint-order`, which is not known there, they would cover the letters."""
    return bool(FOR_DRAWINGS.match(name)) and not (at.endswith("text") and name.startswith("stroke"))


def _written(said: Declarations, known: Declarations) -> str:
    return ";".join(f"{name}:{_valued(value, known)}" for name, value in said.items())


def _valued(value: str, known: Declarations) -> str:
    return VARIABLE.sub(lambda name: known.get(name[1], "inherit"), value)
