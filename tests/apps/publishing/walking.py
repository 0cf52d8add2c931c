"""Reads a page as somebody who checks its numbers: each number, and the links beside it that lead to what it counts."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
VOID = {"br", "hr", "img", "input", "link", "meta", "rect", "line", "path"}
UNITS = {"p", "li", "dd", "td", "caption", "article"}  # what counts as "beside"
NOT_COUNTED = {"time", "q", "blockquote", "svg", "script", "title"}  # dates, and words of people


@dataclass
class Node:
    tag: str
    classes: frozenset[str]
    href: str = ""
    parent: "Node | None" = None
    words: list[str] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def up(self) -> Iterator["Node"]:
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def all(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.all()


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = self.here = Node("root", frozenset())
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        given = dict(attrs)
        node = Node(tag, frozenset((given.get("class") or "").split()), given.get("href") or "", self.here)
        self.here.children.append(node)
        self.here = node

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        self.here = next(node for node in self.here.up() if node.tag == tag).parent or self.root

    def handle_data(self, data: str) -> None:
        self.here.words.append(data)


def main_of(html: str) -> Node:
    return next(node for node in Page(html).root.all() if node.tag == "main")


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def told_by(node: Node) -> set[str]:
    """Every number that stands anywhere in a part of a page."""
    return set().union(*(numbers(word) for each in node.all() for word in each.words))


def walks(node: Node) -> set[str]:
    return {each.href for each in node.all() if "walk" in each.classes}


def claims(main: Node) -> Iterator[tuple[str, set[str]]]:
    """Each number that the page claims, with the links that lead from beside it to what it counts."""
    for node in main.all():
        if any(each.tag in NOT_COUNTED or "code" in each.classes for each in node.up()):
            continue
        near = [each for each in node.up() if each.tag in UNITS]
        links = next((found for each in near if (found := walks(each))), set())
        for number in numbers(" ".join(node.words)):
            yield number, links


def astray(html: str, fetch: Callable[[str], str]) -> list[tuple[str, set[str]]]:
    """The numbers of a page that no link beside them leads to."""
    pages: dict[str, set[str]] = {}
    for _number, links in claims(main_of(html)):
        for link in links - pages.keys():
            pages[link] = told_by(main_of(fetch(urldefrag(link)[0])))
    return [
        (number, links) for number, links in claims(main_of(html)) if not any(number in pages[link] for link in links)
    ]
