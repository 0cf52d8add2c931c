"""Reading costs the same number of queries with three rows of everything and with thirty, and not many."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.everything import everything
from tests.factories.paths import ours, paths_of
from tests.factories.trying import forget

MOST = 12
FEWER = {"contributions:list": 8, "processes:list": 8, "meetings:list": 8, "synthesis:list": 8, "solutions:list": 8}
# Pages that tell a whole story at once: each part of it is read once, whatever its size.
MORE = {
    "meetings:detail": 14,
    "publishing:brief": 30,
    "publishing:brief_file": 30,
    "publishing:result": 30,
    "sitemap": 17,
    "solutions:feedback": 17,
    "solutions:solution": 13,
    "synthesis:theme": 13,
}
# A file to take away, made of every table: it reads each round of questions and each attribute on its own.
GROWS = {"publishing:package"}


def counted(cast, n: int, who: str) -> dict[str, int]:
    """How many queries the first page of each address takes with nothing kept in memory; then the rows go away."""
    with transaction.atomic():
        it = everything(cast, n)
        client = cast.signed_in(cast.ana) if who == "facilitator" else Client()
        found = {address.name: _queries(client, paths_of(address, it)[0]) for address in ours()}
        transaction.set_rollback(True)
    cast.process.refresh_from_db()
    cast.space.refresh_from_db()
    return found


def _queries(client: Client, path: str) -> int:
    forget()
    with CaptureQueriesContext(connection) as seen:
        reply = client.get(path)
        for _part in reply.streaming_content if reply.streaming else ():
            pass
    return len(seen)


@pytest.mark.parametrize("who", ["nobody", "facilitator"])
def test_no_page_asks_more_of_the_database_when_there_is_more(cast, who):
    few, many = counted(cast, 3, who), counted(cast, 30, who)

    assert {name: (n, many[name]) for name, n in few.items() if n != many[name] and name not in GROWS} == {}


def test_a_reader_costs_few_queries(cast):
    found = counted(cast, 3, "nobody")

    most = {name: FEWER.get(name, MORE.get(name, MOST)) for name in found if name not in GROWS}
    assert {name: found[name] for name, bound in most.items() if found[name] > bound} == {}
