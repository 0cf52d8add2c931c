import gzip
import re

import pytest

from tequio.web.assets import weight_of_assets
from tests.web.tokens import CSS, contrast, schemes

BARS = [
    ("ink", "paper", 14.0),
    ("ink-2", "paper", 7.0),
    ("thread", "paper", 8.0),
    ("action", "paper", 7.0),
    ("warn", "paper", 7.0),
    ("on-action", "action", 7.0),
    ("on-maiz", "maiz", 7.0),
    ("ink", "tint", 7.0),
    ("ink-2", "tint", 7.0),
    ("thread", "tint", 7.0),
    ("action", "tint", 7.0),
    ("warn", "tint", 7.0),
    ("edge", "paper", 3.0),
]


def test_black_on_white_is_as_far_apart_as_colours_can_be() -> None:
    assert (contrast("#000000", "#ffffff"), contrast("#777777", "#777777")) == (21.0, 1.0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_what_it_is_written_on(scheme: str) -> None:
    tokens = schemes()[scheme]

    faint = [(front, back) for front, back, bar in BARS if contrast(tokens[front], tokens[back]) < bar]

    assert faint == []


def test_the_light_colours_are_those_of_the_look() -> None:
    tokens = schemes()["light"]

    named = {name: tokens[name] for name in ("paper", "ink", "thread", "action", "warn", "maiz")}

    assert named == {
        "paper": "#fffdf8",
        "ink": "#1f1b16",
        "thread": "#5b2a86",
        "action": "#1e5b3a",
        "warn": "#8a3210",
        "maiz": "#f4c542",
    }


def test_every_colour_used_is_a_token_that_exists() -> None:
    css = CSS.read_text(encoding="utf-8")

    used, made = set(re.findall(r"var\(--([\w-]+)", css)), set(re.findall(r"--([\w-]+):", css))

    assert used - made == set()


def test_no_colour_is_written_outside_the_tokens_but_for_paper() -> None:
    components = CSS.read_text(encoding="utf-8").split("@layer components", 1)[1].split("@layer print")[0]

    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", components)) == {"#fff"}  # behind a code to be scanned


def test_the_style_sheet_weighs_at_most_ten_kilobytes() -> None:
    assert len(gzip.compress(CSS.read_bytes(), 6)) <= 10_000


def test_a_page_weighs_what_it_brings_along_once_each() -> None:
    page = b'<link href="/static/tequio/tequio.css"><link href="/static/tequio/tequio.css"><img src="/static/none.svg">'

    assert weight_of_assets(page) == len(gzip.compress(CSS.read_bytes(), 6))


def test_nothing_is_fetched_from_elsewhere() -> None:
    css = CSS.read_text(encoding="utf-8")

    assert re.findall(r"@import|url\((?!#)|@font-face", css) == []


def test_braces_pair_up() -> None:
    css = CSS.read_text(encoding="utf-8")

    assert css.count("{") == css.count("}")


def test_focus_is_hidden_only_where_nothing_can_be_done() -> None:
    css = CSS.read_text(encoding="utf-8")

    assert re.findall(r"([^{}]+)\{[^{}]*outline:\s*(?:none|0)", css) == ["\n  main:focus "]
