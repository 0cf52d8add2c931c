"""The content security policy forbids inline script and style; no template may need either."""

import re
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
TEMPLATES = sorted(SRC.rglob("templates/**/*.html"))
TAG = re.compile(r"<[a-zA-Z][^<>]*>", re.DOTALL)
FORBIDDEN = {
    "style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "handler": re.compile(r"\son[a-z]+\s*=", re.IGNORECASE),
    "javascript address": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
    "style element": re.compile(r"^<style\b", re.IGNORECASE),
    "inline script": re.compile(r"^<script\b(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")", re.IGNORECASE),
    "foreign file": re.compile(
        r"^<(?:script|img|link|iframe)\b[^>]*\s(?:src|href)=[\"']?(?:https?:)?//", re.IGNORECASE
    ),
}


def broken_rules(markup: str) -> list[str]:
    without_tags = re.sub(r"\{[%#].*?[%#]\}", " ", markup, flags=re.DOTALL)
    return [name for tag in TAG.findall(without_tags) for name, rule in FORBIDDEN.items() if rule.search(tag)]


@pytest.mark.parametrize(
    ("markup", "broken"),
    [
        ('<p style="color:red">', ["style attribute"]),
        ("<a onclick=go()>", ["handler"]),
        ("<script>go()</script>", ["inline script"]),
        ("<style>p{}</style>", ["style element"]),
        ('<a href="javascript:go()">', ["javascript address"]),
        ('<script src="//cdn.example/x.js"></script>', ["foreign file"]),
        ('<script src="{% static "a.js" %}"></script><script type="application/json">{}</script>', []),
    ],
)
def test_the_scan_sees_what_it_must(markup: str, broken: list[str]) -> None:
    assert broken_rules(markup) == broken


def test_no_template_needs_what_the_policy_forbids() -> None:
    found = {str(path.relative_to(SRC)): broken_rules(path.read_text(encoding="utf-8")) for path in TEMPLATES}

    assert {path: rules for path, rules in found.items() if rules} == {}
