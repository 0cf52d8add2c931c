"""Hostile words in every text of every table: no address runs them, breaks on them, or hands them to a spreadsheet.

The rows are written past forms and actions, so that no page leans on what those would refuse.
"""

import pytest
from django.test import Client

from tests.factories.everything import everything
from tests.factories.hostile import FORMULA, MARKUP, overwrite, texts
from tests.factories.paths import ours, paths_of
from tests.factories.reading import dangers, in_page

WHO = ("nobody", "participant", "organisation", "facilitator")


def browser(cast, who: str) -> Client:
    clients = {
        "nobody": Client,
        "participant": lambda: cast.returning(cast.caro),
        "organisation": lambda: cast.signed_in(cast.beto),
        "facilitator": lambda: cast.signed_in(cast.ana),
    }
    client = clients[who]()
    client.raise_request_exception = False
    return client


def body_of(reply) -> bytes:
    return b"".join(reply.streaming_content) if reply.streaming else reply.content


def wrong_with(reply) -> list[str]:
    found = dangers(reply.headers.get("Content-Type", ""), body_of(reply))
    broken = [f"status {reply.status_code}"] if reply.status_code >= 500 else []
    return [*broken, *found, *(name for name in reply.headers if name.lower() == "x-evil")]


def read_as(cast, it, who: str, language: str) -> dict[str, list[str]]:
    client = browser(cast, who)
    paths = [path for address in ours() for path in paths_of(address, it)]
    replies = {path: client.get(path, headers={"Accept-Language": language}) for path in paths}
    found = {path: wrong_with(reply) for path, reply in replies.items()}
    return {path: sorted(set(wrong))[:5] for path, wrong in found.items() if wrong}


@pytest.mark.parametrize(("who", "language"), [*((who, "es") for who in WHO), ("facilitator", "en")])
def test_no_address_runs_what_people_wrote(cast, who, language):
    it = everything(cast)
    overwrite()

    assert read_as(cast, it, who, language) == {}


@pytest.mark.parametrize("who", ["nobody", "facilitator"])
def test_no_address_hands_a_formula_to_a_spreadsheet(cast, who):
    it = everything(cast)
    overwrite(FORMULA + MARKUP)

    assert read_as(cast, it, who, "es") == {}


def test_the_words_are_shown_and_not_swallowed(cast):
    everything(cast)
    overwrite()

    shown = Client().get("/red/procesos/parque/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def test_every_table_with_words_has_rows_to_spoil(cast):
    everything(cast)

    assert {model.__name__ for model, _field in texts() if not model._base_manager.exists()} == set()


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<p>&lt;script&gt;</p>", []),
        ("<script>alert(1)</script>", ["<script>", "<script>alert"]),
        ('<a href="java\nscript:alert(4)">', ["a href=java\nscript:alert(4)"]),
        ('<p title=""><img src=x onerror=alert(2)>', ["img onerror", "img src=x", "<img src=x"]),
        ("x49x", ["x49x"]),
    ],
)
def test_what_would_run_is_found(markup, found):
    assert in_page(markup) == found
